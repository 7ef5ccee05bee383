using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;
using static VoterLiaison.TestKit.Acts;

namespace VoterLiaison.Dashboard.Live;

/// <summary>The counts alone, without hub and without server, on a clock turned by hand.</summary>
public sealed class LiveCountsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = LiaisonHouse.Today;

    private LiaisonHouse _house = null!; // opened before each test
    private LiveCounts _live = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        _live = _house.The<LiveCounts>();
        await _live.StartAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _live.StopAsync(CancellationToken.None);
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_save_is_told_at_once_with_the_stations_it_changed_and_the_next_number()
    {
        var changes = Changes.Of(_live);
        var snapshot = await _live.SnapshotAsync(2026, Cancelled);
        await _house.CollectAsync();

        var change = await changes.NextAsync();

        Assert.Equal((snapshot.Epoch, snapshot.Sequence + 1, 2026), (change.Epoch, change.Sequence, change.Year));
        Assert.Equal([_house.District.BajiaoHome.Id], change.Stations.Keys);
        Assert.Equal((1, 1), (change.Stations[_house.District.BajiaoHome.Id].Collected, change.Stations[_house.District.BajiaoHome.Id].ToForward));
        Assert.Equal(change.Sequence, (await _live.SnapshotAsync(2026, Cancelled)).Sequence);
    }

    [Fact]
    public async Task Acts_within_one_beat_are_told_as_one()
    {
        var changes = Changes.Of(_live);
        await _live.SnapshotAsync(2026, Cancelled);
        await _house.CollectAsync();
        await changes.NextAsync();
        for (var more = 0; more < 5; more++)
        {
            await _house.CollectAsync();
        }

        await _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, Cancelled);

        var change = await changes.NextAsync();
        Assert.Equal((2, 6), (change.Sequence, change.Stations[_house.District.BajiaoHome.Id].Collected));
    }

    [Fact]
    public async Task Where_nothing_is_different_nothing_is_told()
    {
        var seen = await _house.CollectAsync();
        await CountedAsync();
        var changes = Changes.Of(_live);
        await _live.SnapshotAsync(2026, Cancelled);

        await _house.Desk.CategoriseAsync(seen, _house.District.Transport.Id); // an act that no number counts
        await _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, Cancelled);
        await _house.CollectAsync();
        await CountedAsync();

        Assert.Equal((1, 2), ((await changes.NextAsync()) is var only ? only.Sequence : 0, only.Stations.Values.Single().Collected));
        Assert.Equal(0, changes.Waiting);
    }

    [Fact]
    public async Task Only_the_stations_and_years_that_were_written_are_recounted()
    {
        var other = await _house.CollectAsync(on: new DateOnly(2025, 12, 31));
        await CountedAsync();
        var changes = Changes.Of(_live);
        await _live.SnapshotAsync(2026, Cancelled);
        Assert.Equal(1, (await _live.SnapshotAsync(2025, Cancelled)).Total.Collected);
        Behind($"UPDATE Opinions SET Year = 2024 WHERE Id = {other.OpinionId}"); // nobody rings for that

        await _house.CollectAsync();
        await _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, Cancelled);
        await changes.NextAsync();

        Assert.Equal(1, (await _live.SnapshotAsync(2025, Cancelled)).Total.Collected);
    }

    [Fact]
    public async Task A_watcher_that_stalls_holds_up_nobody_and_sees_a_gap()
    {
        var stalled = new TaskCompletionSource();
        var sawFirst = new TaskCompletionSource();
        var seen = Channel.CreateUnbounded<long>();
        using var slow = _live.Watch(async change =>
        {
            await seen.Writer.WriteAsync(change.Sequence);
            sawFirst.TrySetResult();
            await stalled.Task;
        });
        var quick = Changes.Of(_live);
        await _live.SnapshotAsync(2026, Cancelled);
        for (var sequence = 1; sequence <= 12; sequence++)
        {
            await _house.CollectAsync();
            Assert.Equal(sequence, (await quick.NextAsync()).Sequence);
            await sawFirst.Task.WaitAsync(Cancelled);
            await _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, Cancelled);
        }

        stalled.SetResult();

        Assert.Equal(1, await seen.Reader.ReadAsync(Cancelled));
        Assert.True(await seen.Reader.ReadAsync(Cancelled) > 2, "The changes in between were dropped, and the watcher can see it.");
    }

    [Fact]
    public async Task A_watcher_that_left_is_gone_and_is_shown_nothing_that_was_still_waiting()
    {
        var stalled = new TaskCompletionSource();
        var shown = Channel.CreateUnbounded<long>();
        var leaving = _live.Watch(async change =>
        {
            await shown.Writer.WriteAsync(change.Sequence);
            await stalled.Task;
        });
        var staying = Changes.Of(_live);
        await _live.SnapshotAsync(2026, Cancelled);
        for (var times = 0; times < 3; times++)
        {
            await _house.CollectAsync();
            await staying.NextAsync();
            await _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, Cancelled);
        }

        Assert.Equal(1, await shown.Reader.ReadAsync(Cancelled));
        leaving.Dispose();
        leaving.Dispose();
        stalled.SetResult(); // continues the watcher here and now

        Assert.Equal(1, _live.WatcherCount);
        Assert.Equal(0, shown.Reader.Count);
    }

    [Fact]
    public async Task A_watcher_that_fails_is_told_the_next_change_all_the_same()
    {
        var told = Channel.CreateUnbounded<long>();
        using var failing = _live.Watch(change => told.Writer.TryWrite(change.Sequence) ? throw new InvalidOperationException("the page is gone") : Task.CompletedTask);
        await _live.SnapshotAsync(2026, Cancelled);
        for (var sequence = 1; sequence <= 2; sequence++)
        {
            await _house.CollectAsync();
            Assert.Equal(sequence, await told.Reader.ReadAsync(Cancelled));
            await _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, Cancelled);
        }
    }

    [Fact]
    public async Task Watching_first_and_then_taking_the_snapshot_misses_nothing_while_others_write()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var writing = Enumerable.Range(0, 40).Select(_ => Task.Run(() => _house.CollectAsync(), Cancelled)).ToArray();
        var turning = TurnAsync(enough.Token);
        var changes = Changes.Of(_live);
        var board = await _live.SnapshotAsync(2026, Cancelled);
        while (board.Total.Collected < 40)
        {
            var change = await changes.NextAsync();
            board = change.Sequence <= board.Sequence ? board
                : change.Sequence == board.Sequence + 1 ? board with { Sequence = change.Sequence, Stations = board.Stations.SetItems(change.Stations) }
                : await _live.SnapshotAsync(2026, Cancelled);
        }

        await Task.WhenAll(writing);
        await enough.CancelAsync();
        await turning;
        Assert.Equal(40, (await _live.SnapshotAsync(2026, Cancelled)).Total.Collected);
    }

    [Fact]
    public async Task At_midnight_in_the_district_what_was_due_today_is_overdue()
    {
        var seen = await _house.CollectAsync(on: Today.AddDays(-30));
        await CountedAsync();
        await _house.Desk.ForwardedAsync(seen, _house.District, Today.AddDays(-30));
        await CountedAsync();
        using var midnight = new MidnightBell(_house.The<ChangeSignal>(), _house.Clock);
        await midnight.StartAsync(Cancelled);
        await _house.Clock.WaitedOnAsync(Cancelled);
        var changes = Changes.Of(_live);
        Assert.Equal(0, (await _live.SnapshotAsync(2026, Cancelled)).Total.Overdue);

        _house.Clock.Advance(TimeSpan.FromMinutes((14 * 60) + 59)); // 23:59
        Assert.Equal(0, changes.Waiting);
        _house.Clock.Advance(TimeSpan.FromMinutes(1)); // 00:00 in the district, 16:00 in UTC

        Assert.Equal((1, 1), ((await changes.NextAsync()).Stations.Values.Single() is var late ? late.Overdue : 0, late.AnswerOverdue));
        await midnight.StopAsync(Cancelled);
    }

    [Fact]
    public async Task What_another_program_wrote_is_noticed()
    {
        var seen = await _house.CollectAsync();
        await CountedAsync();
        var changes = Changes.Of(_live);
        await _live.SnapshotAsync(2026, Cancelled);
        var ticks = new WaitedOnClock(_house.Clock.GetUtcNow());
        using var others = new OtherWriters(_house.The<ChangeSignal>(), _house.The<WriteWatch>(), ticks, NullLogger<OtherWriters>.Instance);
        await others.StartAsync(Cancelled);
        await ticks.AdvanceWhenWaitedOnAsync(TimeSpan.Zero, Cancelled); // it is watching

        Behind($"UPDATE Opinions SET Stage = 'Explained' WHERE Id = {seen.OpinionId}");
        ticks.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((0, 1), ((await changes.NextAsync()).Stations.Values.Single() is var now ? now.ToForward : 9, now.Explained));
        await others.StopAsync(Cancelled);
    }

    [Fact]
    public async Task While_it_cannot_count_it_says_since_when_and_afterwards_nothing_is_lost()
    {
        var seen = await _house.CollectAsync();
        await CountedAsync();
        var changes = Changes.Of(_live);
        var current = (await _live.SnapshotAsync(2026, Cancelled)).AsOf;
        Behind("ALTER TABLE Opinions RENAME TO Elsewhere");
        _house.The<ChangeSignal>().Ring([new StationYear(_house.District.BajiaoHome.Id, 2026)]);
        await _house.Clock.WaitedOnAsync(Cancelled); // it failed and waits to try again
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(current, _live.Pulse.AsOf);

        Behind($"ALTER TABLE Elsewhere RENAME TO Opinions; UPDATE Opinions SET Stage = 'Explained' WHERE Id = {seen.OpinionId}");
        _house.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, (await changes.NextAsync()).Stations.Values.Single().Explained);
        await _house.Clock.WaitedOnAsync(Cancelled);
        Assert.Equal(_house.Clock.GetUtcNow().UtcDateTime, _live.Pulse.AsOf);
    }

    /// <summary>Lets the loop count what was written so far, and be ready for more.</summary>
    private Task CountedAsync() => _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, Cancelled);

    private async Task TurnAsync(CancellationToken enough)
    {
        try
        {
            while (true)
            {
                await _house.Clock.AdvanceWhenWaitedOnAsync(LiveCounts.Beat, enough);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has seen enough.
        }
    }

    private void Behind(string statement)
    {
        using var connection = _house.Behind();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own statements
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>A watcher that keeps what it was told, in order.</summary>
    private sealed class Changes
    {
        private readonly Channel<CountsChange> _told = Channel.CreateUnbounded<CountsChange>();

        public int Waiting => _told.Reader.Count;

        public static Changes Of(LiveCounts live)
        {
            var changes = new Changes();
            live.Watch(change =>
            {
                changes._told.Writer.TryWrite(change);
                return Task.CompletedTask;
            });
            return changes;
        }

        public async Task<CountsChange> NextAsync() => await _told.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
    }
}
