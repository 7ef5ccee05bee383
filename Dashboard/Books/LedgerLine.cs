using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>One opinion of the ledger, and what its columns read off it.</summary>
internal sealed record LedgerLine(int Number, WholeOpinion Whole, YearFigures Figures, LiaisonOptions Office)
{
    public Opinion Opinion => Whole.Opinion;

    public Registers Registers => Figures.Registers;

    public Station Station => Registers.Station(Opinion.StationId);

    public Forwarding? Journey => Opinion.CurrentForwarding;

    public Feedback? Feedback => Opinion.CurrentFeedback;

    /// <summary>答复时限, before it was extended.</summary>
    public DateOnly? DueOn => Journey is { } journey ? Clock.OnAnswerBeforeExtension(journey, Figures.Limits)?.DueOn : null;

    /// <summary>延期至.</summary>
    public DateOnly? ExtendedTo => Journey is { ExtendedOn: not null } journey ? Clock.OnAnswer(journey, Figures.Limits)?.DueOn : null;

    /// <summary>The lead's answer of the round that stands.</summary>
    public Answer? Answer => Journey?.Answers.FirstOrDefault(one => one.Kind is AnswerKind.Lead);
}
