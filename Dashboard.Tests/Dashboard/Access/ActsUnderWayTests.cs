using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

public sealed class ActsUnderWayTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopping_waits_for_the_acts_under_way_and_lets_no_more_begin()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var turn = new TaskCompletionSource();
        var another = house.The<LiaisonStore>().WriteAsync(_ => turn.Task, Cancelled); // an act at the gate has to wait
        var act = house.CollectAsync();

        var stopping = house.The<ActsUnderWay>().FinishAsync();
        Assert.Throws<RuleBrokenException>(() => house.The<ActsUnderWay>().Begin(Cancelled));
        await house.Clock.WaitedOnAsync(Cancelled);

        turn.SetResult();
        await Task.WhenAll(another, act);
        Assert.False(stopping.IsCompleted); // the answer is on its way
        await house.Clock.AdvanceWhenWaitedOnAsync(TimeSpan.FromMilliseconds(300), Cancelled);
        await stopping;
        await using var db = house.Rows();
        Assert.Equal(["路灯不亮"], await db.Opinions.Select(o => o.Words).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task An_act_that_cannot_come_to_its_turn_is_given_up_and_has_written_nothing()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var never = new TaskCompletionSource();
        var another = house.The<LiaisonStore>().WriteAsync(_ => never.Task, Cancelled);
        var act = house.CollectAsync();

        var stopping = house.The<ActsUnderWay>().FinishAsync();
        await house.Clock.AdvanceWhenWaitedOnAsync(TimeSpan.FromSeconds(3), Cancelled);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => act);
        never.SetResult();
        await another;
        await house.Clock.AdvanceWhenWaitedOnAsync(TimeSpan.FromMilliseconds(300), Cancelled);
        await stopping;
        await using var db = house.Rows();
        Assert.Equal(0, await db.Opinions.CountAsync(Cancelled));
    }
}
