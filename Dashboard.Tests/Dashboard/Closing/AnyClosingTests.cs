using CsCheck;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Late;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>Any life of some opinions, closed at any moment of it, and more entered afterwards for days of the closed year.</summary>
public sealed class AnyClosingTests
{
    private const int Year = 2025;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_frozen_is_what_was_counted_then_and_with_what_is_late_it_is_what_is_counted_now() => await Gen
        .Select(RandomLife.Dice, Gen.Int[0, 100])
        .SampleAsync(async any => await HoldsAsync(any.Item1, any.Item2), iter: 8, threads: 1);

    private static async Task HoldsAsync(int[] dice, int percent)
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await using var db = house.Rows();
        var opinions = await LiveUntilAsync(db, house, dice, percent);
        var then = await house.The<CountQueries>().ByStationAsync(Year, LiaisonHouse.Today, Cancelled);
        await house.The<YearClosing>().CloseAsync(Year, Actor.App, cancellationToken: Cancelled);

        db.AddRange(opinions.Where(opinion => opinion.Id == 0));
        await db.SaveChangesAsync(Cancelled);
        await TellLateAsync(house, opinions);

        await using var after = house.Rows();
        var closed = await after.ClosedYears.AsNoTracking().Include(one => one.Counts).SingleAsync(Cancelled);
        Assert.All(
            from station in new[] { house.District.BajiaoHome.Id, house.District.ShougangHome.Id } from measure in Measure.All select (station, measure),
            place => Assert.Equal(then.GetValueOrDefault(place.station, OpinionCounts.None)[place.measure], Frozen(place.station, place.measure.Key)));

        var late = await after.LateEntriesAsync(closed, Reach.All, Cancelled).ToListAsync(Cancelled);
        var now = await house.The<CountQueries>().ByStationAsync(Year, LiaisonHouse.Today, Cancelled);
        Assert.All(
            new[] { house.District.BajiaoHome.Id, house.District.ShougangHome.Id },
            station => Assert.Equal(
                now.GetValueOrDefault(station, OpinionCounts.None).Collected,
                Frozen(station, Measure.Collected.Key) + late.Count(entry => entry.StationId == station && entry.Act is OpinionAct.Collect && entry.On.Year == Year)));

        var goesOn = (await after.LateFiguresAsync(closed, Reach.All, Cancelled)).CarryOver;
        Assert.Equal(closed.CarriedOver.Count, goesOn.Frozen);
        Assert.Equal(goesOn.Opening, goesOn.Frozen + goesOn.CollectedLate + goesOn.TakenUpAgain - goesOn.ConcludedLate - goesOn.Undone);
        Assert.Equal(goesOn.Opening, await StationNumbers.OutstandingAt(after.Opinions, Year).CountAsync(Cancelled));
        Assert.Equal(0, goesOn.Undone);

        int Frozen(int station, string key) => closed.Counts.SingleOrDefault(count => (count.StationId, count.Key) == (station, key))?.Number ?? 0;
    }

    /// <summary>Lives all of it, and enters so much of it.</summary>
    private static async Task<IReadOnlyList<Opinion>> LiveUntilAsync(Data.LiaisonDbContext db, LiaisonHouse house, int[] dice, int percent)
    {
        var series = new Dictionary<(int, int), OpinionSeries>();
        var opinions = await new RandomLife(house.District, dice).OpinionsAsync(series, async lead =>
        {
            db.Add(lead);
            await db.SaveChangesAsync(Cancelled);
        });
        db.AddRange(series.Values);
        db.AddRange(opinions.Where(opinion => opinion.Id == 0).Take(opinions.Count * percent / 100));
        await db.SaveChangesAsync(Cancelled);
        return opinions;
    }

    /// <summary>Whoever may be explained to is told, entered in March for the day of collection.</summary>
    private static async Task TellLateAsync(LiaisonHouse house, IReadOnlyList<Opinion> opinions)
    {
        foreach (var opinion in opinions.Where(opinion => opinion.Stage is OpinionStage.Collected))
        {
            var on = opinion.History[^1].On;
            await house.Desk.ExplainAsync(new Seen(opinion.Id, opinion.Version, Guid.NewGuid()), "已经说明。", on, new FeedbackFacts(FeedbackMeans.InPerson, "顾砚清", "", on));
        }
    }
}
