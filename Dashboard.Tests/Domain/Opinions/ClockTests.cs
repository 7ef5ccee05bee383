using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.OpinionStory;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class ClockTests
{
    [Theory]
    [InlineData("2025-11-30", "2026-02-28", "2026-05-30")]
    [InlineData("2023-11-30", "2024-02-29", "2024-05-30")]
    [InlineData("2025-08-31", "2025-11-30", "2026-02-28")]
    [InlineData("2025-12-10", "2026-03-10", "2026-06-10")]
    public void An_assigned_one_is_due_three_calendar_months_after_it_was_assigned(string assigned, string due, string gravely)
    {
        var opinion = AssignedOn(assigned);
        Assert.Equal((Day(due), Day(gravely)), (opinion.DueOn, opinion.GravelyDueOn));
    }

    [Theory]
    [InlineData("2025-08-31", "2026-02-28", "2026-08-31")]
    [InlineData("2025-11-30", "2026-05-30", "2026-11-30")]
    public void Extended_it_is_due_six_months_after_it_was_assigned_whenever_that_was_agreed(string assigned, string due, string gravely)
    {
        var opinion = AssignedOn(assigned);
        opinion.Extend("区政府办公室", Today, Entered);
        Assert.Equal((Day(due), Day(gravely)), (opinion.DueOn, opinion.GravelyDueOn));
    }

    [Fact]
    public void It_is_extended_once_with_the_assigners_consent_and_only_after_it_was_assigned()
    {
        var unassigned = AnOpinion().Forwarded(ForwardingChannel.CongressSession);
        Assert.Throws<RuleBrokenException>(() => unassigned.Extend("区政府办公室", Today, Entered));
        var assigned = unassigned.Assigned();
        Assert.Throws<RuleBrokenException>(() => assigned.Extend(" ", Today, Entered));
        Assert.Throws<RuleBrokenException>(() => assigned.Extend("区政府办公室", new DateOnly(2026, 3, 3), Entered));
        assigned.Extend("区政府办公室", Today, Entered);
        Assert.Throws<RuleBrokenException>(() => assigned.Extend("区政府办公室", Today, Entered));
        Assert.Throws<RuleBrokenException>(() => AnOpinion().Forwarded().Extend("区政府办公室", Today, Entered));
    }

    [Fact]
    public void Another_round_has_two_months_from_its_own_assignment()
    {
        var opinion = AnOpinion().Forwarded().Answered().Told(VoterRating.Dissatisfied).AgainForwarded();
        Assert.Null(opinion.DueOn);
        opinion.Assigned(new DateOnly(2026, 3, 31));
        Assert.Equal((Day("2026-05-31"), Day("2026-07-31")), (opinion.DueOn, opinion.GravelyDueOn));
    }

    [Fact]
    public void No_clock_runs_before_it_is_forwarded_nor_before_an_assigned_one_is_assigned()
    {
        Assert.Null(AnOpinion().DueOn);
        Assert.Null(AnOpinion().Forwarded(ForwardingChannel.CongressSession).DueOn);
        Assert.Null(AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).DueOn);
    }

    [Theory]
    [InlineData(ForwardingChannel.CommitteeMeeting)]
    [InlineData(ForwardingChannel.StateOrgan)]
    [InlineData(ForwardingChannel.MunicipalDeputy)]
    public void Where_the_law_says_only_promptly_the_office_sets_the_days_from_the_forwarding(ForwardingChannel channel)
    {
        var forwardedOn = new DateOnly(2026, 3, 3);
        Assert.Equal(forwardedOn.AddDays(30), AnOpinion().Forwarded(channel).DueOn);

        var stricter = AnOpinion();
        stricter.Forward(FactsFor(channel, forwardedOn), forwardedOn, "", EnteredOn(Today, new ClockLimits(AnswerDays: 7)));
        Assert.Equal((forwardedOn.AddDays(7), forwardedOn.AddDays(14)), (stricter.DueOn, stricter.GravelyDueOn));
    }

    [Fact]
    public void A_committees_word_given_to_an_organ_still_has_the_offices_days_from_the_forwarding() =>
        Assert.Equal(new DateOnly(2026, 4, 2), AnOpinion().Forwarded(ForwardingChannel.CommitteeMeeting).Assigned().DueOn);

    [Fact]
    public void Once_answered_the_organs_clock_stops_and_the_voters_starts_on_the_day_of_the_answer()
    {
        var opinion = AssignedOn("2026-03-02").Answered();
        Assert.Equal((Day("2026-03-25"), Day("2026-04-09")), (opinion.DueOn, opinion.GravelyDueOn));
        Assert.Equal(ClockKind.Feedback, opinion.RunningClock(new ClockLimits())!.Kind);
    }

    [Fact]
    public void A_clock_stops_when_the_voter_was_told_and_when_the_opinion_came_back()
    {
        Assert.Null(AnOpinion().Forwarded().Answered().Told().DueOn);
        Assert.Null(AnOpinion().Explained(Telling(Today)).DueOn);
        Assert.Null(AnOpinion().MergedInto(AnOpinion()).DueOn);
        var returned = AnOpinion().Forwarded();
        returned.Return("不属本单位职责。", Today, Entered);
        Assert.Equal((null, null), (returned.DueOn, returned.GravelyDueOn));
    }

    [Fact]
    public void An_explanation_that_nobody_was_told_is_on_the_clock() =>
        Assert.Equal(new DateOnly(2026, 3, 18), AnOpinion().Explained().DueOn);

    [Fact]
    public void Due_on_the_10th_is_overdue_on_the_11th()
    {
        var opinion = AssignedOn("2025-12-10");
        Assert.Equal(Lateness.None, Standing.Of(opinion, Day("2026-03-10")).Late);
        Assert.Equal(Lateness.Overdue, Standing.Of(opinion, Day("2026-03-11")).Late);
    }

    [Fact]
    public void Past_twice_the_limit_it_is_gravely_overdue()
    {
        var opinion = AnOpinion().Explained(); // on 3 March: 15 days, and 30
        Assert.Equal(Lateness.Overdue, Standing.Of(opinion, Day("2026-04-02")).Late);
        Assert.Equal(Lateness.GravelyOverdue, Standing.Of(opinion, Day("2026-04-03")).Late);
    }

    private static Opinion AssignedOn(string day) => AnOpinion(Day(day)).Forwarded(ForwardingChannel.BetweenSessions, Day(day)).Assigned(Day(day));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
