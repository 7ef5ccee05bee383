namespace VoterLiaison.Dashboard.Verifying;

/// <summary>What was looked through, and everything that does not agree.</summary>
/// <param name="AsOf">When, UTC; all is of one moment.</param>
/// <param name="Opinions">How many opinions.</param>
/// <param name="StationYears">How many stations × years were counted three ways.</param>
/// <param name="AuditEntries">How many entries of the audit log.</param>
/// <param name="Differences">By opinion or station, in the order they were found.</param>
/// <param name="NotListed">How many more there are than are listed.</param>
public sealed record VerificationReport(DateTime AsOf, int Opinions, int StationYears, int AuditEntries, IReadOnlyList<Difference> Differences, int NotListed)
{
    public bool Agrees => Differences.Count == 0;
}

/// <summary>One thing that does not agree.</summary>
/// <param name="Where">意见编号, or the station and year, or the database.</param>
/// <param name="What">哪一项.</param>
/// <param name="Found">What each place says.</param>
public sealed record Difference(string Where, string What, string Found)
{
    public string InWords => $"{Where}　{What}：{Found}";
}

/// <summary>Differences as they are found; of a great many only the first are kept, the rest are counted.</summary>
internal sealed class Differences
{
    private const int Kept = 1000;
    private readonly List<Difference> _found = [];

    public IReadOnlyList<Difference> Found => _found;

    public int NotListed { get; private set; }

    public void Add(string where, string what, string found)
    {
        if (_found.Count < Kept)
        {
            _found.Add(new Difference(where, what, found));
        }
        else
        {
            NotListed++;
        }
    }

    public void Expect<T>(string where, string what, T stored, T expected, string by)
    {
        if (!EqualityComparer<T>.Default.Equals(stored, expected))
        {
            Add(where, what, $"登记的是{InWords(stored)}，{by}应为{InWords(expected)}。");
        }
    }

    private static string InWords<T>(T value) => value switch
    {
        null => "空",
        DateOnly day => $"{day:yyyy-MM-dd}",
        Domain.Opinions.OpinionStage stage => stage.InWords(),
        Domain.Opinions.ForwardingChannel channel => channel.InWords(),
        Domain.Opinions.AnswerOutcome outcome => outcome.InWords(),
        Domain.Opinions.VoterRating rating => rating.InWords(),
        _ => $"{value}",
    };
}
