using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Plans;

public sealed class TopicTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Its_page_gathers_what_was_put_under_it_and_the_list_behind_has_the_same()
    {
        var id = await SetUpAsync();
        var seen = await _house.CollectAsync("电梯坏了三天");
        await _house.CollectAsync("路灯不亮");
        await _house.Desk.PutUnderTopicAsync(seen, id);

        var topic = (await _house.The<TopicQueries>().TopicAsync(id, Cancelled))!;

        Assert.Equal((1, "电梯坏了三天"), (topic.Counts.Collected, Assert.Single(topic.Voices).Words));
        Assert.Equal(1, await _house.The<OpinionQueries>().CountAsync(new OpinionFilter { TopicId = id }, Cancelled));
    }

    [Fact]
    public async Task A_topic_is_of_a_kind_and_one_that_is_not_there_is_none()
    {
        var (id, seen) = (await SetUpAsync(), await _house.CollectAsync("电梯坏了三天"));
        var nameless = new TopicForm { Title = "停车", Year = 2026 };

        Assert.Equal("请选监督议题还是调研题目。", (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.The<TopicDesk>().SetUpAsync(nameless))).Message);
        Assert.Equal("请选监督议题还是调研题目。", (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.The<TopicDesk>().DescribeAsync(id, nameless))).Message);
        Assert.Equal("请选择议题。", (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.PutUnderTopicAsync(seen, 4711))).Message);
        Assert.Equal("请先勾选意见。", (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.PutManyUnderTopicAsync([], id))).Message);
        Assert.Equal(
            "一次最多归入200件，请少勾选一些。",
            (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.PutManyUnderTopicAsync([.. Enumerable.Repeat(new Picked(seen, ""), OpinionDesk.MostAtOnce + 1)], id))).Message);
    }

    [Fact]
    public async Task Nothing_more_is_put_under_what_has_ended()
    {
        var id = await SetUpAsync();
        await _house.The<TopicDesk>().CloseAsync(id);
        var seen = await _house.CollectAsync("电梯坏了三天");

        Assert.Equal("“加装电梯”已经结束，不能再归入。", (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.PutUnderTopicAsync(seen, id))).Message);
    }

    [Fact]
    public async Task Many_are_put_under_it_each_by_its_own_act_and_what_one_refuses_does_not_hold_up_the_others()
    {
        var id = await SetUpAsync();
        List<Picked> picked = [];
        foreach (var words in new[] { "电梯坏了三天", "电梯太旧", "电梯太小" })
        {
            picked.Add(new Picked(await _house.CollectAsync(words), words));
        }

        await _house.Desk.PutUnderTopicAsync(picked[1].Seen with { Submission = Guid.NewGuid() }, id);

        var outcome = await _house.Desk.PutManyUnderTopicAsync([picked[0], picked[1] with { Seen = picked[1].Seen.Next(1) }, picked[2]], id);

        Assert.Equal((2, "电梯太旧", "已经归入“加装电梯”。"), (outcome.Done, outcome.Refused.Single().Number, outcome.Refused.Single().Why));
        await using var db = _house.Rows();
        Assert.Equal([id, id, id], await db.Opinions.Select(opinion => opinion.TopicId!.Value).ToListAsync(Cancelled));
        Assert.Equal(3, await db.Set<HistoryEntry>().CountAsync(entry => entry.Act == OpinionAct.PutUnderTopic, Cancelled));
        Assert.Equal(3, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.OpinionActed && entry.Detail == "归入议题", Cancelled));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_or_lies_outside_is_left_and_said()
    {
        var id = await SetUpAsync();
        var seen = await _house.CollectAsync("电梯坏了三天");
        await _house.Desk.CategoriseAsync(seen, _house.District.Transport.Id);
        Assert.Single((await _house.Desk.PutManyUnderTopicAsync([new Picked(seen with { Submission = Guid.NewGuid() }, "1")], id)).Refused);

        var elsewhere = _house.As("首钢联组", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.ShougangHome.Id))])).GetRequiredService<OpinionDesk>();
        Assert.Equal("没有找到这件意见。", (await elsewhere.PutManyUnderTopicAsync([new Picked(seen.Next(1), "1")], id)).Refused.Single().Why);
        Assert.Equal("请先勾选意见。", (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.PutManyUnderTopicAsync([], id))).Message);
    }

    private Task<int> SetUpAsync() => _house.The<TopicDesk>().SetUpAsync(new TopicForm { Title = "加装电梯", Kind = TopicKind.Supervision, Year = 2026 });
}
