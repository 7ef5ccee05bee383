using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>年度表册: a year's numbers and ledgers in one Excel book, read at one moment and written whole or not at all.</summary>
public sealed class YearBook(IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    /// <summary>Writes the book; an older file of that name is replaced only when the new one is whole.</summary>
    public async Task WriteAsync(int year, string path, IProgress<YearBookProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var reading = await OpenAsync(year, cancellationToken);
        await WriteAsync(reading, path, progress, cancellationToken);
    }

    internal async Task WriteAsync(YearReading reading, string path, IProgress<YearBookProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var rows = reading.Figures.Total.Counts.Collected + reading.Figures.Total.Counts.AwaitingFeedback;
        progress?.Report(new YearBookProgress(0, rows));
        await new BookWriter(progress is null ? null : new Steps(progress, rows)).WriteToFileAsync(Of(reading), path, cancellationToken);
    }

    internal Task<YearReading> OpenAsync(int year, CancellationToken cancellationToken) =>
        YearReading.OpenAsync(contexts, year, clock, options.Value.Limits, cancellationToken);

    /// <summary>The book over a reading; its rows are read while it is written.</summary>
    internal Book Of(YearReading reading)
    {
        var figures = reading.Figures;
        var frame = new BookFrame(options.Value, figures.Year, figures.AsOf);
        return new Book(frame.Title, options.Value.OfficeName, new DateTimeOffset(figures.AsOf, TimeSpan.Zero),
        [
            NotesSheet.Of(figures, frame, Rows(figures)),
            OverviewSheet.Of(figures, frame),
            StationsSheet.Of(figures, frame),
            MonthsSheet.Of(figures, frame),
            ChannelsSheet.Of(figures, frame),
            OrgansSheet.Of(figures, frame),
            CategoriesSheet.Of(figures, frame),
            LedgerSheet.Of(reading, frame),
            AwaitingSheet.Of(reading, frame),
        ]);
    }

    private static IReadOnlyList<(string Tab, int Rows, string What)> Rows(YearFigures figures) =>
    [
        (Tabs.Overview, OverviewSheet.Rows(figures).Count(row => row.Kind is RowKind.Detail), "本年度与上一年度对照。"),
        (Tabs.Stations, figures.Registers.Stations.Count, "每个家站一行，联系单位小计，全区合计。"),
        (Tabs.Months, 12, "每月一行。"),
        (Tabs.Channels, 5, "《办法》第六条的五种途径。"),
        (Tabs.Organs, figures.Organs.Count, "有转交的主办单位，没有主办单位的合为一行。"),
        (Tabs.Categories, figures.Registers.Categories.Count + (figures.Categories.ContainsKey(0) ? 1 : 0), "每类一行。"),
        (Tabs.Ledger, figures.Total.Counts.Collected, "每件一行，与收集数一致。"),
        (Tabs.Awaiting, figures.Total.Counts.AwaitingFeedback, "每件一行，与待反馈数一致。"),
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
