using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>Where a year is closed and reopened, and where its frozen books are handed out.</summary>
public sealed partial class ClosingDesk(WriteDoor door, YearClosing closing, ClosingBench bench, ILogger<ClosingDesk> logger)
{
    /// <summary>封账: begins it; the bench does it.</summary>
    /// <exception cref="RuleBrokenException">The year is not over, is closed already, or another is being closed.</exception>
    public async Task CloseAsync(int year) => bench.Begin(year, await AdmitAsync(year));

    /// <summary>封账 here and now, for whoever waits for it.</summary>
    /// <exception cref="RuleBrokenException">The year is not over, or is closed already.</exception>
    public async Task CloseNowAsync(int year, IProgress<ClosingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        await closing.CloseAsync(year, await AdmitAsync(year), progress, cancellationToken);

    /// <summary>重开; what was closed stays on record with the reason.</summary>
    /// <param name="year">Which year.</param>
    /// <param name="edition">第几次封账; null for the one that stands.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RuleBrokenException">There is no such closing, it was reopened already, or no reason is given.</exception>
    public Task ReopenAsync(int year, int? edition, string reason) => door.WriteAsync(Deed.CloseYears, async writing =>
    {
        var closed = await writing.Db.ClosedYears.SingleOrDefaultAsync(one => one.Year == year && (edition == null ? one.ReopenedAt == null : one.Edition == edition))
            ?? throw new RuleBrokenException(edition is null ? $"{year}年度现在没有封账，不用重开。" : "没有找到这次封账。");
        closed.Reopen(reason, writing.Signature);
        await writing.RecordAsync(AuditAct.YearReopened, $"{year}年度", $"第{closed.Edition}次封账重开：{closed.ReopenedWhy}");
    });

    /// <summary>A frozen book, once its fetching stands in the audit log; null where there is none for the person. Its bytes are held against what was frozen.</summary>
    /// <param name="year">Which year.</param>
    /// <param name="edition">第几次封账; null for the one that stands.</param>
    /// <param name="part">A unit's code, or <see cref="Addresses.WholeDistrict"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<FetchedBook?> FetchAsync(int year, int? edition, string part, CancellationToken cancellationToken = default) => door.WriteAsync(
        Deed.ExportBooks,
        async writing =>
        {
            if (await BookAsync(writing, year, edition, part, cancellationToken) is not { } found)
            {
                return null;
            }

            var (of, book) = found;
            var about = $"{year}年度表册（{book.Title}）第{of}次封账";
            if (!book.IsIntact)
            {
                Damaged(logger, year, of, part);
                await writing.RecordAsync(AuditAct.FrozenBookDamaged, about, $"登记的 SHA-256 {book.Sha256}");
                return new FetchedBook(about, null);
            }

            await writing.RecordAsync(AuditAct.BookFetched, about, $"封存的表册，SHA-256 {book.Sha256}");
            return new FetchedBook($"{about}.xlsx", book.Content);
        },
        cancellationToken);

    private Task<Actor> AdmitAsync(int year) => door.WriteAsync(Deed.CloseYears, async writing =>
    {
        var since = await writing.Db.ClosedYears.Where(closed => closed.Year == year && closed.ReopenedAt == null).Select(closed => (DateTime?)closed.ClosedAt).SingleOrDefaultAsync();
        return ClosedYear.WhyNot(year, writing.Signature.Today, since) is { } sentence ? throw new RuleBrokenException(sentence) : writing.Who.Actor;
    });

    private static async Task<(int Edition, FrozenBook Book)?> BookAsync(Writing writing, int year, int? edition, string part, CancellationToken cancellationToken)
    {
        var db = writing.Db;
        var found = await (
            from closed in db.ClosedYears
            from frozen in db.FrozenBooks
            where closed.Year == year && (edition == null ? closed.ReopenedAt == null : closed.Edition == edition) && frozen.ClosedYearId == closed.Id
                && (part == Addresses.WholeDistrict ? frozen.UnitId == null : db.Units.Any(unit => unit.Id == frozen.UnitId && unit.Code == part))
            select new { closed.Edition, Book = frozen }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is { Book: { } book } && ClosingQueries.MayRead(writing.Reach, book.UnitId, book.StationIds) ? (found.Edition, book) : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The frozen book {Year}/{Edition}/{Part} is not what was frozen")]
    private static partial void Damaged(ILogger logger, int year, int edition, string part);
}

/// <param name="Name">As it is called where it is saved.</param>
/// <param name="Content">Null: it no longer is what was frozen.</param>
public sealed record FetchedBook(string Name, byte[]? Content)
{
    public string DamagedInWords => $"{Name}：存放的文件与封账时登记的 SHA-256 不符，可能已经损坏，不能下载。请从备份恢复。";
}
