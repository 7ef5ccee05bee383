using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Chasing;

/// <summary>One opinion that somebody owes word on.</summary>
public sealed record ChaseRow(
    int Id,
    string Number,
    string Words,
    string Station,
    string Unit,
    string Deputies,
    ForwardingChannel? Channel,
    OpinionStage Stage,
    string? Document,
    DateOnly? Since,
    DateOnly? AssignedOn,
    DateOnly? DueOn,
    DateOnly? GravelyDueOn,
    bool OwesVoter,
    DateOnly? UrgedOn,
    int Urgings,
    DateOnly? SupervisedSince,
    string? DecidedBy,
    DateOnly? LookAgainOn,
    string? LastNews)
{
    private const int GistLength = 60;

    /// <summary>The beginning of the words, for paper.</summary>
    public string Gist
    {
        get
        {
            var text = Words.ReplaceLineEndings(" ");
            var characters = new System.Globalization.StringInfo(text);
            return characters.LengthInTextElements <= GistLength ? text : $"{characters.SubstringByTextElements(0, GistLength)}……";
        }
    }

    public string DocumentInWords => Document ?? Channel?.InWords() ?? "";

    public int DaysLate(DateOnly today) => DueOn < today ? today.DayNumber - DueOn.Value.DayNumber : 0;

    public Lateness Late(DateOnly today) => Standing.LatenessOf(DueOn, GravelyDueOn, today);

    /// <summary>What is left where nothing is late yet.</summary>
    public string Left(DateOnly today) => DueOn is not { } due ? (Stage is OpinionStage.Forwarded ? "尚未交办，不计期限" : Stage.InWords())
        : due == today ? "今天到期" : $"{due.DayNumber - today.DayNumber} 天后到期";

    /// <summary>Since when and until when, in the words of the clock that runs.</summary>
    public string Span => DueOn is null ? "" : OwesVoter ? $"{Since:yyyy-MM-dd}有答复，期限 {DueOn:yyyy-MM-dd}" : $"{Since:yyyy-MM-dd}{(AssignedOn is null ? "转交" : "交办")}，期限 {DueOn:yyyy-MM-dd}";

    public string Urged => UrgedOn is null ? "没有催办过" : $"催办 {Urgings} 次，最近 {UrgedOn:yyyy-MM-dd}";
}
