using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>Where a year is closed and reopened, and where its frozen books are handed out.</summary>
public sealed partial class ClosingDesk(WriteDoor door, ClosingBench bench, ILogger<ClosingDesk> logger)
{
    /// <summary>封账: begins it; the bench does it.</summary>
    /// <exception cref="RuleBrokenException">The year is not over, is closed already, or another is being closed.</exception>
    public async Task CloseAsync(int year)
    {
        var who = await door.WriteAsync(Deed.CloseYears, async writing =>
        {
            var since = await writing.Db.ClosedYears.Where(closed => closed.Year == year && closed.ReopenedAt == null).Select(closed => (DateTime?)closed.ClosedAt).SingleOrDefaultAsync();
            return ClosedYear.WhyNot(year, writing.Signature.Today, since) is { } sentence ? throw new RuleBrokenException(sentence) : writing.Who.Actor;
        });
        bench.Begin(year, who);
    }

    /// <summary>重开; what was closed stays on record with the reason.</summary>
    /// <exception cref="RuleBrokenException">There is no such closing, it was reopened already, or no reason is given.</exception>
    public Task ReopenAsync(int year, int edition, string reason) => door.WriteAsync(Deed.CloseYears, async writing =>
    {
        var closed = await writing.Db.ClosedYears.SingleOrDefaultAsync(one => one.Year == year && one.Edition == edition) ?? throw new RuleBrokenException("没有找到这次封账。");
        closed.Reopen(reason, writing.Signature);
        await writing.RecordAsync(AuditAct.YearReopened, $"{year}年度", $"第{edition}次封账重开：{closed.ReopenedWhy}");
    });

    /// <summary>A frozen book, once its fetching stands in the audit log; null where there is none for the person. Its bytes are held against what was frozen.</summary>
    /// <param name="year">Which year.</param>
    /// <param name="edition">第几次封账.</param>
    /// <param name="part">A unit's code, or <see cref="Addresses.WholeDistrict"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<FetchedBook?> FetchAsync(int year, int edition, string part, CancellationToken cancellationToken = default) => door.WriteAsync(
        Deed.ExportBooks,
        async writing =>
        {
            if (await BookAsync(writing, year, edition, part, cancellationToken) is not { } book)
            {
                return null;
            }

            var about = $"{year}年度表册（{book.Title}）第{edition}次封账";
            if (!book.IsIntact)
            {
                Damaged(logger, year, edition, part);
                await writing.RecordAsync(AuditAct.FrozenBookDamaged, about, $"登记的 SHA-256 {book.Sha256}");
                return new FetchedBook(about, null);
            }

            await writing.RecordAsync(AuditAct.BookFetched, about, $"封存的表册，SHA-256 {book.Sha256}");
            return new FetchedBook($"{about}.xlsx", book.Content);
        },
        cancellationToken);

    private static async Task<FrozenBook?> BookAsync(Writing writing, int year, int edition, string part, CancellationToken cancellationToken)
    {
        var db = writing.Db;
        var book = await (
            from closed in db.ClosedYears
            from frozen in db.FrozenBooks
            where closed.Year == year && closed.Edition == edition && frozen.ClosedYearId == closed.Id
                && (part == Addresses.WholeDistrict ? frozen.UnitId == null : db.Units.Any(unit => unit.Id == frozen.UnitId && unit.Code == part))
            select frozen).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return book is not null && ClosingQueries.MayRead(writing.Reach, book.UnitId, book.StationIds) ? book : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The frozen book {Year}/{Edition}/{Part} is not what was frozen")]
    private static partial void Damaged(ILogger logger, int year, int edition, string part);
}

/// <param name="Name">As it is called where it is saved.</param>
/// <param name="Content">Null: it no longer is what was frozen.</param>
public sealed record FetchedBook(string Name, byte[]? Content);
