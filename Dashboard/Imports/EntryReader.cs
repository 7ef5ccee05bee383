using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Rules;
using static VoterLiaison.Dashboard.Ledgers.LedgerColumn;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Understands the rows of a ledger one by one. A row that cannot be understood is refused with its reason.</summary>
/// <param name="year">The year of dates that name none.</param>
/// <param name="findings">Where refusals and remarks go.</param>
internal sealed partial class EntryReader(int? year, Findings findings)
{
    private const int LongestOrgan = 60;

    /// <summary>市人大代表裴见微, as our own books print who carries it along the fifth channel.</summary>
    private const string OfTheCity = "市人大代表";

    public LedgerEntry? Read(LedgerRow row)
    {
        try
        {
            return Understand(row);
        }
        catch (RuleBrokenException refused)
        {
            findings.Refuse(row.Line, refused.Message);
            return null;
        }
    }

    private LedgerEntry Understand(LedgerRow row)
    {
        var receivedOn = Day(row, ReceivedOn, "收集日期") ?? throw new RuleBrokenException("没有写收集日期。");
        var words = WordsOf(row);
        var remarks = OwnRemarks.Of(row.Text(Remarks));
        var (onTheSpot, pointedTo) = OwnRemarks.OnTheSpot(row.Text(OnTheSpotReply));
        remarks = pointedTo.Length > 0 ? remarks with { PointedTo = pointedTo } : remarks;
        var (organs, cityDeputies) = HandlersOf(row.Text(Organ));
        return new LedgerEntry
        {
            Line = row.Line,
            SourceNumber = NumberOf(row, receivedOn, words),
            IsUnnumbered = row.Text(Number).Length == 0 && remarks.Number.Length == 0,
            ReceivedOn = receivedOn,
            Words = words,
            Subject = row.Text(Title) is { Length: > 0 } title ? title : remarks.Subject,
            Source = row.Text(Source),
            Station = row.Text(Station),
            Deputies = Names(row.Text(Deputy)),
            Person = row.Text(Person),
            Phone = row.Text(Contact),
            Community = row.Text(Community),
            Headcount = (row.Has(ReceptionNumber) ? null : HeadcountOf(row)) ?? remarks.Headcount, // in ledger A it is the reception's
            Category = row.Text(Category),
            MergedInto = row.Text(MergedInto) is { Length: > 0 } lead ? lead : remarks.MergedInto,
            Channel = row.Text(Channel),
            ForwardedOn = Day(row, ForwardedOn, "反映日期"),
            Organs = organs,
            CityDeputies = cityDeputies,
            AssignedOn = Day(row, AssignedOn, "交办日期"),
            SaysAssignment = row.Has(AssignedOn),
            ExtendedTo = Day(row, ExtendedTo, "延期日期"),
            AnsweredOn = Day(row, AnsweredOn, "答复日期"),
            Outcome = row.Text(Outcome),
            Reply = row.Text(Reply),
            FedBackOn = Day(row, FedBackOn, "反馈日期"),
            FeedbackMeans = row.Text(FeedbackMeans),
            FedBackBy = row.Text(FedBackBy),
            Explanation = onTheSpot.Length > 0 ? onTheSpot : row.Text(Explanation),
            ExplainedOnTheSpot = onTheSpot.Length > 0,
            VoterRating = row.Text(VoterRating),
            DeputyRating = row.Text(DeputyRating),
            Stage = pointedTo.Length > 0 ? Domain.Opinions.OpinionStage.OutOfScope.InWords() : row.Text(Stage),
            Remarks = remarks,
        };
    }

    private string WordsOf(LedgerRow row)
    {
        var words = row.Text(Text);
        if (words.Length == 0 && row.Text(Title) is { Length: > 0 } title)
        {
            findings.Remark(row.Line, "没有意见内容，以标题作为选民的意见登记。");
            return title;
        }

        return words.Length > 0 ? words : throw new RuleBrokenException("没有意见内容，也没有标题。");
    }

    private string NumberOf(LedgerRow row, DateOnly receivedOn, string words)
    {
        if (row.Text(Number) is { Length: > 0 } number)
        {
            return number;
        }

        if (OwnRemarks.Of(row.Text(Remarks)).Number is { Length: > 0 } ours)
        {
            return ours;
        }

        findings.Remark(row.Line, "没有编号，以收集日期和意见内容为记号，再次导入时据此认出。");
        return $"无编号-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{receivedOn:yyyy-MM-dd}\n{words}")))[..16]}";
    }

    private int? HeadcountOf(LedgerRow row)
    {
        if (row.Text(VoterCount) is not { Length: > 0 } written)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people is > 0 and < 10_000)
        {
            return people;
        }

        findings.Remark(row.Line, $"接待人次“{written}”不是人数，按 1 人次登记。");
        return null;
    }

    private DateOnly? Day(LedgerRow row, LedgerColumn column, string name) =>
        row.TryDate(column, year, out var on, out var refusal) ? on : throw new RuleBrokenException($"{name}{refusal}");

    /// <summary>The organs, the lead first, and who of the city's deputies stands among them.</summary>
    internal static (string[] Organs, string[] CityDeputies) HandlersOf(string written)
    {
        var byKind = OrgansOf(written).ToLookup(name => name.StartsWith(OfTheCity, StringComparison.Ordinal));
        return ([.. byKind[false]], [.. byKind[true].Select(name => name[OfTheCity.Length..])]);
    }

    private static string[] OrgansOf(string written)
    {
        var organs = Names(Roles().Replace(CoHandlers().Replace(written, "、${organs}"), "、"));
        return organs.FirstOrDefault(organ => organ.Length > LongestOrgan) is { } tooLong
            ? throw new RuleBrokenException($"承办单位“{tooLong[..20]}…”太长，不像单位名称。")
            : organs;
    }

    internal static string[] Names(string written) => [.. Separators().Split(written).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct()];

    /// <summary>甲局（协办：乙局、丙局）, as our own books print it.</summary>
    [GeneratedRegex("（协办：(?<organs>.+)）$")]
    private static partial Regex CoHandlers();

    /// <summary>主办：甲局　协办：乙局、丙局.</summary>
    [GeneratedRegex("(?:主办|协办|会办)(?:单位)?[:：]")]
    private static partial Regex Roles();

    [GeneratedRegex("[、，,；;\n]")]
    private static partial Regex Separators();
}
