namespace VoterLiaison.Domain.Opinions;

public sealed partial class Opinion
{
    /// <summary>The clock that runs now; the two are never mixed, and at most one runs.</summary>
    public Clock? RunningClock(ClockLimits limits) =>
        AwaitingFeedbackSince is { } owedSince ? Clock.OnFeedback(owedSince, limits)
        : Stage is OpinionStage.Forwarded && CurrentForwarding is { } forwarding ? Clock.OnAnswer(forwarding, limits)
        : null;

    /// <summary>Sets the due days anew; also used when the office changes its limits.</summary>
    public void SetClock(ClockLimits limits)
    {
        var clock = RunningClock(limits);
        DueOn = clock?.DueOn;
        GravelyDueOn = clock?.GravelyDueOn;
    }
}
