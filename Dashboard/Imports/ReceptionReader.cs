using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;
using static VoterLiaison.Dashboard.Ledgers.LedgerColumn;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Understands the rows of ledger A as receptions, by their 记录编号.</summary>
/// <param name="year">The year of dates that name none.</param>
/// <param name="findings">Where refusals and remarks go.</param>
internal sealed partial class ReceptionReader(int? year, Findings findings)
{
    private readonly OrderedDictionary<string, LedgerReception> _receptions = [];

    public IReadOnlyList<LedgerReception> All => _receptions.Values;

    /// <summary>A ledger with a number, hours, a place and deputies is one of receptions; any other with a number tells of opinions alone.</summary>
    public static bool IsFor(LedgerHeader header) => header.Has(ReceptionNumber) && header.Has(Hours) && header.Has(Venue) && header.Has(Deputy);

    /// <summary>The reception of a row; null where the row is refused.</summary>
    public LedgerReception? Read(LedgerRow row)
    {
        try
        {
            return Gather(row, Understand(row));
        }
        catch (RuleBrokenException refused)
        {
            findings.Refuse(row.Line, refused.Message);
            return null;
        }
    }

    private LedgerReception Gather(LedgerRow row, LedgerReception read)
    {
        if (!_receptions.TryGetValue(read.Number, out var reception))
        {
            _receptions.Add(read.Number, reception = read);
        }
        else if (reception.Contradiction(read) is { } contradiction)
        {
            throw new RuleBrokenException($"记录编号“{read.Number}”与第 {reception.Lines[0]} 行相同，{contradiction}却不同。请核对编号。");
        }

        reception.Lines.Add(row.Line);
        reception.VoterTimes += TimesOf(row);
        return reception;
    }

    private LedgerReception Understand(LedgerRow row)
    {
        if (!row.TryDate(ReceivedOn, year, out var on, out var refusal))
        {
            throw new RuleBrokenException($"接待日期{refusal}");
        }

        var (from, until) = HoursOf(row.Text(Hours));
        return new LedgerReception
        {
            Number = row.Text(ReceptionNumber) is { Length: > 0 } number ? number : throw new RuleBrokenException("没有写记录编号，不知道是哪一场接待。"),
            Station = row.Text(Station),
            On = on ?? throw new RuleBrokenException("没有写接待日期。"),
            From = from,
            Until = until,
            Place = row.Text(Venue),
            Way = Known(row, "活动类型", row.Text(ActivityKind), LedgerWords.ContactWay, "日常接待", "日常接待"),
            Form = Known(row, "方式", row.Text(ActivityForm), LedgerWords.Form, ContactForm.Talk.InWords()) ?? ContactForm.Talk,
            Deputies = EntryReader.Names(row.Text(Deputy)),
            Notes = OwnRemarks.NotesOf(row.Text(Remarks)),
        };
    }

    private T? Known<T>(LedgerRow row, string column, string written, Func<string, T?> meaning, string otherwise, string none = "") where T : struct, Enum
    {
        var known = meaning(written);
        if (known is null && written.Length > 0 && written != none)
        {
            findings.Remark(row.Line, $"{column}“{written}”不认得，按“{otherwise}”登记。");
        }

        return known;
    }

    private int TimesOf(LedgerRow row)
    {
        var written = row.Text(VoterCount);
        if (written.Length == 0 || int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people < 100_000)
        {
            return written.Length == 0 ? 0 : int.Parse(written, CultureInfo.InvariantCulture);
        }

        findings.Remark(row.Line, $"接待人次“{written}”不是人数，没有计入。");
        return 0;
    }

    private static (TimeOnly From, TimeOnly Until) HoursOf(string written) =>
        Between().Match(written) is { Success: true } match
        && TimeOnly.TryParse(match.Groups["from"].Value.Replace('：', ':'), CultureInfo.InvariantCulture, out var from)
        && TimeOnly.TryParse(match.Groups["until"].Value.Replace('：', ':'), CultureInfo.InvariantCulture, out var until)
            ? (from, until)
            : throw new RuleBrokenException(written.Length == 0 ? "没有写起止时间。" : $"起止时间“{written}”看不出从几点到几点，请写成 9:00-11:00。");

    [GeneratedRegex("^(?<from>[0-9]{1,2}[:：][0-9]{2}) ?(?:[-–—－~～至到]+) ?(?<until>[0-9]{1,2}[:：][0-9]{2})$")]
    private static partial Regex Between();
}
