using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

/// <summary>On a database file, as the office has it: there a reader keeps its moment while others write.</summary>
public sealed class YearReadingTests : IAsyncLifetime
{
    private readonly LiaisonFolder _folder = new();
    private ServiceProvider _services = null!;
    private BookedYear _year = null!;
    private int _station;

    public async ValueTask InitializeAsync()
    {
        var builder = LiaisonApp.CreateBuilder([$"--Liaison:DataDirectory={_folder.Path}", "--environment=Testing"]);
        _services = builder.Services.BuildServiceProvider();
        await _services.GetRequiredService<Database>().PrepareAsync(TestContext.Current.CancellationToken);
        var contexts = _services.GetRequiredService<IDbContextFactory<LiaisonDbContext>>();
        await using var db = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var district = SmallDistrict.AddTo(db);
        _station = district.BajiaoHome.Id;
        _year = new BookedYear(contexts, _services.GetRequiredService<LiaisonStore>(), district);
        await _year.FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_written_while_the_book_is_made_is_in_none_of_its_sheets()
    {
        var before = await _year.CountedAsync();
        await using var reading = await _year.Books.OpenAsync(BookPeriod.OfYear(BookedYear.Year), BookScope.Whole, TestContext.Current.CancellationToken);
        await _year.TakeAsync(_station, new(2026, 11, 30), "取数之后登记的");
        var book = _year.Books.Of(reading);
        var writing = book with { Sheets = [.. book.Sheets.Select(sheet => sheet.Name == "意见台账" ? sheet with { Rows = TakingOneMoreAsync(sheet.Rows) } : sheet)] };

        using var written = new XLWorkbook(await writing.WrittenAsync());
        var stations = written.Worksheet("家站统计");
        Assert.Equal(before.Collected + 2, (await _year.CountedAsync()).Collected);
        Assert.Equal(before.Collected, stations.Body()[^1].Number(stations.Under("收集")));
        Assert.Equal(before.Collected, written.Worksheet("意见台账").Body().Count);
        Assert.DoesNotContain(written.Worksheet("意见台账").CellsUsed(), cell => cell.GetString().StartsWith("取数之后", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reading_hinders_no_writer_and_another_reading_sees_what_was_written()
    {
        await using var first = await _year.Books.OpenAsync(BookPeriod.OfYear(BookedYear.Year), BookScope.Whole, TestContext.Current.CancellationToken);
        await _year.TakeAsync(_station, new(2026, 11, 30));
        await using var second = await _year.Books.OpenAsync(BookPeriod.OfYear(BookedYear.Year), BookScope.Whole, TestContext.Current.CancellationToken);

        Assert.Equal(first.Figures.Total.Counts.Collected + 1, second.Figures.Total.Counts.Collected);
    }

    [Fact]
    public async Task Whoever_stops_in_the_middle_lets_go_of_the_reading_at_once()
    {
        for (var number = 0; number < 300; number++)
        {
            await _year.TakeAsync(_station, new(2026, 11, 30));
        }

        await using var reading = await _year.Books.OpenAsync(BookPeriod.OfYear(BookedYear.Year), BookScope.Whole, TestContext.Current.CancellationToken);
        await foreach (var first in reading.OpinionsAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotNull(first.Opinion);
            break;
        }

        var listed = await reading.OpinionsAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken); // two readings at once would throw
        Assert.Equal(reading.Figures.Total.Counts.Collected, listed);
    }

    private async IAsyncEnumerable<SheetRow> TakingOneMoreAsync(IAsyncEnumerable<SheetRow> rows)
    {
        var number = 0;
        await foreach (var row in rows)
        {
            if (++number == 2)
            {
                await _year.TakeAsync(_station, new(2026, 11, 30), "取数之后登记的，写到一半时");
            }

            yield return row;
        }
    }
}
