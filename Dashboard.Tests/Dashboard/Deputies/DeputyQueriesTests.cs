using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>Who still waits to hear from a deputy. It is Monday, 2 March 2026; a voter is told within 15 days.</summary>
public sealed class DeputyQueriesTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!;
    private CarriedOpinions _gus = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        _gus = new CarriedOpinions(_house.Desk, _house.District, _house.Rows);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task What_is_answered_is_told_and_what_cannot_be_solved_is_explained()
    {
        var told = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 20)));
        var explained = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 20), AnswerOutcome.CannotSolveForNow));

        var home = await OwnAsync();

        Assert.Equal([told], Numbers(home.ToTell));
        Assert.Equal([explained], Numbers(home.ToExplain));
        var one = home.ToTell[0];
        Assert.Equal(("王女士", "1月6日反映给区城市管理委", "已换了6盏灯头。"), (one.Called, one.Went, one.Word));
        Assert.Equal("答复已到10天，还有5天（3月7日）", one.Waiting());
    }

    [Fact]
    public async Task Explained_on_the_spot_and_pointed_elsewhere_are_told_too_and_what_is_told_is_gone()
    {
        var spot = await _gus.CollectAsync();
        await _house.Desk.ExplainAsync(spot, "已有安排。", new(2026, 2, 27), null);
        var elsewhere = await _gus.CollectAsync();
        await _house.Desk.PointElsewhereAsync(elsewhere, "12345", "不属受理。", new(2026, 2, 28), null);
        Assert.Equal([await _gus.NumberAsync(spot), await _gus.NumberAsync(elsewhere)], Numbers((await OwnAsync()).ToTell));

        await _gus.TellAsync(await _gus.AsItStandsAsync(spot), VoterRating.Satisfied);

        var home = await OwnAsync();
        Assert.Equal([await _gus.NumberAsync(elsewhere)], Numbers(home.ToTell));
        Assert.Equal(new LastTold(await _gus.NumberAsync(spot), LiaisonHouse.Today, FeedbackMeans.Telephone, "王女士", VoterRating.Satisfied), home.LastTold);
    }

    [Fact]
    public async Task Whoever_waits_longest_stands_first_and_the_last_day_is_not_late()
    {
        var inTime = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 15)));
        var late = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 14)));

        var home = await OwnAsync();

        Assert.Equal([late, inTime], Numbers(home.ToTell));
        Assert.Equal((1, 0), (home.ToTell[0].DaysLate, home.ToTell[1].DaysLate));
        Assert.Equal("答复已到16天，应在3月1日前告知", home.ToTell[0].Waiting());
        Assert.Equal("答复已到15天，今天到期", home.ToTell[1].Waiting());
    }

    [Fact]
    public async Task The_sentence_counts_people_each_once_and_the_nameless_by_opinion()
    {
        await _gus.AnsweredAsync(new(2026, 2, 10));
        await _gus.AnsweredAsync(new(2026, 2, 20), AnswerOutcome.Planned); // the same voter again
        await _gus.AnsweredAsync(new(2026, 2, 20), collected: await _gus.CollectAsync(voter: ""));
        await _gus.AnsweredAsync(new(2026, 2, 20), collected: await _gus.CollectAsync(voter: ""));

        var home = await OwnAsync();

        Assert.Equal((3, 1, 5), (home.VotersWaiting, home.VotersLate, home.MostDaysLate));
        Assert.Equal("其中1位已超过告知期限5天", CaseInWords.Late(home));
    }

    [Fact]
    public async Task What_is_out_is_out_and_what_is_not_on_its_way_does_not_vanish()
    {
        var running = await _gus.ForwardedAsync(await _gus.CollectAsync(), on: new(2026, 2, 2));
        var unassigned = await _gus.ForwardedAsync(await _gus.CollectAsync(), ForwardingChannel.BetweenSessions);
        var collected = await _gus.CollectAsync();

        var home = await OwnAsync();

        Assert.Equal([await _gus.NumberAsync(running), await _gus.NumberAsync(unassigned)], Numbers(home.AtOrgans));
        Assert.Equal("区城市管理委，还有2天（3月4日）", home.AtOrgans[0].AtWork());
        Assert.Equal("1月6日提出闭会期间建议第37号，还没有交办，不计答复期限", home.AtOrgans[1].AtWork());
        Assert.Equal([await _gus.NumberAsync(collected)], Numbers(home.ToForward));
        Assert.Contains(OpinionAct.Forward, home.ToForward[0].May);
    }

    [Fact]
    public async Task A_merged_one_waits_with_its_lead_and_is_told_the_leads_answer()
    {
        var follower = await _gus.CollectAsync("灯又灭了", "李先生", "10000000059");
        var lead = await _gus.ForwardedAsync(await _gus.CollectAsync());
        await _house.Desk.MergeAsync(follower, await _gus.NumberAsync(lead), "同一处。", new(2026, 1, 8));
        Assert.Contains(await _gus.NumberAsync(follower), Numbers((await OwnAsync()).AtOrgans));

        await _house.Desk.RecordAnswerAsync(await _gus.AsItStandsAsync(lead), AnswerOutcome.CannotSolveForNow, "线路要大修。", new(2026, 2, 20));

        var home = await OwnAsync();
        var one = home.ToExplain.Single(one => one.Called == "李先生");
        Assert.Equal(("线路要大修。", "区城市管理委"), (one.Word, one.Handler));
        Assert.Equal(2, home.ToExplain.Count);
        await _house.Desk.FeedBackAsync(await _gus.AsItStandsAsync(follower), new FeedbackFacts(FeedbackMeans.Telephone, "顾砚清", "说过了。", LiaisonHouse.Today));
        Assert.DoesNotContain(await _gus.NumberAsync(follower), Numbers((await OwnAsync()) is var after ? [.. after.Waiting, .. after.AtOrgans] : []));
    }

    [Fact]
    public async Task The_deputy_it_is_about_is_not_told_who_spoke()
    {
        await _gus.AnsweredAsync(new(2026, 2, 20), collected: await _gus.CollectAsync("我是王小芳，代表没来。", "王小芳", concerns: true));

        var one = Assert.Single((await OwnAsync()).ToTell);

        Assert.Equal(("选民", "", false, false), (one.Called, one.Community, one.HasPhone, one.MayReveal));
        Assert.Equal("我是***，代表没来。", one.Words);
        Assert.True(one.IsAboutReader);
        Assert.Equal(1, (await OwnAsync()).VotersWaiting);
    }

    [Fact]
    public async Task Names_are_masked_and_phones_only_told_to_be_there()
    {
        await _gus.AnsweredAsync(new(2026, 2, 20), collected: await _gus.CollectAsync(voter: "张小明"));

        var one = Assert.Single((await OwnAsync()).ToTell);

        Assert.Equal(("张**", true, true), (one.Called, one.HasPhone, one.MayReveal));
    }

    [Fact]
    public async Task Another_deputys_opinions_are_not_there_and_staff_see_what_is_within_their_scope()
    {
        await _gus.ReceivesAsync();
        var near = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 20)));
        var far = await _gus.NumberAsync(await _gus.AnsweredAsync(new(2026, 2, 20), collected: await _gus.CollectAsync(stationId: _house.District.ShougangHome.Id)));
        var district = _house.District;

        Assert.Empty((await HomeAsync(new([new Holding(Role.Deputy, Reach.OfDeputy(district.Tao.Id))]), null))!.Waiting);
        Assert.Equal([near, far], Numbers((await HomeAsync(Rights.OfTheHouse, "17-0001"))!.ToTell));
        Assert.Equal([near], Numbers((await HomeAsync(new([new Holding(Role.StationStaff, Reach.OfStations(district.BajiaoStation.Id))]), "17-0001"))!.ToTell));
        Assert.Null(await HomeAsync(new([new Holding(Role.StationStaff, Reach.OfStations(district.ShougangHome.Id))]), "17-0001"));
        Assert.Null(await HomeAsync(_gus.Deputy, "17-0001"));
        Assert.Null(await HomeAsync(_gus.Deputy, "17-0002"));
        Assert.Null(await HomeAsync(Rights.OfTheHouse, null));
        Assert.Null(await HomeAsync(Rights.OfTheHouse, "99-9999"));
    }

    [Fact]
    public async Task What_waits_is_what_ledger_F_says()
    {
        await _gus.AnsweredAsync(new(2026, 2, 10));
        await _gus.AnsweredAsync(new(2026, 2, 20), AnswerOutcome.CannotSolveForNow);
        await _gus.AnsweredAsync(new(2026, 2, 20), collected: await _gus.CollectAsync(alsoOf: _house.District.Tao.Id));
        await _house.Desk.ExplainAsync(await _gus.CollectAsync(), "已有安排。", new(2026, 2, 27), null);
        await _gus.TellAsync(await _gus.AnsweredAsync(new(2026, 2, 20)));
        await _gus.ForwardedAsync(await _gus.CollectAsync());
        await using var reading = await YearReading.OpenAsync(
            _house.The<IDbContextFactory<LiaisonDbContext>>(), BookPeriod.OfYear(2026), BookScope.Whole, _house.Clock, _house.The<IOptions<LiaisonOptions>>().Value.Limits, Cancelled);
        var ledger = new List<string>();
        await foreach (var whole in reading.AwaitingFeedbackAsync(Cancelled))
        {
            ledger.AddRange(whole.Opinion.Deputies.Any(link => link.DeputyId == _house.District.Gu.Id) ? [whole.Opinion.Number] : []);
        }

        Assert.Equal(4, ledger.Count);
        Assert.Equal(ledger.Order(), Numbers((await OwnAsync()).Waiting).Order());
    }

    [Fact]
    public async Task An_answer_along_channel_2_waits_for_the_deputys_rating_and_says_when_no_calendar_is_there()
    {
        var seen = await _gus.ForwardedAsync(await _gus.CollectAsync(), ForwardingChannel.BetweenSessions);
        await _house.Desk.AssignAsync(seen, new Opinions.HandlersForm { LeadOrganId = _house.District.UrbanManagement.Id }, new(2026, 1, 7));
        await _house.Desk.RecordAnswerAsync(await _gus.AsItStandsAsync(seen), AnswerOutcome.Solved, "已修。", new(2026, 2, 20));
        await using (var db = _house.Rows())
        {
            db.RemoveRange(await db.CalendarYears.ToListAsync(Cancelled));
            await db.SaveChangesAsync(Cancelled);
        }

        var home = await OwnAsync();
        Assert.Equal("15个工作日内评价；2026年的年历还没有装入，算不出是哪一天", Assert.Single(home.ToRate).Rating());

        await _house.Desk.RateAnswerAsync(await _gus.AsItStandsAsync(seen), DeputyRating.Satisfied, LiaisonHouse.Today);
        Assert.Empty((await OwnAsync()).ToRate);
    }

    [Fact]
    public async Task A_dissatisfied_voter_may_lead_to_another_round()
    {
        await _gus.TellAsync(await _gus.AnsweredAsync(new(2026, 2, 20)), VoterRating.Dissatisfied);

        Assert.Contains(OpinionAct.ForwardAgain, Assert.Single((await OwnAsync()).Dissatisfied).May);
    }

    [Fact]
    public async Task The_year_adds_up_and_the_next_reception_is_the_nearest_one_planned()
    {
        await _gus.AnsweredAsync(new(2026, 2, 20));
        await _gus.TellAsync(await _gus.AnsweredAsync(new(2026, 2, 20)));
        await _gus.ForwardedAsync(await _gus.CollectAsync());
        await using (var db = _house.Rows())
        {
            db.AddRange(Planned(new(2026, 3, 20)), Planned(new(2026, 3, 10)));
            var held = Planned(new(2026, 2, 10));
            held.Hold(new([_house.District.Gu], 3), LiaisonHouse.Entered);
            db.Add(held);
            await db.SaveChangesAsync(Cancelled);
        }

        var home = await OwnAsync();

        Assert.Equal((2026, 1, 2, false), (home.Year.Year, home.Year.Attended, home.Year.Expected, home.Year.Reported));
        Assert.Equal("已告知1件，待告知1件，还在办理1件", home.Year.Opinions.FateInWords());
        Assert.Equal((new DateOnly(2026, 3, 10), "陶知言"), (home.NextSession!.On, home.NextSession.With.Single()));

        ContactSession Planned(DateOnly on) =>
            ContactSession.Plan(_house.District.BajiaoStation, new SessionFacts(on, new(14, 0), new(16, 0), "一层", ContactForm.Talk, [_house.District.Gu, _house.District.Tao]), LiaisonHouse.Entered);
    }

    [Fact]
    public async Task Whoever_tells_in_a_deputys_name_stands_in_the_history_and_the_audit_log_with_the_deputy()
    {
        var seen = await _gus.AnsweredAsync(new(2026, 2, 20));

        await _house.Person("王静").FeedBackAsync(seen, new FeedbackFacts(FeedbackMeans.Telephone, "顾砚清", "", LiaisonHouse.Today), "顾砚清");

        await using var db = _house.Rows();
        var entry = await db.Set<HistoryEntry>().OrderBy(entry => entry.Id).LastAsync(Cancelled);
        Assert.Equal(("王静", "由王静代顾砚清代表办理。顾砚清电话告知选民。"), (entry.By, entry.Note));
        Assert.Equal("反馈选民（代顾砚清代表）", (await db.AuditEntries.OrderBy(one => one.Id).LastAsync(Cancelled)).Detail);
    }

    private async Task<DeputyHome> OwnAsync() => (await HomeAsync(_gus.Deputy, null))!;

    private Task<DeputyHome?> HomeAsync(Rights rights, string? code) => _house.As("顾砚清", rights).GetRequiredService<DeputyQueries>().HomeAsync(code, Cancelled);

    private static IReadOnlyList<string> Numbers(IEnumerable<DeputyCase> cases) => [.. cases.Select(one => one.Number)];
}
