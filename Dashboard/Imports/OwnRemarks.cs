using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>What our own books write into 备注 because the ledger has no column for it, read back. Another office's remarks say none of it.</summary>
/// <remarks>Written by <c>Books/OpinionInWords</c>.</remarks>
internal sealed partial record OwnRemarks
{
    public string Subject { get; private init; } = "";
    public int? Headcount { get; private init; }

    /// <summary>请选民找, of what is out of scope.</summary>
    public string PointedTo { get; init; } = "";

    /// <summary>意见编号, in ledger A.</summary>
    public string Number { get; private init; } = "";

    /// <summary>并入, in ledger A.</summary>
    public string MergedInto { get; private init; } = "";

    /// <summary>Since when word is owed, where no answer's day says it.</summary>
    public DateOnly? AwaitingSince { get; private init; }

    /// <summary>The rounds before the one that stands, each told and found wanting.</summary>
    public IReadOnlyList<EarlierRound> Rounds { get; private init; } = [];

    /// <summary>All lines, among them the facts of the journey that stands.</summary>
    public IReadOnlyList<string> Lines { get; private init; } = [];

    public static OwnRemarks Of(string written)
    {
        var lines = written.Split('\n');
        return new OwnRemarks
        {
            Subject = After("主题："),
            Headcount = int.TryParse(After("人次："), NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people > 0 ? people : null,
            PointedTo = After("请选民找："),
            Number = lines.Select(line => OfLedgerA().Match(line)).FirstOrDefault(match => match.Groups["number"].Success)?.Groups["number"].Value ?? "",
            MergedInto = lines.Select(line => OfLedgerA().Match(line)).FirstOrDefault(match => match.Groups["lead"].Success)?.Groups["lead"].Value ?? "",
            AwaitingSince = lines.Select(line => Awaiting().Match(line)).FirstOrDefault(match => match.Success) is { } since ? Day(since.Groups["on"]) : null,
            Rounds = [.. lines.Select(line => Round().Match(line)).Where(match => match.Success).Select(RoundOf).OfType<EarlierRound>()],
            Lines = lines,
        };

        string After(string label) => lines.FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..].Trim() ?? "";
    }

    /// <summary>情况记录 of a reception in ledger A: what stands beside the numbers.</summary>
    public static string NotesOf(string written) => string.Join('\n', written.Split('\n').Where(line => !OfLedgerA().IsMatch(line)));

    /// <summary>现场答复情况 as ledger A writes it: what was explained, and where the voter was pointed to, if it was that.</summary>
    public static (string Explanation, string PointedTo) OnTheSpot(string written) =>
        Pointed().Match(written) is { Success: true } pointed ? (pointed.Groups["why"].Value, pointed.Groups["place"].Value)
        : written.StartsWith(Explained, StringComparison.Ordinal) ? (written[Explained.Length..].Trim(), "")
        : (written, "");

    /// <summary>The facts a channel needs, where a line holds them; null where none does.</summary>
    public ForwardingFacts? Facts(ForwardingChannel channel) => Lines.Select(line => FactsOf(channel, line.Split('　'))).FirstOrDefault(facts => facts is not null);

    private static ForwardingFacts? FactsOf(ForwardingChannel channel, string[] parts) => (channel, parts) switch
    {
        (ForwardingChannel.CongressSession, [{ Length: > 0 } session, var kind, { Length: > 0 } number]) when LedgerWords.Kind(kind) is { } proposal => new CongressSessionFacts(session, proposal, number),
        (ForwardingChannel.BetweenSessions, [var way, { Length: > 0 } number]) when LedgerWords.Way(way) is { } between => new BetweenSessionsFacts(between, number),
        (ForwardingChannel.CommitteeMeeting, [var meeting, { Length: > 0 } topic]) when Meeting().Match(meeting) is { Success: true } held && LedgerWords.Meeting(held.Groups["kind"].Value) is { } kind
            => new CommitteeMeetingFacts(kind, topic, Day(held.Groups["on"])),
        _ => null,
    };

    private static EarlierRound? RoundOf(Match match) =>
        LedgerWords.Channel(match.Groups["channel"].Value) is { } channel && LedgerWords.Outcome(match.Groups["outcome"].Value) is { } outcome
            ? new EarlierRound(channel, Day(match.Groups["on"]), match.Groups["handlers"].Value, Day(match.Groups["answered"]), outcome, Day(match.Groups["told"]))
            : null;

    /// <exception cref="RuleBrokenException">It looks like a day of our books and is none.</exception>
    private static DateOnly Day(Group written) => DateOnly.TryParseExact(written.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        ? on
        : throw new RuleBrokenException($"备注里的“{written.Value}”不是有效的日期。");

    private const string Explained = "当场解释：";

    [GeneratedRegex("^请选民找(?<place>[^：]+)：(?<why>.+)$", RegexOptions.Singleline)]
    private static partial Regex Pointed();

    [GeneratedRegex("^(?:意见(?<number>[0-9]{4}-[A-Z0-9]+-[0-9]+)|并入(?<lead>[0-9]{4}-[A-Z0-9]+-[0-9]+|另一件))$")]
    private static partial Regex OfLedgerA();

    [GeneratedRegex("^自(?<on>[0-9]{4}-[0-9]{2}-[0-9]{2})起待告知$")]
    private static partial Regex Awaiting();

    [GeneratedRegex("^(?<on>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<kind>常委会会议|专门委员会会议)$")]
    private static partial Regex Meeting();

    [GeneratedRegex("^第[0-9]+轮：(?<on>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<channel>[^，]+)(?:，(?<handlers>.+))?，(?<answered>[0-9]{4}-[0-9]{2}-[0-9]{2})答复（(?<outcome>.+)），(?<told>[0-9]{4}-[0-9]{2}-[0-9]{2})反馈，选民不满意$")]
    private static partial Regex Round();
}

/// <param name="Channel">Along which it went.</param>
/// <param name="On">反映日期.</param>
/// <param name="Handlers">As the ledger names them; may be empty.</param>
/// <param name="AnsweredOn">答复日期.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="FedBackOn">The day the voter was told, and was not satisfied.</param>
internal sealed record EarlierRound(ForwardingChannel Channel, DateOnly On, string Handlers, DateOnly AnsweredOn, AnswerOutcome Outcome, DateOnly FedBackOn);
