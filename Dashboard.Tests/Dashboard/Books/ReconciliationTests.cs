using CsCheck;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

/// <summary>核对表: what must be equal is equal whatever happened, and where it were not, it would be said.</summary>
public sealed class ReconciliationTests
{
    [Fact]
    public async Task Whatever_happened_in_a_year_every_check_of_its_book_holds() => await RandomLife.Dice.SampleAsync(
        async dice =>
        {
            using var database = new LiaisonDatabase();
            var year = new BookedYear(database, database.Store, database.District);
            await LiveAsync(database, year, dice);
            BookScope[] scopes = [BookScope.Whole, BookScope.Whole with { Reach = Reach.OfStations(database.District.BajiaoHome.Id), Title = "八角代表之家" }];
            foreach (var (scope, of) in from scope in scopes from of in new[] { 2025, 2026 } select (scope, of))
            {
                Assert.Empty((await ChecksAsync(year, of, scope)).Where(row => row.Kind is RowKind.Detail && row.Cells[^1].Text != "✓").Select(row => string.Join(' ', row.Cells.Select(cell => cell.Words))));
            }
        },
        iter: 12,
        threads: 1);

    [Fact]
    public async Task The_checks_stand_in_the_book_with_both_numbers_and_say_how_many_hold()
    {
        using var database = new LiaisonDatabase();
        var year = new BookedYear(database, database.Store, database.District);
        await year.FillAsync();
        await year.ReceivedAsync(database.District.BajiaoHome, new(2026, 3, 2), [database.District.Gu, database.District.Tao], 5, opinions: 2);
        using var book = await year.ReopenedAsync();
        var rows = book.Worksheet("核对表").Body();

        Assert.All(book.Worksheet("核对表").Details().Where(row => !row.Cell(1).IsEmpty()), row => Assert.Equal((row.Number(4), "✓"), (row.Number(6), row.Cell(7).GetString())));
        Assert.Equal($"共 {rows[^2].Number(1)} 项 全部一致", $"{rows[^1].Cell(2).GetString()} {rows[^1].Cell(7).GetString()}");
        Assert.Contains(rows, row => row.Cell(3).GetString() == "意见台账行数" && row.Number(4) == 13);
    }

    [Fact]
    public async Task A_balance_that_does_not_close_is_said_with_the_difference()
    {
        using var database = new LiaisonDatabase();
        var year = new BookedYear(database, database.Store, database.District);
        await year.FillAsync();
        await using var reading = await year.Books.OpenAsync(BookPeriod.OfYear(BookedYear.Year), BookScope.Whole, TestContext.Current.CancellationToken);
        var checks = new Checks(reading.Figures with { Balance = reading.Figures.Balance with { Closing = reading.Figures.Balance.Closing + 2 } }, new Footing());

        Assert.Equal(["合计 差 -2"], checks.Balances.Where(check => !check.Holds).Select(check => $"{check.Of} {check.Result}"));
    }

    [Fact]
    public async Task A_sheet_is_added_up_by_what_its_rows_say_and_not_by_its_total()
    {
        var footing = new Footing();
        var sheet = SampleBook.Stations();
        await foreach (var row in footing.Under(sheet with { Rows = sheet.Rows.Where((_, place) => place != 1) }).Rows)
        {
            Assert.NotNull(row);
        }

        Assert.Equal((1, 12, 1_042, 1_042), (footing.Rows("家站统计"), footing.Sum("家站统计", "收集"), footing.Sum("家站统计", "收集", kind: RowKind.Subtotal), footing.Sum("家站统计", "收集", kind: RowKind.Total)));
        Assert.Equal(6, footing.SumAcross("家站统计", "转办"));
    }

    private static async Task LiveAsync(LiaisonDatabase database, BookedYear year, int[] dice)
    {
        await database.Store.WriteAsync(async db =>
        {
            using var batch = await database.Batches.BeginAsync(db);
            var series = new Dictionary<(int, int), OpinionSeries>();
            foreach (var opinion in await new RandomLife(database.District, dice).OpinionsAsync(series, lead =>
            {
                batch.Identify(lead);
                return Task.CompletedTask;
            }))
            {
                batch.Insert(opinion);
            }

            db.AddRange(series.Values);
        });
        var district = database.District;
        for (var held = 0; held < dice[0] % 4; held++)
        {
            await year.ReceivedAsync(
                dice[held] % 2 == 0 ? district.BajiaoHome : district.ShougangHome, new DateOnly(2025, 12, 1).AddDays(dice[held + 1] % 60),
                dice[held + 2] % 2 == 0 ? [district.Gu, district.CityDeputy] : [district.Tao], dice[held + 3] % 9);
        }
    }

    private static async Task<IReadOnlyList<SheetRow>> ChecksAsync(BookedYear booked, int year, BookScope scope)
    {
        await using var reading = await booked.Books.OpenAsync(BookPeriod.OfYear(year), scope, CancellationToken.None);
        var rows = new List<SheetRow>();
        foreach (var sheet in booked.Books.Of(reading).Sheets)
        {
            await foreach (var row in sheet.Rows)
            {
                if (sheet.Name == "核对表")
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }
}
