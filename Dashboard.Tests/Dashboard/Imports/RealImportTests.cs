using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Ledgers as offices really keep them, taken over and taken back. They are not ours to pass on, so they lie outside the repository.</summary>
public sealed class RealImportTests : SomeImport
{
    private const string Letters = "beijing_letters_2021-08_2022-02";

    private static readonly string? Folder = Environment.GetEnvironmentVariable("LIAISON_REAL_INPUT");

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    public async Task The_letters_become_490_opinions_with_492_answers(string extension)
    {
        var report = await ImportAsync(Letters + extension);
        Assert.Equal((492, 490, 492, 490), (report.Rows, report.Opinions, report.Answers, report.AwaitingFeedback));
        Assert.Equal(new Dictionary<int, int> { [2021] = 310, [2022] = 180 }, report.ByYear);
        Assert.Empty(report.Refused);
        Assert.Equal(490, await CollectedAsync(2021) + await CollectedAsync(2022));
    }

    [Fact]
    public async Task The_csv_says_the_same_as_the_workbook()
    {
        await ImportAsync(Letters + ".xlsx");
        var again = await ImportAsync(Letters + ".csv");
        Assert.Equal((0, 492, 0), (again.Opinions, again.RecognisedRows, again.Differences.Count));
    }

    [Fact]
    public async Task The_messages_become_2816_opinions_by_year_and_go_again_exactly()
    {
        var before = await TablesAsync();
        var report = await ImportAsync("附件4.xlsx");
        Assert.Equal(
            new Dictionary<int, int> { [2011] = 5, [2012] = 52, [2013] = 109, [2014] = 103, [2015] = 130, [2016] = 227, [2017] = 453, [2018] = 847, [2019] = 886, [2020] = 4 },
            report.ByYear);
        Assert.Equal((2816, 886), (report.Answered, await CollectedAsync(2019)));

        Assert.Equal(0, (await ImportAsync("附件4.xlsx")).Opinions);
        Assert.Equal(2816, await Desk.UndoAsync(report.BatchId!.Value, Cancel));
        var after = await TablesAsync();
        Assert.Equal(before.Where(Compared), after.Where(Compared));
    }

    [Theory]
    [InlineData(2018, 847)]
    [InlineData(2019, 886)]
    [InlineData(2021, 310)]
    public async Task A_year_of_them_goes_out_as_a_book_and_comes_back_into_an_empty_house_with_the_same_counts(int year, int opinions)
    {
        await ImportAsync("附件4.xlsx");
        await ImportAsync(Letters + ".xlsx");
        var book = (await new BookedYear(Database, Database.Store, Database.District).WrittenAsync(year)).ToArray();

        using var empty = new LiaisonDatabase();
        var desk = new ImportDesk(empty.DoorFor("值班员", Clock).Door, empty.Batches, empty.Ring, empty, Clock, Options.Create(new LiaisonOptions()), Mappings);
        var report = await desk.WriteAsync(await LedgerReading.ReadAsync(book, "年度表册.xlsx", null, null, Cancel), ImportDesk.AsWritten, skipRefused: false, null, Cancel);

        Assert.Equal((opinions, 0), (report.Opinions, report.Refused.Count));
        Assert.Equal(await CountsAsync(Database, year), await CountsAsync(empty, year));
    }

    private static async Task<string> CountsAsync(LiaisonDatabase database, int year) =>
        string.Join('\n', (await new CountQueries(database).ByStationAsync(year, new DateOnly(2026, 3, 2), Cancel)).Where(station => station.Value.Collected > 0).OrderBy(station => station.Key));

    private static bool Compared(KeyValuePair<string, int> table) => table.Key is not ("ImportBatches" or "OpinionSeries" or "AuditEntries");

    private async Task<ImportReport> ImportAsync(string file)
    {
        Assert.SkipWhen(Folder is null, "LIAISON_REAL_INPUT is not set: it names a folder of real ledgers, which are not part of the repository.");
        var content = await File.ReadAllBytesAsync(Path.Combine(Folder, file), Cancel);
        return await Desk.WriteAsync(await LedgerReading.ReadAsync(content, file, null, null, Cancel), "BJ01", skipRefused: false, null, Cancel);
    }

    private async Task<int> CollectedAsync(int year) =>
        (await new CountQueries(Database).ByStationAsync(year, new DateOnly(2026, 3, 2), Cancel)).Values.Sum(counts => counts.Collected);
}
