using Microsoft.EntityFrameworkCore;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Bench.Acts;

/// <summary>A peer: the same rows by EF Core, a context for each act, and nothing but SQLite's own lock between the writers. Nobody is asked who they are.</summary>
internal sealed class UngatedActs(BenchHouse house, DeskActs forms)
{
    private static readonly Actor Somebody = new(null, "值班员", "", "本机");

    public async Task CollectAsync()
    {
        var form = forms.Form();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var db = house.Rows();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var station = await db.Stations.SingleAsync(one => one.Id == form.StationId);
        var opinion = Opinion.Collect(await SeriesAsync(), station, await FactsAsync(), new Stamp(Somebody.Name, now, new ClockLimits(30, 15), Guid.NewGuid()));
        db.Opinions.Add(opinion);
        await db.AuditAsync(now, Somebody, AuditAct.OpinionActed, $"意见 {opinion.Number}");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();

        async Task<OpinionSeries> SeriesAsync() =>
            await db.OpinionSeries.FindAsync(form.StationId, form.On.Year) ?? db.OpinionSeries.Add(new OpinionSeries(form.StationId, form.On.Year)).Entity;

        async Task<CollectedFacts> FactsAsync() => new()
        {
            Words = form.Words,
            On = form.On,
            Category = await db.Categories.SingleAsync(category => category.Id == form.CategoryId),
            Deputies = await db.Deputies.Where(deputy => form.DeputyIds.Contains(deputy.Id)).ToListAsync(),
            Voters = [.. form.Voters.Select(voter => new Voter(voter.Name, voter.Phone, voter.Community))],
        };
    }
}
