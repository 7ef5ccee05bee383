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
        await using var made = new MadeBooks();
        var moment = await ReadAsync(year, made, progress, cancellationToken);
        await store.WriteLongAsync(
            async db =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var closed = ClosedYear.Close(year, moment, await db.ClosedYears.AsNoTracking().Where(before => before.Year == year).ToListAsync(cancellationToken), new Signature(who.Name, now));
                db.Add(closed);
                await db.SaveChangesAsync(cancellationToken);
                var whole = await FreezeAsync(db, closed, made, cancellationToken);
                await db.AuditAsync(
                    now, who, AuditAct.YearClosed, $"{year}年度",
                    $"第{closed.Edition}次封账，数据截至{ChinaTime.At(closed.AsOf):yyyy-MM-dd HH:mm:ss}，表册 {made.Books.Count} 册，全区表册 {whole.Rows} 行，SHA-256 {whole.Sha256}");
                return closed;
            },
            cancellationToken);
    }

    /// <summary>Keeps the books one by one, so that only one is in memory.</summary>
    /// <returns>What is said of that of the whole district, which is the first.</returns>
    private static async Task<(int Rows, string Sha256)> FreezeAsync(LiaisonDbContext db, ClosedYear closed, MadeBooks made, CancellationToken cancellationToken)
    {
        (int Rows, string Sha256)? whole = null;
        foreach (var book in made.Books)
        {
            var frozen = FrozenBook.Of(closed, book.Part, book.Rows, await book.ReadAsync(cancellationToken));
            db.Add(frozen);
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(frozen).State = EntityState.Detached;
            whole ??= (frozen.Rows, frozen.Sha256);
        }

        return whole!.Value;
    }

    private async Task<FrozenMoment> ReadAsync(int year, MadeBooks made, IProgress<ClosingProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var asOf = clock.GetUtcNow().UtcDateTime; // before the reading: what was acknowledged until then is in the books
        await db.HoldThisMomentAsync(cancellationToken);
        var parts = await PartsAsync(db, cancellationToken);
        var everybody = (await db.Deputies.Select(deputy => deputy.Id).ToListAsync(cancellationToken)).ToFrozenSet(); // 第七条: many read it, and one may be whom an opinion speaks of
        foreach (var part in parts)
        {
            progress?.Report(new ClosingProgress(made.Books.Count, parts.Count));
            var reach = part.UnitId is null ? Reach.All : Reach.OfStations(part.StationIds);
            var (file, figures) = await books.FileAsync(db, asOf, BookPeriod.OfYear(year), new BookScope(reach, part.Title, VotersInFull: false, everybody), cancellationToken);
            made.Books.Add(new MadeBook(part, figures.LedgerRows, file));
        }

        progress?.Report(new ClosingProgress(made.Books.Count, parts.Count));
        var numbers = await StationNumbers.ReadAsync(db, year, Reach.All, ChinaTime.DayOf(asOf), cancellationToken);
        return new FrozenMoment(
            asOf,
            await db.Set<HistoryEntry>().MaxAsync(entry => (int?)entry.Id, cancellationToken) ?? 0,
            await StationNumbers.OutstandingAt(db.Opinions, year).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken),
            [.. numbers.Select(number => new FrozenCount(number.Key.StationId, number.Key.Key, number.Value))]);
    }

    /// <summary>The district first, then each unit that has stations.</summary>
    private static async Task<IReadOnlyList<FrozenPart>> PartsAsync(LiaisonDbContext db, CancellationToken cancellationToken)
    {
        var stations = (await db.Stations.AsNoTracking().OrderBy(station => station.Id).ToListAsync(cancellationToken)).ToLookup(station => station.UnitId, station => station.Id);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        return [new FrozenPart(null, [], BookScope.Whole.Title), .. units.Where(unit => stations.Contains(unit.Id)).Select(unit => new FrozenPart(unit.Id, [.. stations[unit.Id]], unit.ShortName))];
    }

    private sealed record MadeBook(FrozenPart Part, int Rows, Stream File)
    {
        public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
        {
            var content = new byte[File.Length];
            File.Position = 0;
            await File.ReadExactlyAsync(content, cancellationToken);
            return content;
        }
    }

    /// <summary>The books between being made and being kept: files without a name, which are gone with this.</summary>
    private sealed class MadeBooks : IAsyncDisposable
    {
        public List<MadeBook> Books { get; } = [];

        public async ValueTask DisposeAsync()
        {
            foreach (var book in Books)
            {
                await book.File.DisposeAsync();
            }
        }
    }
}

/// <summary>How far a closing is, in books.</summary>
public sealed record ClosingProgress(int Made, int Of);
