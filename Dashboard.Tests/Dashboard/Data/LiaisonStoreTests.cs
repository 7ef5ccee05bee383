using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class LiaisonStoreTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_who_write_at_once_from_two_programs_all_succeed_and_no_number_is_given_twice()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var another = house.Another();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(place => Task.Run(() => (place % 2 == 0 ? house : another).CollectAsync(), Cancelled)));

        await using var db = house.Rows();
        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => $"2026-BJ01-{number:0000}"),
            await db.Opinions.OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task An_act_that_fails_halfway_writes_nothing_and_takes_no_number_away()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        await FailAfterSavingAsync(house);

        await house.CollectAsync();

        await using var db = house.Rows();
        Assert.Equal(["2026-BJ01-0001", "2026-BJ01-0002"], await db.Opinions.Select(o => o.Number).Order().ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Whoever_listens_hears_of_it_after_it_was_committed_and_of_nothing_that_was_not()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var signal = house.The<ChangeSignal>();
        var heard = signal.NextAsync(Cancelled);
        await Assert.ThrowsAsync<RuleBrokenException>(() => house.CollectAsync(words: ""));
        await FailAfterSavingAsync(house);
        Assert.False(heard.IsCompleted);

        await house.CollectAsync(on: new DateOnly(2025, 12, 31));

        Assert.Equal([new StationYear(house.District.BajiaoHome.Id, 2025)], (await heard).Touched);
    }

    private static Task<RuleBrokenException> FailAfterSavingAsync(LiaisonHouse house) => Assert.ThrowsAsync<RuleBrokenException>(() => house.The<LiaisonStore>().WriteAsync(
        async db =>
        {
            var series = await db.OpinionSeries.FindAsync([house.District.BajiaoHome.Id, 2026], Cancelled) ?? new OpinionSeries(house.District.BajiaoHome.Id, 2026);
            var facts = new CollectedFacts { Words = "路灯不亮", On = LiaisonHouse.Today };
            db.Opinions.Add(Opinion.Collect(series, house.District.BajiaoHome, facts, new Stamp("值班员", house.Clock.GetUtcNow().UtcDateTime, new ClockLimits())));
            await db.SaveChangesAsync(Cancelled);
            throw new RuleBrokenException("存了以后才出错。");
        },
        Cancelled));
}
