using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Statistics;

/// <summary>The demonstration's year on the page: as the book has it, and every link to just what it counts.</summary>
public sealed class StatisticsQueriesTests(DemonstrationTests.OneAutumn autumn) : IClassFixture<DemonstrationTests.OneAutumn>
{
    // From within a month to within another, across the turn of the year.
    private static readonly BookPeriod SomeDays = BookPeriod.Between(new DateOnly(2025, 12, 10), new DateOnly(2026, 11, 5));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("office", null, null, null, 1_500)]
    [InlineData("office", "BJ", null, null, 200)]
    [InlineData("office", null, "BJ02", null, 100)]
    [InlineData("office", null, null, "17-0001", 50)]
    [InlineData("unit", null, null, null, 200)]
    [InlineData("stations", null, null, null, 100)]
    [InlineData("station", null, null, null, 100)]
    [InlineData("station and deputy", null, null, null, 50)]
    public async Task Each_number_that_is_a_link_is_how_many_rows_its_list_has(string who, string? unit, string? station, string? deputy, int atLeast)
    {
        using var scope = await AsAsync(who);
        var view = await scope.ServiceProvider.GetRequiredService<StatisticsQueries>().ReadAsync(new BookAddress(who is "station" ? BookPeriod.OfYear(2026) : SomeDays, new BookPart(unit, station, deputy)), Cancelled);
        var links = Links(view!).DistinctBy(link => (link.Of.Count, link.Of.Rows)).ToList();
        var wrong = new List<string>();
        foreach (var (where, link) in links)
        {
            var listed = await ListedAsync(scope.ServiceProvider, link.Rows!);
            if (listed != link.Count)
            {
                wrong.Add($"{where}: {link.Count}, but {link.Rows} lists {listed}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(links.Count > atLeast / 2, $"{links.Count} links cannot be all.");
    }

    [Fact]
    public async Task The_page_says_what_the_book_says()
    {
        using var scope = await AsAsync("office");
        var view = await scope.ServiceProvider.GetRequiredService<StatisticsQueries>().ReadAsync(new BookAddress(SomeDays, BookPart.All), Cancelled);
        var books = autumn.Workplace.The<YearBook>();
        await using var reading = await books.OpenAsync(SomeDays, BookScope.Whole, Cancelled);
        var sheets = books.Of(reading).Sheets.ToDictionary(sheet => sheet.Name);

        await SameAsync("overview", "全区总览", [("本期", "件数"), ("增减", "增减")]);
        await SameAsync("balance", "年度结转", [.. BalanceSheet.Entries(SomeDays).Select(name => (name, name))]);
        await SameAsync("months", "月度", [.. new[] { "收集", "转交", "答复", "反馈", "待反馈", "逾期", "当月转交", "当月答复", "当月反馈" }.Select(name => (name, name))]);
        await SameAsync("stations", "家站统计", [("收集", "收集"), ("转交", "合计"), ("答复", "已答复"), ("反馈", "已反馈"), ("待反馈", "待反馈")]);
        await SameAsync("channels", "反映途径", [.. new[] { "转交", "答复", "平均答复天数", "答复逾期", "反馈", "待反馈" }.Select(name => (name, name))]);
        await SameAsync("organs", "承办单位", [.. new[] { "转交", "答复", "平均答复天数", "答复逾期", "已解决", "正在解决", "列入计划", "暂不能解决", "留作参考", "超出权限", "待反馈" }.Select(name => (name, name))]);
        await SameAsync("categories", "意见类别", [.. new[] { "收集", "转交", "答复", "反馈", "待反馈", "未办结", "逾期" }.Select(name => (name, name))]);
        await SameAsync("topics", "议题", [.. new[] { "接待场次", "收集", "转交", "答复", "反馈", "待反馈", "逾期" }.Select(name => (name, name))]);
        await SameAsync("receptions", "家站统计", [("接待场次", "接待场次"), ("进站代表人次", "进站代表人次"), ("接待选民人次", "接待选民人次"), ("驻站代表", "驻站代表数")]);
        await SameAsync("deputies", "代表统计", [("收集", "收集"), ("待反馈", "待反馈"), ("参加接待", "参加接待")]);

        async Task SameAsync(string key, string tab, (string Page, string Book)[] columns)
        {
            var (table, sheet) = (view!.Figures.Single(figure => figure.Key == key).Tables[0], sheets[tab]);
            var names = table.Rows.Select(row => row.Term.Name).ToHashSet();
            var rows = await sheet.Rows.Where(row => key != "overview" || names.Contains(row.Cells[0].Words)).ToListAsync(Cancelled); // that sheet has the rates and the balance below one another
            foreach (var (onPage, inBook) in columns)
            {
                var (at, under) = (table.Columns.ToList().FindIndex(column => column.Term.Name == onPage), sheet.Columns.ToList().FindIndex(column => column.Header == inBook));
                var page = table.Rows.Where(row => row.Look != "before").Select(row => Said(row.Cells[at - 1])).Where(words => words != "").Order();
                Assert.Equal((key, onPage, string.Join(' ', rows.Select(row => row.Cells[under].Words.TrimStart('-')).Where(words => words != "").Order())), (key, onPage, string.Join(' ', page)));
            }
        }
    }

    [Theory]
    [InlineData("SG", null, null)]
    [InlineData(null, "SG01", null)]
    [InlineData(null, null, "17-0001")]
    [InlineData(null, "XX99", null)]
    public async Task A_part_outside_of_ones_own_is_not_there_as_one_that_never_was(string? unit, string? station, string? deputy)
    {
        using var scope = await AsAsync("unit");

        Assert.Null(await scope.ServiceProvider.GetRequiredService<StatisticsQueries>().ReadAsync(new BookAddress(SomeDays, new BookPart(unit, station, deputy)), Cancelled));
    }

    private static string Said(FigureCell cell) => cell switch
    {
        Counted counted => $"{counted.Count}",
        Change change => $"{Math.Abs(change.By)}",
        Words words => words.Text ?? "",
        _ => "",
    };

    private static IEnumerable<(string Where, Counted Of)> Links(StatisticsView view) =>
    [
        .. from figure in view.Figures
           from table in figure.Tables
           from row in table.Rows
           from cell in row.Cells.OfType<Counted>()
           where cell.Rows is not null && cell.Count > 0
           select ($"{table.Name}，{row.Term.Name}", cell),
        .. from figure in view.Figures
           from cell in figure.Picture switch
           {
               Flow flow => flow.Bars.Select(bar => bar.Cell),
               Bridge bridge => bridge.Piers.Select(pier => pier.Cell),
               _ => [],
           }
           where cell.Rows is not null && cell.Count > 0
           select (figure.Title, cell),
    ];

    private static async Task<int> ListedAsync(IServiceProvider services, string address)
    {
        var query = new Uri(new Uri("http://house"), address).Query;
        if (address.StartsWith(Addresses.Opinions(), StringComparison.Ordinal))
        {
            var list = OpinionAddress.Parse(query);
            Assert.Empty(list.Ignored);
            return await services.GetRequiredService<OpinionQueries>().CountAsync(list.Filter, Cancelled);
        }

        Assert.StartsWith(Addresses.LedgersPattern, address, StringComparison.Ordinal);
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var filter = LedgerFilter.Of(asked["from"], asked["to"], asked.GetValueOrDefault("unit"), asked.GetValueOrDefault("station"), SomeDays.Until)!;
        return (await services.GetRequiredService<LedgerQueries>().PageAsync(LedgerTab.Receptions, filter, 1, Cancelled)).Total;
    }

    private async Task<IServiceScope> AsAsync(string who)
    {
        await using var db = await autumn.Workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var stations = await db.Stations.Where(station => station.Code.StartsWith("BJ")).OrderBy(station => station.Code).Select(station => station.Id).ToListAsync(Cancelled);
        var elsewhere = await db.Opinions.Where(o => o.Deputies.Any() && !stations.Contains(o.StationId)).OrderBy(o => o.Id).SelectMany(o => o.Deputies).Select(link => link.DeputyId).FirstAsync(Cancelled);
        var scope = autumn.Workplace.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsTrusted(who, who switch
        {
            "unit" => new Rights([new Holding(Role.UnitStaff, Reach.OfStations(stations))]),
            "stations" => new Rights([new Holding(Role.StationStaff, Reach.OfStations(stations[0], stations[2]))]),
            "station" => new Rights([new Holding(Role.StationStaff, Reach.OfStations(stations[1]))]),
            "station and deputy" => new Rights([new Holding(Role.StationStaff, Reach.OfStations(stations[1])), new Holding(Role.Deputy, Reach.OfDeputy(elsewhere))]),
            _ => Rights.OfTheHouse,
        });
        return scope;
    }
}
