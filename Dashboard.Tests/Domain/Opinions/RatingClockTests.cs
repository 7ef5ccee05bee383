using CsCheck;
using VoterLiaison.Domain.Calendar;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class RatingClockTests
{
    private static readonly WorkCalendar Calendar = new(SomeYear.Of(2026, SomeYear.Off(2026, 3, 20), SomeYear.Worked(2026, 3, 14)));

    [Theory]
    [InlineData(ForwardingChannel.CongressSession)]
    [InlineData(ForwardingChannel.BetweenSessions)]
    public void A_deputy_has_15_working_days_from_the_leads_answer(ForwardingChannel channel)
    {
        var answered = AnOpinion().Forwarded(channel).Assigned().Answered();

        // From Tuesday, 10 March: one Saturday worked, one Friday off.
        Assert.Equal(new RatingClock(new DateOnly(2026, 3, 10), WorkdayLimit.On(new DateOnly(2026, 3, 31))), RatingClock.Of(answered, Calendar));
    }

    [Theory]
    [InlineData(ForwardingChannel.CommitteeMeeting)]
    [InlineData(ForwardingChannel.StateOrgan)]
    [InlineData(ForwardingChannel.MunicipalDeputy)]
    public void Along_the_other_channels_no_such_clock_runs(ForwardingChannel channel) =>
        Assert.Null(RatingClock.Of(AnOpinion().Forwarded(channel).Answered(), Calendar));

    [Fact]
    public void It_runs_from_the_first_answer_of_the_lead_whatever_comes_after_and_while_the_voter_is_told()
    {
        var opinion = AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned().Answered();
        var due = RatingClock.Of(opinion, Calendar);
        opinion.RecordAnswerBeside(Housing, AnswerOutcome.Solved, "已配合。", new DateOnly(2026, 3, 4), Entered);
        opinion.Supplement(AnswerOutcome.Planned, "列入明年计划。", new DateOnly(2026, 3, 20), Entered);
        Assert.Equal(due, RatingClock.Of(opinion, Calendar));

        Assert.Equal(due, RatingClock.Of(opinion.Told(on: new DateOnly(2026, 3, 21)), Calendar));
    }

    [Fact]
    public void It_ends_with_the_rating_and_does_not_begin_before_an_answer()
    {
        var opinion = AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned();
        Assert.Null(RatingClock.Of(opinion, Calendar));
        opinion.Answered().RateAnswer(DeputyRating.Satisfied, new DateOnly(2026, 3, 11), "满意。", Entered);
        Assert.Null(RatingClock.Of(opinion, Calendar));
    }

    [Fact]
    public void Another_round_has_a_clock_of_its_own()
    {
        var opinion = AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned().Answered().Told(VoterRating.Dissatisfied).AgainForwarded();
        Assert.Null(RatingClock.Of(opinion, Calendar));

        opinion.Assigned(new DateOnly(2026, 3, 23)).Answered(on: new DateOnly(2026, 4, 1));

        Assert.Equal(new DateOnly(2026, 4, 1), RatingClock.Of(opinion, Calendar)!.StartedOn);
    }

    [Fact]
    public void A_limit_that_reaches_into_a_year_not_loaded_names_the_year() =>
        Assert.Equal(WorkdayLimit.Unknown(2026), RatingClock.Of(AnOpinion().Forwarded(ForwardingChannel.BetweenSessions).Assigned().Answered(), new WorkCalendar())!.Limit);

    [Fact]
    public void Whatever_clerks_do_it_runs_just_while_the_deputy_may_rate_and_ends_on_a_working_day_or_says_the_year() => RandomHistory.Any.Sample(
        history => Assert.All(history.All, opinion =>
        {
            var clock = RatingClock.Of(opinion, Calendar);
            Assert.Equal(opinion.WhyNot(OpinionAct.RateAnswer) is null, clock is not null);
            Assert.True(clock is null || clock.Limit.MissingYear is not null || (Calendar.IsWorkday(clock.Limit.DueOn!.Value) is true && clock.Limit.DueOn > clock.StartedOn));
        }),
        iter: 1_000);
}
