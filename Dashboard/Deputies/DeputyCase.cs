using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>One opinion as the deputy's page shows it. Who spoke is masked, or taken out where 第七条 says so.</summary>
public sealed record DeputyCase
{
    public required int Id { get; init; }
    public required int Version { get; init; }
    public required string Number { get; init; }
    public required OpinionStage Stage { get; init; }
    public required DateOnly CollectedOn { get; init; }
    public required DateOnly Today { get; init; }
    public required string Words { get; init; }
    public required string Subject { get; init; }
    public required string Station { get; init; }

    /// <summary>Who spoke: 王女士、张**, or why it is not said.</summary>
    public required string Voters { get; init; }

    /// <summary>As one names them while recording: 王女士; 选民 where there is no name to say.</summary>
    public required string Called { get; init; }

    public required string Community { get; init; }

    /// <summary>Told apart, not told who: by these the sentence counts people and not opinions.</summary>
    public required IReadOnlyList<int> VoterIds { get; init; }

    public required bool HasPhone { get; init; }

    /// <summary>第七条: nobody tells the deputy who spoke.</summary>
    public required bool IsAboutReader { get; init; }

    public required bool MayReveal { get; init; }

    /// <summary>Which acts this person may do on it now.</summary>
    public required IReadOnlySet<OpinionAct> May { get; init; }

    /// <summary>Which way it went, and when.</summary>
    public required string Went { get; init; }

    /// <summary>Who works on it, or who answered.</summary>
    public required string Handler { get; init; }

    public required AnswerOutcome? Outcome { get; init; }

    /// <summary>What there is to tell: the answer, the lead's answer, or the explanation.</summary>
    public required string Word { get; init; }

    public required DateOnly? WordOn { get; init; }

    /// <summary>Where the voter should turn instead.</summary>
    public required string? PointedTo { get; init; }

    public required bool OwesExplanation { get; init; }

    /// <summary>The voters were told in the round that stands.</summary>
    public required bool IsTold { get; init; }

    /// <summary>待反馈 since when.</summary>
    public required DateOnly? Since { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required DateOnly? UrgedOn { get; init; }

    public required bool Extended { get; init; }

    /// <summary>The other deputies it belongs to.</summary>
    public required IReadOnlyList<string> With { get; init; }

    /// <summary>代表评价: until when, or the year whose calendar is missing.</summary>
    public required WorkdayLimit? RateUntil { get; init; }

    public int DaysLate => DueOn is { } due && due < Today ? Today.DayNumber - due.DayNumber : 0;

    public int? DaysLeft => DueOn is { } due && due >= Today ? due.DayNumber - Today.DayNumber : null;

    public int DaysSince => Since is { } since ? Today.DayNumber - since.DayNumber : 0;
}
