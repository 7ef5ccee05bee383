using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

public sealed class BookBinderyTests : IDisposable
{
    private readonly LiaisonDatabase _database = new();
    private readonly LiaisonFolder _folder = new();
    private readonly DataFolder _data;
    private readonly BookedYear _year;
    private readonly FinishedBooks _finished;
    private readonly BookBindery _bindery;

    private static Actor Office { get; } = new(7, "王静", "代表联络室", "127.0.0.1");

    private static Shelf Own { get; } = Shelf.Of(Office, Rights.OfTheHouse);

    public BookBinderyTests()
    {
        _data = new DataFolder(Options.Create(new LiaisonOptions { DataDirectory = _folder.Path }));
        _year = new BookedYear(_database, _database.Store, _database.District);
        _finished = new FinishedBooks(_data, _year.Clock);
        _bindery = new BookBindery(_year.Books, _finished, NullLogger<BookBindery>.Instance);
    }

    public void Dispose()
    {
        _bindery.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_ordered_book_is_made_and_listed_with_its_as_of()
    {
        await _year.FillAsync();
        Order(2026);
        await WorkUntilAsync(orders => orders.Count == 0);

        var book = Assert.Single(_finished.On(Own));
        Assert.Equal(("2026年度表册-20261201-090000-16.xlsx", "2026年度表册-20261201-090000.xlsx", "2026年度表册", 16, new DateTime(2026, 12, 1, 9, 0, 0)), (book.Name, book.DownloadName, book.Title, book.Rows, book.AsOf));
        using var opened = new XLWorkbook(_finished.PathOf(book));
        Assert.Equal(11, opened.Worksheet("意见台账").Body().Count);
        Assert.Equal(new FileInfo(_finished.PathOf(book)).Length, book.Bytes);
        await using var db = _database.CreateDbContext();
        var entry = await db.AuditEntries.OrderBy(one => one.Id).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal((AuditAct.BookExported, "2026年度表册", "全区，16 行，选民信息已隐去", 7), (entry.Act, entry.About, entry.Detail, entry.AccountId));
    }

    [Fact]
    public async Task Books_are_made_one_after_another_and_a_year_is_not_ordered_twice()
    {
        Order(2026);
        Order(2025);
        Order(2026);

        Assert.Equal([2026, 2025], _bindery.Orders.Select(order => order.Request.Period.Year));
        await WorkUntilAsync(orders => orders.Count == 0);
        Assert.Equal(["2025年度表册", "2026年度表册"], _finished.On(Own).Select(book => book.Title));
    }

    [Fact]
    public async Task An_order_taken_back_while_it_is_made_leaves_nothing()
    {
        await _year.FillAsync();
        Order(2026);
        using var cancelling = _bindery.Watch(() =>
        {
            if (_bindery.Orders is [{ Request.Period.Year: 2026, Progress: not null } order, ..])
            {
                _bindery.Cancel(order.Id);
            }
        });
        Order(2025);
        await WorkUntilAsync(orders => orders.Count == 0);

        Assert.Equal(["2025年度表册-20261201-090000-1.xlsx"], Directory.GetFiles(_data.Books, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_book_that_failed_tells_its_number_and_can_be_tried_again()
    {
        await File.WriteAllTextAsync(_data.Books, "a file where the folder should be", TestContext.Current.CancellationToken);
        Order(2026);
        await WorkUntilAsync(orders => orders is [{ Refusal: not null }]);
        File.Delete(_data.Books);
        Order(2026);
        await UntilAsync(orders => orders.Count == 0);

        Assert.Single(_finished.On(Own));
    }

    [Fact]
    public async Task What_a_crash_left_unfinished_is_cleared_away_and_nothing_else()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data.Books, Own.Folder)).FullName;
        var left = Path.Combine(folder, $"2026年度表册-20261201-090000-16.xlsx.{Guid.NewGuid():N}.tmp");
        var other = Path.Combine(folder, "别人的.tmp");
        await File.WriteAllTextAsync(left, "half", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(other, "whole", TestContext.Current.CancellationToken);
        Order(2026);
        await WorkUntilAsync(orders => orders.Count == 0);

        Assert.Equal((false, true), (File.Exists(left), File.Exists(other)));
    }

    [Theory]
    [InlineData("../liaison.db")]
    [InlineData("别人的.xlsx")]
    [InlineData("2026年度表册-20261399-090000.xlsx")]
    public async Task Only_finished_books_can_be_found(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data.Books, Own.Folder)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name), "", TestContext.Current.CancellationToken);

        Assert.Empty(_finished.On(Own));
    }

    [Fact]
    public async Task A_finished_book_is_kept_for_a_day_and_then_goes_whoever_had_it_made()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data.Books, Own.Folder)).FullName;
        string[] there = ["2026年度表册-20261130-085959-3.xlsx", "2026年度表册-20261130-090001-3.xlsx", "会议记录.xlsx"];
        foreach (var name in there)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "", TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(_data.Books, "2025年度表册-20261101-090000.xlsx"), "on no shelf", TestContext.Current.CancellationToken);

        Assert.Equal([there[1]], _finished.On(Own).Select(book => book.Name));
        _finished.ClearOld();
        Assert.Equal(there[1..].Order(StringComparer.Ordinal), Directory.GetFiles(_data.Books, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_book_of_a_part_carries_its_name_whatever_signs_stand_in_it()
    {
        _bindery.Order(new BookRequest(BookPeriod.Between(new(2026, 3, 1), new(2026, 5, 31)), new BookPart(Station: "BJ01")), Office, Own, BookScope.Whole with { Title = "八角/北里" });
        await WorkUntilAsync(orders => orders.Count == 0);

        Assert.Equal("20260301至20260531表册（八角_北里）", Assert.Single(_finished.On(Own)).Title);
    }

    [Fact]
    public async Task A_book_of_before_there_were_accounts_is_offered_to_nobody()
    {
        Directory.CreateDirectory(_data.Books);
        await File.WriteAllTextAsync(Path.Combine(_data.Books, "2026年度表册-20261101-090000.xlsx"), "old", TestContext.Current.CancellationToken);

        Assert.Empty(_finished.On(Own));
    }

    [Fact]
    public async Task The_same_year_is_made_once_for_each_who_asked_and_stands_on_their_shelf_alone()
    {
        var other = Shelf.Of(Office with { AccountId = 8 }, Rights.OfTheHouse);
        Order(2026);
        _bindery.Order(BookRequest.OfYear(2026), Office with { AccountId = 8 }, other, BookScope.Whole);
        _bindery.Order(BookRequest.OfYear(2026, votersInFull: true), Office, Own, BookScope.Whole with { VotersInFull = true });
        await WorkUntilAsync(orders => orders.Count == 0);

        Assert.Equal(["2026年度表册-20261201-090000-0.xlsx", "2026年度表册（含选民信息）-20261201-090000-0.xlsx"], _finished.On(Own).Select(book => book.Name).Order(StringComparer.Ordinal));
        Assert.Equal("2026年度表册-20261201-090000-0.xlsx", Assert.Single(_finished.On(other)).Name);
    }

    [Fact]
    public void A_shelf_is_another_when_the_reach_or_the_right_to_names_is_another()
    {
        Rights[] differing =
        [
            Rights.OfTheHouse,
            new([new Holding(Role.UnitStaff, Reach.OfStations(1, 2))]),
            new([new Holding(Role.UnitStaff, Reach.OfStations(1))]),
            new([new Holding(Role.UnitStaff, Reach.OfStations(1)), new Holding(Role.Deputy, Reach.OfDeputy(3))]),
        ];

        Assert.Equal(4, differing.Select(rights => Shelf.Of(Office, rights)).Distinct().Count());
        Assert.Equal(Shelf.Of(Office, differing[1]), Shelf.Of(Office, new Rights([new Holding(Role.StationStaff, Reach.OfStations(2)), new Holding(Role.StationStaff, Reach.OfStations(1))])));
    }

    private void Order(int year) => _bindery.Order(BookRequest.OfYear(year), Office, Own, BookScope.Whole);

    private async Task WorkUntilAsync(Func<IReadOnlyList<BookOrder>, bool> reached)
    {
        await _bindery.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(reached);
    }

    private async Task UntilAsync(Func<IReadOnlyList<BookOrder>, bool> reached)
    {
        var there = new TaskCompletionSource();
        using var watching = _bindery.Watch(Look);
        Look();
        await there.Task.WaitAsync(TestContext.Current.CancellationToken);

        void Look()
        {
            if (reached(_bindery.Orders))
            {
                there.TrySetResult();
            }
        }
    }
}
