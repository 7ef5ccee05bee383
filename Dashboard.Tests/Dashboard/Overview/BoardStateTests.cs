using System.Collections.Immutable;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>The published rule: after a gap, or in another epoch, take the snapshot again.</summary>
public sealed class BoardStateTests : DashboardTestContext
{
    private readonly BoardState _board;

    public BoardStateTests() => _board = new BoardState(The<LiveCounts>(), Clock);

    [Fact]
    public async Task The_next_change_in_order_is_taken_as_it_is()
    {
        await _board.OpenAsync(2026);

        await _board.HearAsync(Change(_board.Counts!.Epoch, sequence: 1, collected: 7));

        Assert.Equal(7, Collected);
        Assert.Equal(1, _board.Counts!.Sequence);
    }

    [Fact]
    public async Task A_change_already_in_the_snapshot_is_not_counted_twice()
    {
        await _board.OpenAsync(2026);

        await _board.HearAsync(Change(_board.Counts!.Epoch, sequence: 0, collected: 7));

        Assert.Equal(0, Collected);
    }

    [Fact]
    public async Task A_gap_leads_to_the_snapshot()
    {
        await _board.OpenAsync(2026);

        await _board.HearAsync(Change(_board.Counts!.Epoch, sequence: 2, collected: 7));

        Assert.Equal(0, Collected); // what the database holds, not what the late change said
        Assert.Equal(0, _board.Counts!.Sequence);
    }

    [Fact]
    public async Task Another_epoch_leads_to_the_snapshot()
    {
        await _board.OpenAsync(2026);
        var epoch = _board.Counts!.Epoch;

        await _board.HearAsync(Change("another", sequence: 1, collected: 7));

        Assert.Equal(0, Collected);
        Assert.Equal(epoch, _board.Counts!.Epoch);
    }

    [Fact]
    public async Task A_change_of_another_year_moves_the_sequence_on_and_no_number()
    {
        await _board.OpenAsync(2026);

        await _board.HearAsync(Change(_board.Counts!.Epoch, sequence: 1, collected: 7) with { Year = 2025 });
        await _board.HearAsync(Change(_board.Counts!.Epoch, sequence: 2, collected: 8));

        Assert.Equal(8, Collected);
    }

    [Fact]
    public async Task A_heartbeat_in_step_only_moves_the_as_of()
    {
        await _board.OpenAsync(2026);
        var stations = _board.Counts!.Stations;
        var later = _board.Counts.AsOf.AddSeconds(15);

        await _board.HearAsync(new Heartbeat(_board.Counts.Epoch, 0, later));

        Assert.Equal(later, _board.Counts!.AsOf);
        Assert.Same(stations, _board.Counts.Stations);
    }

    [Fact]
    public async Task A_heartbeat_ahead_of_the_board_leads_to_the_snapshot()
    {
        await _board.OpenAsync(2026);
        var said = _board.Counts!.AsOf.AddSeconds(15);

        await _board.HearAsync(new Heartbeat(_board.Counts.Epoch, 5, said));

        Assert.Equal(0, _board.Counts!.Sequence);
        Assert.NotEqual(said, _board.Counts.AsOf);
    }

    [Fact]
    public async Task A_snapshot_that_was_overtaken_by_a_change_is_dropped()
    {
        await _board.OpenAsync(2026);
        await _board.HearAsync(Change(_board.Counts!.Epoch, sequence: 1, collected: 7));

        await _board.HearAsync(new Heartbeat(_board.Counts!.Epoch, 5, Clock.GetUtcNow().UtcDateTime)); // brings the snapshot of sequence 0

        Assert.Equal(7, Collected);
    }

    [Fact]
    public async Task Counts_older_than_three_heartbeats_are_stale()
    {
        await _board.OpenAsync(2026);

        Clock.Advance(TimeSpan.FromSeconds(45));
        Assert.False(IsStale);

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(IsStale);
    }

    private bool IsStale
    {
        get
        {
            var now = new BoardNow();
            now.Take(_board.Counts!, null!, _board.Age); // nothing goes on beside the counts
            return now.IsStale;
        }
    }

    private int Collected => _board.Counts!.Of(District.BajiaoHome.Id).Collected;

    private CountsChange Change(string epoch, long sequence, int collected) => new(
        epoch, sequence, Clock.GetUtcNow().UtcDateTime, 2026,
        ImmutableDictionary<int, OpinionCounts>.Empty.Add(District.BajiaoHome.Id, new OpinionCounts { Collected = collected }));
}
