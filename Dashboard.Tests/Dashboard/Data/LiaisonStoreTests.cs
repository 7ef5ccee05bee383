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

    [Fact]
    public async Task What_the_disk_does_not_take_is_said_in_a_sentence_and_taken_once_there_is_room()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await SetAsync(house, "PRAGMA max_page_count=1"); // SQLite takes that for as many as there are now

        var refused = await Assert.ThrowsAsync<NotStoredException>(() => house.CollectAsync(words: new string('灯', 20_000)));

        Assert.Equal(StorageTrouble.Full, refused.Trouble);
        Assert.StartsWith("服务器的磁盘满了，这次没有存下。您写的都还在这里", refused.Message, StringComparison.Ordinal);
        await SetAsync(house, "PRAGMA max_page_count=4294967294");
        Assert.Equal("2026-BJ01-0001", await NumberOfNextAsync(house));
    }

    [Fact]
    public async Task While_the_reserve_is_spent_only_signing_in_is_written_and_everything_again_once_there_is_room()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var (reserve, store) = (house.The<Reserve>(), house.The<LiaisonStore>());
        Assert.True(reserve.IsKept);
        reserve.Spend();
        var inTheWay = Directory.CreateDirectory(Path.Combine(house.Folder, "reserve"));

        await Assert.ThrowsAsync<NotStoredException>(() => house.CollectAsync());
        Assert.True(await store.WriteFromReserveAsync(_ => Task.FromResult(true), Cancelled));

        inTheWay.Delete();
        Assert.Equal("2026-BJ01-0001", await NumberOfNextAsync(house));
        Assert.Equal(Reserve.Bytes, new FileInfo(inTheWay.FullName).Length);
    }

    private static Task<int> SetAsync(LiaisonHouse house, string pragma) =>
        house.The<LiaisonStore>().WriteAsync(db => db.Database.ExecuteSqlRawAsync(pragma, Cancelled), Cancelled);

    private static async Task<string> NumberOfNextAsync(LiaisonHouse house)
    {
        var seen = await house.CollectAsync();
        await using var db = house.Rows();
        return (await db.Opinions.SingleAsync(o => o.Id == seen.OpinionId, Cancelled)).Number;
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
