using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>封账: reads a year at one moment, makes the books of the district and of each unit, and keeps numbers and books by one commit, or nothing at all.</summary>
public sealed class YearClosing(IDbContextFactory<LiaisonDbContext> contexts, LiaisonStore store, YearBook books, TimeProvider clock)
{
    /// <exception cref="RuleBrokenException">The year is not over, or was closed meanwhile.</exception>
    public async Task CloseAsync(int year, Actor who, IProgress<ClosingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (moment, made) = await ReadAsync(year, progress, cancellationToken);
        await store.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var closed = ClosedYear.Close(year, moment, await db.ClosedYears.AsNoTracking().Where(before => before.Year == year).ToListAsync(cancellationToken), new Signature(who.Name, now));
                db.Add(closed);
                await db.SaveChangesAsync(cancellationToken);
                var frozen = made.Select(book => FrozenBook.Of(closed, book.Part, book.Rows, book.Content)).ToList();
                db.AddRange(frozen);
                await db.AuditAsync(
                    now, who, AuditAct.YearClosed, $"{year}年度",
                    $"第{closed.Edition}次封账，数据截至{ChinaTime.At(closed.AsOf):yyyy-MM-dd HH:mm:ss}，表册 {frozen.Count} 册，全区表册 {frozen[0].Rows} 行，SHA-256 {frozen[0].Sha256}");
            },
            cancellationToken);
    }

    private async Task<(FrozenMoment Moment, IReadOnlyList<MadeBook> Books)> ReadAsync(int year, IProgress<ClosingProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var asOf = clock.GetUtcNow().UtcDateTime; // before the reading: what was acknowledged until then is in the books
        await db.HoldThisMomentAsync(cancellationToken);
        var parts = await PartsAsync(db, cancellationToken);
        var everybody = (await db.Deputies.Select(deputy => deputy.Id).ToListAsync(cancellationToken)).ToFrozenSet(); // 第七条: many read it, and one may be whom an opinion speaks of
        var made = new List<MadeBook>();
        foreach (var part in parts)
        {
            progress?.Report(new ClosingProgress(made.Count, parts.Count));
            var reach = part.UnitId is null ? Reach.All : Reach.OfStations(part.StationIds);
            var (content, figures) = await books.BytesAsync(db, asOf, BookPeriod.OfYear(year), new BookScope(reach, part.Title, VotersInFull: false, everybody), cancellationToken);
            made.Add(new MadeBook(part, figures.LedgerRows, content));
        }

        progress?.Report(new ClosingProgress(made.Count, parts.Count));
        var numbers = await StationNumbers.ReadAsync(db, year, Reach.All, ChinaTime.DayOf(asOf), cancellationToken);
        var moment = new FrozenMoment(
            asOf,
            await db.Set<HistoryEntry>().MaxAsync(entry => (int?)entry.Id, cancellationToken) ?? 0,
            await StationNumbers.OutstandingAt(db.Opinions, year).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken),
            [.. numbers.Select(number => new FrozenCount(number.Key.StationId, number.Key.Key, number.Value))]);
        return (moment, made);
    }

    /// <summary>The district first, then each unit that has stations.</summary>
    private static async Task<IReadOnlyList<FrozenPart>> PartsAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var stations = (await db.Stations.AsNoTracking().OrderBy(station => station.Id).ToListAsync(cancellationToken)).ToLookup(station => station.UnitId, station => station.Id);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        return [new FrozenPart(null, [], BookScope.Whole.Title), .. units.Where(unit => stations.Contains(unit.Id)).Select(unit => new FrozenPart(unit.Id, [.. stations[unit.Id]], unit.ShortName))];
    }

    private sealed record MadeBook(FrozenPart Part, int Rows, byte[] Content);
}

/// <summary>How far a closing is, in books.</summary>
public sealed record ClosingProgress(int Made, int Of);
