namespace VoterLiaison.Dashboard.Workbooks;

public sealed class BookFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("book-file-tests-");

    private string Target => Path.Combine(_folder.FullName, "2026.xlsx");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_whole_book_takes_the_place_of_an_older_one_and_leaves_nothing_else()
    {
        await File.WriteAllTextAsync(Target, "older", TestContext.Current.CancellationToken);
        await new BookWriter().WriteToFileAsync(SampleBook.Of(SampleBook.Stations()), Target, TestContext.Current.CancellationToken);

        Assert.Equal(Target, Assert.Single(_folder.GetFiles()).FullName);
        Assert.True(new FileInfo(Target).Length > 1_000);
    }

    [Fact]
    public async Task A_cancelled_book_leaves_no_file()
    {
        using var cancelling = new CancellationTokenSource();
        var book = SampleBook.Of(SampleBook.Ledger(Enumerable.Range(1, 5_000).Select(SampleBook.Opinion)));
        var writer = new BookWriter(new Told(progress => { if (progress.RowsWritten > 0) { cancelling.Cancel(); } }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.WriteToFileAsync(book, Target, cancelling.Token));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task A_source_that_breaks_leaves_the_older_book_as_it_was()
    {
        await File.WriteAllTextAsync(Target, "older", TestContext.Current.CancellationToken);
        var book = SampleBook.Of(SampleBook.Ledger(Enumerable.Range(1, 50).Select(i => i < 40 ? SampleBook.Opinion(i) : throw new IOException("gone"))));

        await Assert.ThrowsAsync<IOException>(() => new BookWriter().WriteToFileAsync(book, Target, TestContext.Current.CancellationToken));
        Assert.Equal("older", await File.ReadAllTextAsync(Assert.Single(_folder.GetFiles()).FullName, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Progress_tells_rows_read_then_rows_written_then_the_end()
    {
        var told = new List<BookProgress>();
        await SampleBook.Of(SampleBook.Ledger(Enumerable.Range(1, 2_500).Select(SampleBook.Opinion))).WrittenAsync(new BookWriter(new Told(told.Add)));

        Assert.Equal([new(1_000, 0, false), new(2_000, 0, false), new(2_500, 1_000, false), new(2_500, 2_000, false), new(2_500, 2_500, true)], told);
    }

    private sealed class Told(Action<BookProgress> tell) : IProgress<BookProgress>
    {
        public void Report(BookProgress value) => tell(value);
    }
}
