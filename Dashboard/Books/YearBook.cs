using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>年度表册: a year's numbers and ledgers, or another period's, in one Excel book, read at one moment and written whole or not at all.</summary>
public sealed class YearBook(IDbContextFactory<LiaisonDbContext> contexts, LiaisonStore store, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    /// <summary>Writes the book; an older file of that name is replaced only when the new one is whole. The audit log says who had it made.</summary>
    public async Task WriteAsync(
        BookPeriod period, BookScope scope, string path, Actor who, IProgress<YearBookProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var reading = await OpenAsync(period, scope, cancellationToken);
        await WriteAsync(reading, path, who, progress, cancellationToken);
    }

    internal async Task WriteAsync(YearReading reading, string path, Actor who, IProgress<YearBookProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var rows = reading.Figures.LedgerRows;
        progress?.Report(new YearBookProgress(0, rows));
        await new BookWriter(progress is null ? null : new Steps(progress, rows)).WriteToFileAsync(Of(reading), path, cancellationToken);
        try
        {
            await RecordAsync(reading.Figures, who, rows);
        }
        catch
        {
            File.Delete(path); // a book nobody can be asked about is none
            throw;
        }
    }

    /// <summary>The book of one part of a moment that is held for several, in a file that is gone when it is closed.</summary>
    internal async Task<(Stream File, YearFigures Figures)> FileAsync(LiaisonDbContext held, DateTime asOf, BookPeriod period, BookScope scope, CancellationToken cancellationToken)
    {
        var reading = await YearReading.OfHeldAsync(held, asOf, period, scope, options.Value.Limits, cancellationToken);
        return (await NamelessFile.OfAsync(Of(reading), cancellationToken), reading.Figures);
    }

    internal Task<YearReading> OpenAsync(BookPeriod period, BookScope scope, CancellationToken cancellationToken) =>
        YearReading.OpenAsync(contexts, period, scope, clock, options.Value.Limits, cancellationToken);

    private Task RecordAsync(YearFigures figures, Actor who, int rows) => store.WriteAsync(
        db => db.AuditAsync(
            clock.GetUtcNow().UtcDateTime, who, AuditAct.BookExported, figures.Period.FileTitle,
            $"{figures.Scope.Title}，{rows} 行，{BookScope.Masking(figures.Scope.VotersInFull)}"),
        CancellationToken.None);

    /// <summary>The book over a reading; its rows are read while it is written.</summary>
    internal Book Of(YearReading reading)
    {
        var figures = reading.Figures;
        var frame = new BookFrame(options.Value, figures.Period, figures.AsOf, figures.Scope);
        var footing = new Footing();
        return new Book(frame.Title, options.Value.OfficeName, new DateTimeOffset(figures.AsOf, TimeSpan.Zero),
        [
            NotesSheet.Of(figures, frame, Rows(figures, frame)),
            OverviewSheet.Of(figures, frame),
            ChartsSheet.Of(figures, frame),
            .. new[]
            {
                StationsSheet.Of(figures, frame),
                BalanceSheet.Of(figures, frame),
                MonthsSheet.Of(figures, frame),
                ChannelsSheet.Of(figures, frame),
                OrgansSheet.Of(figures, frame),
                CategoriesSheet.Of(figures, frame),
                TopicsSheet.Of(figures, frame),
                DeputiesSheet.Of(figures, frame),
                SatisfactionSheet.Of(figures, frame),
                LedgerSheet.Of(reading, frame),
                ReceptionSheets.Receptions(reading, frame),
                ReceptionSheets.Performance(reading, frame),
                AwaitingSheet.Of(reading, frame),
            }.Select(footing.Under),
            .. LateSheet.Of(reading, frame).Select(footing.Under),
            ChecksSheet.Of(new Checks(figures, footing), frame),
        ])
        {
            Template = OwnTemplate.Of(figures, frame),
        };
    }

    private static IReadOnlyList<(string Tab, int Rows, string What)> Rows(YearFigures figures, BookFrame frame) =>
    [
        (frame.OverviewTab, OverviewSheet.Rows(figures).Count(row => row.Kind is RowKind.Detail), $"与{figures.Period.Before.Name}对照。"),
        (Tabs.Charts, 3, "每幅图一行；图在表下，随所引的表变化。"),
        (Tabs.Stations, figures.Registers.Stations.Count, $"每个家站一行，联系单位小计，{figures.Scope.Title}合计。"),
        (Tabs.Balance, figures.Registers.Stations.Count, "每个家站一行：期初、收集、办结、期末，和期间内收集的去向。"),
        (Tabs.Months, figures.Period.Months.Count(), "每月一行。"),
        (Tabs.Channels, 5, "《办法》第六条的五种途径。"),
        (Tabs.Organs, figures.Organs.Count, "有转交的主办单位，没有主办单位的合为一行。"),
        (Tabs.Categories, figures.Registers.Categories.Count + (figures.Categories.ContainsKey(0) ? 1 : 0), "每类一行。"),
        (Tabs.Topics, TopicsSheet.Listed(figures).Count, "每个议题一行，没有归入议题的另为一行。"),
        (Tabs.Deputies, DeputiesSheet.Listed(figures).Count, "每位代表一行，按名册的顺序。"),
        (Tabs.Satisfaction, figures.Registers.Stations.Count, "每个家站一行：选民评价反馈，代表评价答复。"),
        (Tabs.Ledger, figures.Total.Counts.Collected, "每件一行，与收集数一致。"),
        (ReceptionLedger.Tab, figures.Contacts.ReceptionRows, "接待中收集的意见每件一行，没有意见的场次一行。"),
        (PerformanceLedger.Tab, figures.Contacts.PerformanceRows, "到场的代表每人每场一行，与进站代表人次一致。"),
        (Tabs.Awaiting, figures.Total.Counts.AwaitingFeedback, "每件一行，与待反馈数一致。"),
        .. figures.Late is { } late ? [(Tabs.Late, late.Entries, late.Line)] : Array.Empty<(string, int, string)>(),
    ];

    private sealed class Steps(IProgress<YearBookProgress> progress, int rows) : IProgress<BookProgress>
    {
        // Every row is read once and written once.
        public void Report(BookProgress value) =>
            progress.Report(new YearBookProgress(value.IsComplete ? rows : (int)Math.Min(rows, (value.RowsRead + value.RowsWritten) / 2), rows));
    }
}

/// <summary>How far a book is, in rows.</summary>
public sealed record YearBookProgress(int Rows, int Of)
{
    public int Percent => Of == 0 ? 100 : (int)(100L * Rows / Of);
}
