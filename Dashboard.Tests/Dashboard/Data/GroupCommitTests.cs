using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

public sealed class GroupCommitTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acts_that_come_together_share_a_transaction_and_one_that_is_refused_takes_back_only_itself()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var queue = await Queue.BeforeAsync(house);
        var told = Enumerable.Range(1, 4).Select(place => queue.WriteAsync(async db =>
        {
            db.Add(new Topic($"专题{place}", TopicKind.Supervision, 2030, ""));
            await db.SaveChangesAsync(Cancelled);
            return place is not 2 ? db.Database.GetDbConnection() : throw new RuleBrokenException("第二件不行。");
        })).ToList();
        await queue.GoOnAsync();

        Assert.Equal("第二件不行。", (await Assert.ThrowsAsync<RuleBrokenException>(() => told[1])).Message);
        Assert.Single((await Task.WhenAll(told[0], told[2], told[3])).Distinct());
        Assert.Equal(["专题1", "专题3", "专题4"], await TopicsAsync(house));
    }

    [Fact]
    public async Task When_the_commit_fails_everybody_in_it_is_told_and_nothing_of_it_is_there()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var queue = await Queue.BeforeAsync(house);
        var good = queue.WriteAsync(db => AddAsync(db, "随后失败的"));
        var bad = queue.WriteAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON; INSERT INTO SavedViews (AccountId, Name, Query, CreatedAt) VALUES (4711, '无主', '', '')", Cancelled));
        await queue.GoOnAsync();

        await Assert.ThrowsAsync<SqliteException>(() => good);
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        Assert.Empty(await TopicsAsync(house));
        await house.CollectAsync(); // and the next is written
    }

    [Fact]
    public async Task When_the_database_takes_back_everything_those_before_are_told_and_those_after_are_written()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var queue = await Queue.BeforeAsync(house);
        var before = queue.WriteAsync(db => AddAsync(db, "先前的"));
        var undoing = queue.WriteAsync(db => db.Database.ExecuteSqlRawAsync("INSERT OR ROLLBACK INTO Stations SELECT * FROM Stations", Cancelled)); // as a failing disk does
        var after = queue.WriteAsync(db => AddAsync(db, "后来的"));
        await queue.GoOnAsync();

        await Assert.ThrowsAsync<SqliteException>(() => undoing);
        await Assert.ThrowsAsync<SqliteException>(() => before);
        await after;
        Assert.Equal(["后来的"], await TopicsAsync(house));
    }

    [Fact]
    public async Task Whoever_gives_up_before_the_turn_has_written_nothing()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var queue = await Queue.BeforeAsync(house);
        using var giving = new CancellationTokenSource();
        var givenUp = queue.WriteAsync(db => AddAsync(db, "不写了"), giving.Token);
        await giving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        await queue.GoOnAsync();
        await house.CollectAsync();
        Assert.Empty(await TopicsAsync(house));
    }

    [Fact]
    public async Task Whoever_listens_hears_of_every_act_that_was_committed_together()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var queue = await Queue.BeforeAsync(house);
        var signal = house.The<ChangeSignal>();
        int[] stations = [house.District.BajiaoHome.Id, house.District.BajiaoStation.Id, house.District.ShougangHome.Id];
        var collected = stations.Select(station => house.CollectAsync(stationId: station)).ToList();
        await queue.GoOnAsync();
        await Task.WhenAll(collected);

        var heard = (await signal.NextAsync(Cancelled)).Touched;
        Assert.Equal(stations.Select(station => new StationYear(station, 2026)), heard.OrderBy(place => place.StationId));
    }

    private static async Task<int> AddAsync(LiaisonDbContext db, string topic)
    {
        db.Add(new Topic(topic, TopicKind.Supervision, 2030, ""));
        return await db.SaveChangesAsync(Cancelled);
    }

    private static async Task<List<string>> TopicsAsync(LiaisonHouse house)
    {
        await using var db = house.Rows();
        return await db.Topics.Where(topic => topic.Year == 2030).Select(topic => topic.Title).Order().ToListAsync(Cancelled);
    }

    /// <summary>Somebody whose act takes as long as the test wants; the others wait behind it.</summary>
    private sealed class Queue : IAsyncDisposable
    {
        private readonly LiaisonStore _store;
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task<bool> _first;

        private Queue(LiaisonStore store, TaskCompletionSource begun)
        {
            _store = store;
            _first = store.WriteAsync(
                async _ =>
                {
                    begun.SetResult();
                    await _goOn.Task;
                    return true;
                },
                Cancelled);
        }

        public static async Task<Queue> BeforeAsync(LiaisonHouse house)
        {
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var queue = new Queue(house.The<LiaisonStore>(), begun);
            await begun.Task;
            return queue;
        }

        public Task<T> WriteAsync<T>(Func<LiaisonDbContext, Task<T>> act, CancellationToken? cancellationToken = null) => _store.WriteAsync(act, cancellationToken ?? Cancelled);

        public Task<bool> GoOnAsync()
        {
            _goOn.TrySetResult();
            return _first;
        }

        public async ValueTask DisposeAsync() => await GoOnAsync();
    }
}
