using ClosedXML.Excel;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A book tells of what lies within its scope, and nothing in it tells that there is more.</summary>
public sealed class BookScopeTests : IDisposable
{
    private readonly LiaisonDatabase _database = new();
    private readonly BookedYear _year;

    public BookScopeTests() => _year = new BookedYear(_database, _database.Store, _database.District);

    private SmallDistrict District => _database.District;

    private BookScope OfBajiao => new(Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id), "八角街道", VotersInFull: false, []);

    private BookScope OfShougang => new(Reach.OfStations(District.ShougangHome.Id), "首钢代表联组", VotersInFull: false, []);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Every_number_of_two_parts_adds_up_to_the_whole()
    {
        await _year.FillAsync();
        await _year.ReceivedAsync(District.BajiaoHome, new(2026, 3, 2), [District.Gu, District.Tao], 5, opinions: 2, topic: 1);
        await _year.ReceivedAsync(District.ShougangHome, new(2026, 3, 9), [District.Tao], 3);
        var (whole, bajiao, shougang) = (await FiguresAsync(BookScope.Whole), await FiguresAsync(OfBajiao), await FiguresAsync(OfShougang));

        Assert.Equal(Numbers(whole), Numbers(bajiao).Zip(Numbers(shougang), (left, right) => left + right));
        Assert.Equal(10, bajiao.Total.Counts.Collected + bajiao.PeriodBefore.Counts.Collected);
        Assert.Equal(4, shougang.Total.Counts.Collected);
    }

    [Fact]
    public async Task What_was_done_by_month_is_counted_of_the_scope_alone()
    {
        await _year.FillAsync();
        var shougang = await FiguresAsync(OfShougang);

        Assert.Equal([5, 6], shougang.Events.Forwarded.Keys.Select(month => month.Month).Order());
        Assert.Equal([5, 6, 7], shougang.Events.Answered.Keys.Select(month => month.Month).Order());
        Assert.Equal((0, 4), (shougang.Balance.Opening, shougang.Balance.Received));
    }

    [Fact]
    public async Task Nothing_of_another_station_stands_in_any_cell()
    {
        await _year.FillAsync();
        await _year.TakeAsync(District.ShougangHome.Id, BookedYear.Today, "首钢的一件", new VoterForm { Name = "赵小川", Phone = "13800000001" });
        using var book = await _year.ReopenedAsync(scope: OfBajiao);

        Assert.DoesNotContain(AllCells(book), text => text.Contains("首钢的一件", StringComparison.Ordinal) || text.Contains("2026-SG01", StringComparison.Ordinal) || text.Contains("首钢代表之家", StringComparison.Ordinal) || text.Contains('赵'));
        Assert.Equal(["八角代表之家", "古城南路联络站"], book.Worksheet("意见台账").Body().Select(row => row.Cell(5).GetString()).Distinct());
    }

    [Fact]
    public async Task A_reception_at_another_station_is_in_no_ledger_and_no_number()
    {
        await _year.ReceivedAsync(District.BajiaoHome, new(2026, 3, 2), [District.Gu], 5, opinions: 1);
        await _year.ReceivedAsync(District.ShougangHome, new(2026, 3, 9), [District.Tao], 3, opinions: 1);
        using var book = await _year.ReopenedAsync(scope: OfBajiao);
        var stations = book.Worksheet("家站统计");

        Assert.Equal("八角代表之家", Assert.Single(book.Worksheet("接待记录表").Body()).Cell(5).GetString());
        Assert.Equal("顾砚清", Assert.Single(book.Worksheet("履职活动记录表").Body()).Cell(2).GetString());
        Assert.Equal((1, 1, 5), (stations.Body()[^1].Number(stations.Under("接待场次")), stations.Body()[^1].Number(stations.Under("进站代表人次")), stations.Body()[^1].Number(stations.Under("接待选民人次"))));
        Assert.Equal("全部一致", book.Worksheet("核对表").Body()[^1].Cell(7).GetString());
    }

    [Fact]
    public async Task A_book_of_one_deputy_has_the_stations_where_that_deputy_heard_something_and_adds_up()
    {
        await _year.FillAsync();
        await _year.ReceivedAsync(District.ShougangHome, new(2026, 3, 10), [District.Gu], 2, opinions: 1);
        using var book = await _year.ReopenedAsync(scope: new BookScope(Reach.OfDeputy(District.Gu.Id), "顾砚清代表", VotersInFull: false, []));

        var rows = book.Worksheet("意见台账").Body();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("顾砚清", row.Cell(7).GetString(), StringComparison.Ordinal));
        Assert.Contains(book.Worksheet("核对表").CellsUsed(), cell => cell.GetString() == "全部一致");
    }

    [Fact]
    public async Task The_sheets_name_the_scope_and_no_table_speaks_of_the_whole_district()
    {
        await _year.FillAsync();
        using var book = await _year.ReopenedAsync(scope: OfBajiao);

        Assert.Equal("总览", book.Worksheet(2).Name);
        Assert.All(book.Worksheets, sheet => Assert.Contains(sheet.CellsUsed(), cell => cell.GetString().EndsWith("范围：八角街道", StringComparison.Ordinal)));
        Assert.Equal("八角街道", book.Worksheet("家站统计").Body()[^1].Cell(2).GetString());
        Assert.Contains(book.Worksheet("说明").Body(), row => row.Cell(1).GetString() == "范围" && row.Cell(2).GetString().StartsWith("八角街道收集的意见。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subtotal_of_a_unit_of_which_only_some_stations_are_in_the_book_says_so()
    {
        using var book = await _year.ReopenedAsync(scope: OfBajiao with { Reach = Reach.OfStations(District.BajiaoStation.Id) });

        Assert.Equal(["古城南路联络站", "小计（范围内的家站）", "合计"], book.Worksheet("家站统计").Body().Select(row => row.Cell(3).GetString()));
    }

    [Fact]
    public async Task A_lead_outside_the_scope_is_not_named()
    {
        await _year.FillAsync(); // one of BJ02 was merged into one of BJ01
        using var book = await _year.ReopenedAsync(scope: OfBajiao with { Reach = Reach.OfStations(District.BajiaoStation.Id), Title = "古城南路联络站" });
        var (ledger, awaiting) = (book.Worksheet("意见台账"), book.Worksheet("待反馈清单"));

        Assert.Contains("另一件", ledger.Body().Select(row => row.Cell(ledger.Under("合并至")).GetString()));
        Assert.Contains("告诉选民主件另一件的结果", awaiting.Body().Select(row => row.Cell(awaiting.Under("应做事项")).GetString()));
        Assert.DoesNotContain(AllCells(book), text => text.Contains("2026-BJ01", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "王**", "138****0058", "选民姓名只留姓氏")]
    [InlineData(true, "王小明", "13800000058", "选民姓名和联系方式为全文")]
    public async Task Names_and_telephones_are_masked_unless_the_book_is_made_in_full(bool inFull, string name, string phone, string said)
    {
        await _year.TakeAsync(District.BajiaoHome.Id, BookedYear.Today, "路灯不亮", new VoterForm { Name = "王小明", Phone = "13800000058" });
        await _year.Desk.ExplainAsync(new Seen(1, 1, Guid.NewGuid()), "按现行标准执行。", BookedYear.Today, null);
        using var book = await _year.ReopenedAsync(scope: BookScope.Whole with { VotersInFull = inFull });
        var (ledger, awaiting) = (book.Worksheet("意见台账"), book.Worksheet("待反馈清单"));

        var row = Assert.Single(ledger.Body());
        Assert.Equal((name, phone), (row.Cell(ledger.Under("选民")).GetString(), row.Cell(ledger.Under("联系方式")).GetString()));
        Assert.Equal(name, Assert.Single(awaiting.Details()).Cell(awaiting.Under("选民")).GetString());
        Assert.Contains(book.Worksheet("说明").Body(), line => line.Cell(2).GetString().StartsWith(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_spoke_of_a_deputys_own_work_is_not_said_to_that_deputy_in_full_or_masked(bool inFull)
    {
        await _year.TakeAsync(District.BajiaoHome.Id, BookedYear.Today, "代表没有回访", new VoterForm { Name = "王小明", Phone = "13800000058" });
        await _year.Desk.ConcernAsync(new Seen(1, 1, Guid.NewGuid()), District.Gu.Id);
        await _year.Desk.ExplainAsync(new Seen(1, 2, Guid.NewGuid()), "已转告。", BookedYear.Today, null);
        using var own = await _year.ReopenedAsync(scope: BookScope.Whole with { VotersInFull = inFull, OwnDeputies = [District.Gu.Id] });
        using var another = await _year.ReopenedAsync(scope: BookScope.Whole with { VotersInFull = inFull, OwnDeputies = [District.Tao.Id] });

        Assert.DoesNotContain(AllCells(own), text => text.Contains('王') || text.Contains("0058", StringComparison.Ordinal));
        Assert.Equal(2, AllCells(own).Count(text => text == "（按第七条不显示）"));
        Assert.DoesNotContain("（按第七条不显示）", AllCells(another));
    }

    [Fact]
    public void Only_the_office_may_have_names_whole_and_only_where_it_may_everywhere()
    {
        Assert.True(BookScope.MayBeInFull(new Rights([new Holding(Role.LiaisonOffice, Reach.All)])));
        Assert.False(BookScope.MayBeInFull(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(1))])));
        Assert.False(BookScope.MayBeInFull(new Rights([new Holding(Role.LiaisonOffice, Reach.OfStations(1)), new Holding(Role.UnitStaff, Reach.OfStations(2))])));
        Assert.False(BookScope.MayBeInFull(Rights.None));
    }

    private static IEnumerable<string> AllCells(XLWorkbook book) => book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Select(cell => cell.GetString());

    private async Task<YearFigures> FiguresAsync(BookScope scope)
    {
        await using var reading = await _year.Books.OpenAsync(BookPeriod.OfYear(BookedYear.Year), scope, TestContext.Current.CancellationToken);
        return reading.Figures;
    }

    private static IReadOnlyList<int> Numbers(YearFigures figures) =>
    [
        .. Counts(figures.Total.Counts), .. Counts(figures.PeriodBefore.Counts), .. Counts(OpinionCounts.Sum(figures.Months.Values)), .. Counts(OpinionCounts.Sum(figures.Categories.Values)),
        .. Counts(Tally.Sum(figures.Channels.Values).Counts), .. Counts(Tally.Sum(figures.Organs.Values.Select(organ => organ.Tally)).Counts), .. Counts(OpinionCounts.Sum(figures.StationChannels.Values)),
        figures.Total.Answers.Answered, figures.Total.Answers.InTime, (int)figures.Total.Answers.Days, figures.Total.Ratings.Satisfied, figures.Total.Ratings.Rated,
        figures.Events.Forwarded.Values.Sum(), figures.Events.Answered.Values.Sum(), figures.Events.FedBack.Values.Sum(),
        figures.Balance.Opening, figures.Balance.Received, figures.Balance.Concluded, figures.Balance.Closing,
        figures.BalanceBefore.Opening, figures.BalanceBefore.Received, figures.BalanceBefore.Concluded, figures.BalanceBefore.Closing, figures.EarlierAwaiting,
        .. Counts(OpinionCounts.Sum(figures.Topics.Values)), .. Counts(figures.Carried.Without), .. Counts(figures.Carried.Repeats), .. Counts(OpinionCounts.Sum(figures.Carried.Deputies.Values)),
        Balance.Sum(figures.StationBalances.Values).Opening, Balance.Sum(figures.StationBalances.Values).Closing, RatingTally.Sum(figures.AnswerRatings.Values).Rated, figures.Total.Ratings.NotReached,
        figures.Contacts.Total.Sessions, figures.Contacts.Total.Visits, figures.Contacts.Total.VoterTimes, figures.Contacts.ReceptionRows, figures.Contacts.Topics.Values.Sum(), figures.Registers.Stations.Count,
    ];

    private static int[] Counts(OpinionCounts counts) =>
        [counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack, counts.Explained, counts.Merged, counts.ToForward, counts.AwaitingFeedback, counts.Outstanding, counts.Overdue];
}
