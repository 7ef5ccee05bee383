using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;
using static VoterLiaison.TestKit.Acts;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class OpinionDeskTests
{
    private static readonly DateOnly Today = LiaisonHouse.Today;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_opinion_goes_its_whole_way_and_every_step_says_who_did_it()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await house.CollectAsync();
        seen = await house.Person("甲").ForwardedAsync(seen, house.District, Today);
        await house.Person("乙").RecordAnswerBesideAsync(seen, house.District.Housing.Id, AnswerOutcome.Solved, "已配合。", Today);
        seen = await house.Person("丙").AnsweredAsync(seen.Next(), Today, AnswerOutcome.CannotSolveForNow);
        await house.Person("丁").FeedBackAsync(seen, Told(Today));
        await house.Person("戊").RateAsync(seen.Next(), VoterRating.Dissatisfied, Today);
        await house.Person("己").ForwardAgainAsync(seen.Next(2), ToOrgan(house.District, Today), "联络室主任");

        var opinion = await WholeAsync(house, seen.OpinionId);
        Assert.Equal((OpinionStage.Forwarded, 2, 7), (opinion.Stage, opinion.Round, opinion.Version));
        Assert.Equal(["值班员", "甲", "乙", "丙", "丁", "戊", "己"], opinion.History.Select(entry => entry.By));
        Assert.Equal(["已配合。", "已修复。"], opinion.Forwardings[0].Answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task What_was_not_chosen_is_asked_for()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await house.CollectAsync();
        var forwarded = await house.Person("甲").ForwardedAsync(await house.CollectAsync(), house.District, Today);

        Assert.Equal("请写明并入哪一件。", await RefusedAsync(() => house.Desk.MergeAsync(seen, " ", "同一件事", Today)));
        Assert.Equal("没有编号为“2026-BJ01-9999”的意见，请核对主件的编号。", await RefusedAsync(() => house.Desk.MergeAsync(seen, "2026-bj01-9999", "同一件事", Today)));
        Assert.Equal("请选择类别。", await RefusedAsync(() => house.Desk.CategoriseAsync(seen, 4711)));
        Assert.Equal("请选择协办单位。", await RefusedAsync(() => house.Desk.RecordAnswerBesideAsync(forwarded, 4711, AnswerOutcome.Solved, "已配合。", Today)));

        static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAnyAsync<RuleBrokenException>(act)).Message;
    }

    [Fact]
    public async Task The_second_editor_is_told_what_changed_and_nothing_is_written()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var both = await house.CollectAsync();
        await house.Person("甲").ForwardedAsync(both, house.District, Today);

        var told = await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            house.Person("乙").ExplainAsync(both with { Submission = Guid.NewGuid() }, "此事已有安排。", Today, null));

        Assert.Equal("您打开以后，这件意见有了新的办理：9:00　甲　转交。您写的都还在，请看过最新情况再决定。", told.Message);
        var opinion = await WholeAsync(house, both.OpinionId);
        Assert.Equal((OpinionStage.Forwarded, 2, null), (opinion.Stage, opinion.Version, opinion.Explanation));
    }

    [Fact]
    public async Task Of_two_editors_in_two_programs_one_succeeds_and_the_other_is_told()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var another = house.Another();
        for (var time = 0; time < 10; time++)
        {
            var both = await house.CollectAsync();
            var tries = new[] { house, another }.Select(program => Record.ExceptionAsync(() => Task.Run(() =>
                program.Desk.ForwardAsync(both with { Submission = Guid.NewGuid() }, ToOrgan(house.District, Today)), Cancelled)).AsTask());

            Assert.IsType<ChangedMeanwhileException>(Assert.Single(await Task.WhenAll(tries), refused => refused is not null));
            Assert.Single((await WholeAsync(house, both.OpinionId)).Forwardings);
        }
    }

    [Fact]
    public async Task The_same_click_sent_three_times_at_once_is_entered_once()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var click = Guid.NewGuid();
        var form = new CollectForm { StationId = house.District.BajiaoHome.Id, Words = "路灯不亮", On = Today };
        var three = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => house.Desk.CollectAsync(form, click), Cancelled)));
        Assert.Single(three.Distinct());

        var seen = new Seen(three[0].Id, 1, Guid.NewGuid());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => house.Desk.ForwardAsync(seen, ToOrgan(house.District, Today)), Cancelled)));

        var opinion = await WholeAsync(house, seen.OpinionId);
        Assert.Equal([OpinionAct.Collect, OpinionAct.Forward], opinion.History.Select(entry => entry.Act));
    }

    [Fact]
    public async Task Years_and_stations_number_for_themselves()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        await house.CollectAsync(on: new DateOnly(2025, 12, 31));
        await house.CollectAsync(stationId: house.District.ShougangHome.Id);
        await house.CollectAsync();

        await using var db = house.Rows();
        Assert.Equal(
            ["2025-BJ01-0001", "2026-BJ01-0001", "2026-BJ01-0002", "2026-SG01-0001"],
            await db.Opinions.Select(o => o.Number).Order().ToListAsync(Cancelled));
    }

    [Fact]
    public async Task The_same_name_with_the_same_phone_is_the_same_voter_and_a_row_of_nobody_is_nobody()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var form = new CollectForm
        {
            StationId = house.District.BajiaoHome.Id,
            Words = "路灯不亮",
            On = Today,
            Voters = [new() { Name = "王女士", Phone = "13800000001" }, new() { Name = "王女士 ", Phone = "13800000001" }, new() { Name = "李先生" }, new()],
        };
        await house.Desk.CollectAsync(form, Guid.NewGuid());
        await house.Desk.CollectAsync(form, Guid.NewGuid());

        await using var db = house.Rows();
        Assert.Equal([2, 2], await db.Opinions.Select(o => o.Headcount).ToListAsync(Cancelled));
        Assert.Equal(["李先生", "李先生", "王女士"], await db.Voters.Select(voter => voter.Name).Order().ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Where_a_voter_lives_is_kept_although_she_left_no_name()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.Desk.CollectAsync(
            new CollectForm { StationId = house.District.BajiaoHome.Id, Words = "路灯不亮", On = Today, Voters = [new() { Community = "特钢社区" }] }, Guid.NewGuid());

        await using var db = house.Rows();
        var voter = await db.Voters.SingleAsync(Cancelled);
        Assert.Equal(("特钢社区", "未留姓名"), (voter.Community, voter.Masked()));
    }

    [Fact]
    public async Task When_a_lead_is_answered_the_merged_ones_hear_of_it_in_the_same_act()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var lead = await house.CollectAsync();
        var merged = await house.CollectAsync();
        await house.Desk.MergeAsync(merged, " 2026-BJ01-0001 ", "同一路段。", Today);
        lead = await house.Desk.ForwardedAsync(lead.Next(), house.District, Today);
        await house.Desk.RecordAnswerAsync(lead, AnswerOutcome.ForReference, "已阅。", Today);

        var opinion = await WholeAsync(house, merged.OpinionId);
        Assert.Equal((OpinionStage.Merged, Today, true), (opinion.Stage, opinion.AwaitingFeedbackSince, opinion.OwesExplanation));

        await house.Desk.UnmergeAsync(merged.Next(2), "不是同一件事。", Today);
        var alone = await WholeAsync(house, lead.OpinionId);
        Assert.Equal((0, Today.AddDays(15)), (alone.Followers, alone.DueOn)); // its own clock runs on
    }

    [Fact]
    public async Task What_is_not_there_is_refused_with_a_sentence()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await house.CollectAsync();
        await SaysAsync("请选择家站。", () => house.CollectAsync(stationId: 999));
        await SaysAsync("请选择主办单位。", () => house.Desk.ForwardAsync(seen, new ForwardForm { On = Today }));
        await SaysAsync("请填写会议日期。", () => house.Desk.ForwardAsync(seen, new ForwardForm { Channel = ForwardingChannel.CommitteeMeeting, MeetingTopic = "养老", On = Today }));
        await SaysAsync("请选择一位市人大代表。", () => house.Desk.ForwardAsync(seen, new ForwardForm { Channel = ForwardingChannel.MunicipalDeputy, On = Today }));
        await SaysAsync("没有编号为“2026-XX”的意见，请核对主件的编号。", () => house.Desk.MergeAsync(seen, "2026-XX", "同一路段。", Today));
        await SaysAsync("没有找到这件意见。", () => house.Desk.WithdrawAsync(new Seen(999, 1, Guid.NewGuid()), "另有考虑。", Today));
        await SaysAsync("请重新选择代表。", () => house.Desk.NameDeputiesAsync(seen, [999]));
        await SaysAsync("请选择类别。", () => house.Desk.CategoriseAsync(seen, 999));
        Assert.Equal(1, (await WholeAsync(house, seen.OpinionId)).Version);
    }

    [Fact]
    public async Task The_day_is_the_districts_even_where_UTC_has_another()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        house.Clock.Advance(TimeSpan.FromMinutes((14 * 60) + 59)); // 23:59 in the district
        await SaysAsync("收集日期2026-03-03还没有到。", () => house.CollectAsync(on: Today.AddDays(1)));
        house.Clock.Advance(TimeSpan.FromMinutes(2)); // 00:01 there; still yesterday in UTC
        await house.CollectAsync(on: Today.AddDays(1));
    }

    private static async Task SaysAsync(string sentence, Func<Task> act) => Assert.Equal(sentence, (await Assert.ThrowsAsync<RuleBrokenException>(act)).Message);

    private static async Task<Opinion> WholeAsync(LiaisonHouse house, int id)
    {
        var queries = house.The<OpinionQueries>();
        return (await queries.FindAsync((await queries.NumberAsync(id, Cancelled))!, Cancelled))!;
    }
}
