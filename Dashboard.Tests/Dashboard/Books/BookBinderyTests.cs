using ClosedXML.Excel;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
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

    public BookBinderyTests()
    {
        _data = new DataFolder(Options.Create(new LiaisonOptions { DataDirectory = _folder.Path }));
        _year = new BookedYear(_database, _database.Store, _database.District);
        _finished = new FinishedBooks(_data);
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
        _bindery.Order(2026);
        await WorkUntilAsync(orders => orders.Count == 0);

        var book = Assert.Single(_finished.List());
        Assert.Equal(("2026年度表册-20261201-090000.xlsx", 2026, new DateTime(2026, 12, 1, 9, 0, 0)), (book.Name, book.Year, book.AsOf));
        using var opened = new XLWorkbook(_finished.PathOf(book));
        Assert.Equal(11, opened.Worksheet("意见台账").Body().Count);
        Assert.Equal(new FileInfo(_finished.PathOf(book)).Length, book.Bytes);
    }

    [Fact]
    public async Task Books_are_made_one_after_another_and_a_year_is_not_ordered_twice()
    {
        _bindery.Order(2026);
        _bindery.Order(2025);
        _bindery.Order(2026);

        Assert.Equal([2026, 2025], _bindery.Orders.Select(order => order.Year));
        await WorkUntilAsync(orders => orders.Count == 0);
        Assert.Equal([2026, 2025], _finished.List().Select(book => book.Year));
    }

    [Fact]
    public async Task An_order_taken_back_while_it_is_made_leaves_nothing()
    {
        await _year.FillAsync();
        _bindery.Order(2026);
        using var cancelling = _bindery.Watch(() =>
        {
            if (_bindery.Orders is [{ Year: 2026, Progress: not null } order, ..])
            {
                _bindery.Cancel(order.Id);
            }
        });
        _bindery.Order(2025);
        await WorkUntilAsync(orders => orders.Count == 0);

        Assert.Equal(["2025年度表册-20261201-090000.xlsx"], Directory.GetFiles(_data.Books).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_book_that_failed_tells_its_number_and_can_be_tried_again()
    {
        await File.WriteAllTextAsync(_data.Books, "a file where the folder should be", TestContext.Current.CancellationToken);
        _bindery.Order(2026);
        await WorkUntilAsync(orders => orders is [{ Mishap: not null }]);
        File.Delete(_data.Books);
        _bindery.Order(2026);
        await UntilAsync(orders => orders.Count == 0);

        Assert.Single(_finished.List());
    }

    [Fact]
    public async Task What_a_crash_left_unfinished_is_cleared_away_and_nothing_else()
    {
        Directory.CreateDirectory(_data.Books);
        var left = Path.Combine(_data.Books, $"2026年度表册-20261201-090000.xlsx.{Guid.NewGuid():N}.tmp");
        var other = Path.Combine(_data.Books, "别人的.tmp");
        await File.WriteAllTextAsync(left, "half", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(other, "whole", TestContext.Current.CancellationToken);
        _bindery.Order(2026);
        await WorkUntilAsync(orders => orders.Count == 0);

        Assert.Equal((false, true), (File.Exists(left), File.Exists(other)));
    }

    [Theory]
    [InlineData("../liaison.db")]
    [InlineData("别人的.xlsx")]
    [InlineData("2026年度表册-20261399-090000.xlsx")]
    public async Task Only_finished_books_can_be_found(string name)
    {
        Directory.CreateDirectory(_data.Books);
        await File.WriteAllTextAsync(Path.Combine(_data.Books, name), "", TestContext.Current.CancellationToken);

        Assert.Null(_finished.Find(name));
    }

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
