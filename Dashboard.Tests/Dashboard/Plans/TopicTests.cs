using VoterLiaison.Dashboard.Opinions;
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
    public async Task Nothing_more_is_put_under_what_has_ended()
    {
        var id = await SetUpAsync();
        await _house.The<TopicDesk>().CloseAsync(id);
        var seen = await _house.CollectAsync("电梯坏了三天");

        Assert.Equal("“加装电梯”已经结束，不能再归入。", (await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.PutUnderTopicAsync(seen, id))).Message);
    }

    private Task<int> SetUpAsync() => _house.The<TopicDesk>().SetUpAsync(new TopicForm { Title = "加装电梯", Kind = TopicKind.Supervision, Year = 2026 });
}
