using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Live;

/// <summary>The night a limit passes: the numbers every board and hub client is told, the list behind them, the command line's counts and the history say the same, by themselves.</summary>
public sealed class OverTheLimitTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test
    private LiveCounts _live = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-03-02")] // due on 1 April
    [InlineData("2026-12-05")] // due on 4 January of the next year
    [InlineData("2026-12-01")] // due on the last day of the year: late on its first
    public async Task When_the_day_after_begins_all_of_them_say_one_is_late(string collected)
    {
        var on = DateOnly.Parse(collected, System.Globalization.CultureInfo.InvariantCulture);
        To(on.ToDateTime(new TimeOnly(9, 0)));
        var seen = await _house.CollectAsync(on: on);
        await _house.Desk.ForwardedAsync(seen, _house.District, on);
        To(on.AddDays(30).ToDateTime(new TimeOnly(23, 59, 59)));
        await _live.StartAsync(Cancelled);
        await _house.Clock.WaitedOnAsync(_house.Clock.GetUtcNow() + LiveCounts.Beat, 1, Cancelled); // they counted what was done, and rest until the clock is turned
        var night = new DateTimeOffset(ChinaTime.StartOf(on.AddDays(31)));
        using var midnight = new MidnightBell(_house.The<ChangeSignal>(), _house.Clock);
        using var lateness = new LatenessBell(_house.The<LatenessNoting>(), _house.Clock, NullLogger<LatenessBell>.Instance);
        await midnight.StartAsync(Cancelled);
        await lateness.StartAsync(Cancelled);
        await _house.Clock.WaitedOnAsync(night, 2, Cancelled);
        var told = Channel.CreateUnbounded<CountsChange>();
        using var watch = _live.Watch(change => told.Writer.WriteAsync(change, Cancelled).AsTask());
        Assert.Equal((0, 0, 0, 0), await SaidAsync());

        _house.Clock.Advance(TimeSpan.FromSeconds(1)); // midnight in the district

        await told.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
        await _house.Clock.WaitedOnAsync(night.AddDays(1), 2, Cancelled); // each bell waits for the next night when it has done its part
        Assert.Equal((1, 1, 1, 1), await SaidAsync());
        await using var db = _house.Rows();
        var entry = await db.Set<HistoryEntry>().SingleAsync(entry => entry.Act == OpinionAct.FallOverdue, Cancelled);
        Assert.Equal(on.AddDays(31), entry.On);
        await midnight.StopAsync(Cancelled);
        await lateness.StopAsync(Cancelled);
    }

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        _live = _house.The<LiveCounts>();
    }

    public async ValueTask DisposeAsync()
    {
        await _live.StopAsync(CancellationToken.None);
        await _house.DisposeAsync();
    }

    private void To(DateTime inTheDistrict) => _house.Clock.SetUtcNow(new DateTimeOffset(inTheDistrict, TimeSpan.FromHours(8)));

    /// <summary>Late ones by the live numbers, by the list behind them, by the command line's counts, and by the history.</summary>
    private async Task<(int Live, int Listed, int Counted, int Noted)> SaidAsync()
    {
        await using var db = _house.Rows();
        return (
            (await _live.SnapshotAsync(2026, Cancelled)).Total.Overdue,
            await _house.The<OpinionQueries>().CountAsync(new OpinionFilter { Year = 2026, Measure = Measure.Overdue }, Cancelled),
            OpinionCounts.Sum((await _house.The<CountQueries>().ByStationAsync(2026, ChinaTime.DayOf(_house.Clock.GetUtcNow().UtcDateTime), Cancelled)).Values).Overdue,
            await db.Set<HistoryEntry>().CountAsync(entry => entry.Act == OpinionAct.FallOverdue, Cancelled));
    }
}
