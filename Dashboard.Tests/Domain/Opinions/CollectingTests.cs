using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class CollectingTests
{
    private static readonly Voter Wang = new("王女士", "13800000001", "八角南里");
    private static readonly Voter Li = new("李先生", "", "");

    [Theory]
    [InlineData("")]
    [InlineData(" \n　")]
    public void There_must_be_words(string words) => AssertRefused(Facts() with { Words = words }, "请写下选民的意见。写一句也可以。");

    [Fact]
    public void The_voters_own_words_are_kept_at_any_length()
    {
        var words = string.Concat(Enumerable.Repeat("小区门口的路灯坏了三个月，", 5_000)) + "\n盼修。";
        Assert.Equal(words, TakeDown(Facts() with { Words = words }).Words);
    }

    [Fact]
    public void Nothing_is_collected_tomorrow_or_before_the_records_begin()
    {
        AssertRefused(Facts(Today.AddDays(1)), "收集日期2026-06-02还没有到。");
        AssertRefused(Facts(default(DateOnly)), "收集日期0001-01-01太早，请核对年份。");
    }

    [Fact]
    public void A_minute_before_midnight_in_the_district_it_is_still_today()
    {
        var late = EnteredOn(Today) with { At = new DateTime(2026, 6, 1, 15, 59, 0, DateTimeKind.Utc) };
        Assert.Throws<RuleBrokenException>(() => TakeDown(Facts(Today.AddDays(1)), late));
        Assert.Equal(Today, TakeDown(Facts(Today), late).CollectedOn);
    }

    [Fact]
    public void A_minute_after_midnight_in_the_district_it_is_tomorrow_though_not_yet_in_UTC()
    {
        var newYear = EnteredOn(Today) with { At = new DateTime(2026, 12, 31, 16, 1, 0, DateTimeKind.Utc) };
        var opinion = TakeDown(Facts(new DateOnly(2027, 1, 1)), newYear);
        Assert.Equal(2027, opinion.Year);
        Assert.StartsWith("2027-BJ01-", opinion.Number, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_day_of_the_year_counts_in_it_until_midnight()
    {
        var silvester = EnteredOn(Today) with { At = new DateTime(2026, 12, 31, 15, 59, 59, DateTimeKind.Utc) };
        Assert.Equal(2026, TakeDown(Facts(new DateOnly(2026, 12, 31)), silvester).Year);
    }

    [Fact]
    public void Nobody_need_leave_a_name_and_one_spoke_all_the_same()
    {
        var anonymous = TakeDown(Facts());
        Assert.Empty(anonymous.Voters);
        Assert.Equal(1, anonymous.Headcount);
    }

    [Fact]
    public void Several_voters_are_several_heads()
    {
        var opinion = TakeDown(Facts() with { Voters = [Wang, Li] });
        Assert.Equal(2, opinion.Headcount);
        Assert.Equal([Wang, Li], opinion.Voters.Select(link => link.Voter));
    }

    [Fact]
    public void More_may_have_spoken_than_left_a_name_but_not_fewer()
    {
        Assert.Equal(12, TakeDown(Facts() with { Voters = [Wang, Li], Headcount = 12 }).Headcount);
        AssertRefused(Facts() with { Voters = [Wang, Li], Headcount = 1 }, "登记了2位选民，人次不能少于2。");
        AssertRefused(Facts() with { Headcount = 0 }, "人次至少是1。");
    }

    [Fact]
    public void One_voter_may_have_several_opinions()
    {
        var first = TakeDown(Facts() with { Voters = [Wang] });
        var second = TakeDown(Facts() with { Voters = [Wang] });
        Assert.Same(first.Voters[0].Voter, second.Voters[0].Voter);
    }

    [Fact]
    public void Whose_it_is_may_be_decided_later_and_nobody_is_named_twice()
    {
        var opinion = TakeDown(Facts());
        Assert.Empty(opinion.Deputies);

        opinion.NameDeputies([Gu, Tao], Entered);
        opinion.NameDeputies([Tao], Entered);

        Assert.Equal([(Tao.Id, 1)], opinion.Deputies.Select(link => (link.DeputyId, link.Order)));
        Assert.Throws<RuleBrokenException>(() => opinion.NameDeputies([Gu, Gu], Entered));
    }

    [Fact]
    public void What_is_refused_takes_no_number()
    {
        var series = new OpinionSeries(Home.Id, 2026);
        Assert.Throws<RuleBrokenException>(() => Opinion.Collect(series, Home, Facts() with { Deputies = [Gu, Gu] }, Entered));
        Assert.Equal("2026-BJ01-0001", Opinion.Collect(series, Home, Facts(), Entered).Number);
        Assert.Equal("2026-BJ01-0002", Opinion.Collect(series, Home, Facts(), Entered).Number);
    }

    [Fact]
    public void A_closed_station_takes_no_more()
    {
        var closed = new Station(1, "BJ09", "旧站", StationKind.Station, "", "");
        closed.Close(March2);
        var series = new OpinionSeries(closed.Id, 2026);

        Assert.Equal(2026, Opinion.Collect(series, closed, Facts(March2.AddDays(-1)), Entered).Year);
        Assert.Equal("旧站已于2026年3月2日停用，不能登记这一天的意见。", Assert.Throws<RuleBrokenException>(() => Opinion.Collect(series, closed, Facts(), Entered)).Message);
    }

    [Fact]
    public void The_moment_a_day_begins_in_the_district_is_eight_hours_before_it_begins_in_UTC()
    {
        Assert.Equal(new DateTime(2026, 2, 28, 16, 0, 0, DateTimeKind.Utc), ChinaTime.StartOf(new DateOnly(2026, 3, 1)));
        Assert.Equal(new DateOnly(2026, 2, 28), ChinaTime.DayOf(new DateTime(2026, 2, 28, 15, 59, 59, DateTimeKind.Utc)));
    }

    private static void AssertRefused(CollectedFacts facts, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => TakeDown(facts)).Message);
}
