using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

public sealed class YearBookTests : IDisposable
{
    private readonly LiaisonDatabase _database = new();
    private readonly BookedYear _year;

    public YearBookTests() => _year = new BookedYear(_database, _database.Store, _database.District);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_sheets_stand_in_the_order_the_office_hands_them_in()
    {
        using var book = await _year.ReopenedAsync();

        Assert.Equal(["说明", "全区总览", "图表", "家站统计", "年度结转", "月度", "反映途径", "承办单位", "意见类别", "议题", "代表统计", "满意度", "意见台账", "接待记录表", "履职活动记录表", "待反馈清单", "核对表"], book.Worksheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public async Task The_overview_prints_what_the_board_counts()
    {
        await _year.FillAsync();
        var (now, before) = (await _year.CountedAsync(), await _year.CountedAsync(2025));
        using var book = await _year.ReopenedAsync();
        var rows = book.Worksheet("全区总览").Body().Where(row => !row.Cell(2).IsEmpty()).ToDictionary(row => row.Cell(1).GetString());

        Assert.Equal((11, 1), (now.Collected, before.Collected));
        Assert.Equal(
            [now.Collected, now.Forwarded, now.Answered, now.FedBack, now.Explained, now.OutOfScope, now.Merged, now.ToForward, now.AwaitingAnswer, now.AwaitingFeedback, now.Outstanding, now.Overdue, now.GravelyOverdue],
            new[] { "收集", "转交", "答复", "反馈", "当场解释", "超出范围", "并案", "待转交", "待答复", "待反馈", "未办结", "逾期", "严重逾期" }.Select(name => rows[name].Number(2)));
        Assert.Equal(before.Collected, rows["收集"].Number(4));
    }

    [Fact]
    public async Task Rates_print_their_numerator_and_denominator()
    {
        await _year.FillAsync();
        using var book = await _year.ReopenedAsync();
        var rows = book.Worksheet("全区总览").Body().ToDictionary(row => row.Cell(1).GetString());

        // Six of seven forwarded were answered, three of them within 30 days; the seventh is late. One was rated 满意, one 基本满意, one was not reached.
        Assert.Equal(["6/7", "3/7", "3/8", "1/2", "2/2"], new[] { "答复率", "按期答复率", "反馈率", "满意率", "满意和基本满意率" }.Select(name => rows[name].Cell(2).GetString()));
        Assert.Equal(3.0 / 7, rows["按期答复率"].Cell(3).GetDouble(), 10);
        Assert.Equal("—", rows["答复率"].Cell(5).GetString());
    }

    [Fact]
    public async Task The_balance_of_the_year_closes()
    {
        await _year.FillAsync();
        using var book = await _year.ReopenedAsync();
        var rows = book.Worksheet("全区总览").Body().ToDictionary(row => row.Cell(1).GetString());
        var (opening, received, concluded, closing) = (rows["年初未办结"].Number(2), rows["本年收集"].Number(2), rows["本年办结"].Number(2), rows["年末未办结"].Number(2));

        Assert.Equal((1, 11), (opening, received));
        Assert.Equal(opening + received - concluded, closing);
    }

    [Fact]
    public async Task Stations_add_up_to_their_unit_and_units_to_the_district()
    {
        await _year.FillAsync();
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("家站统计");
        var rows = sheet.Body();

        foreach (var column in new[] { "收集", "当场解释", "人代会期间", "一府一委两院", "合计", "已答复", "已反馈", "待反馈", "满意", "基本满意", "不满意" }.Select(header => sheet.Under(header)))
        {
            foreach (var unit in new[] { "八角街道", "首钢代表联组" })
            {
                var ofUnit = rows.Where(row => row.Cell(2).GetString() == unit).ToLookup(row => row.Cell(3).GetString() == "小计", row => row.Number(column));
                Assert.Equal(ofUnit[false].Sum(), ofUnit[true].Single());
            }

            Assert.Equal(rows.Where(row => row.Cell(3).GetString() == "小计").Sum(row => row.Number(column)), rows[^1].Number(column));
        }

        Assert.All(rows, row => Assert.Equal(row.Number(sheet.Under("合计")), Enumerable.Range(1, 5).Sum(before => row.Number(sheet.Under("合计") - before))));
        var counts = await _year.Counts.ByStationAsync(BookedYear.Year, BookedYear.Today, TestContext.Current.CancellationToken);
        Assert.Equal(counts[_database.District.ShougangHome.Id].FedBack, rows.Single(row => row.Cell(3).GetString() == "首钢代表之家").Number(sheet.Under("已反馈")));
        Assert.Equal(["八角街道", "首钢代表联组", "全区"], rows.Where(row => row.Cell(3).GetString() is "小计" or "合计").Select(row => row.Cell(2).GetString()));
    }

    [Fact]
    public async Task Every_summary_has_the_same_totals()
    {
        await _year.FillAsync();
        var counts = await _year.CountedAsync();
        using var book = await _year.ReopenedAsync();

        Assert.Equal([counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack, counts.AwaitingFeedback, counts.Overdue], Totals("月度", "收集", "转交", "答复", "反馈", "待反馈", "逾期"));
        Assert.Equal([counts.Forwarded, counts.Answered, counts.AnswerOverdue, counts.FedBack], Totals("反映途径", "转交", "答复", "答复逾期", "反馈"));
        Assert.Equal([counts.Forwarded, counts.Answered, counts.AnswerOverdue], Totals("承办单位", "转交", "答复", "答复逾期"));
        Assert.Equal([counts.Collected, counts.Forwarded, counts.FedBack, counts.Explained, counts.Outstanding], Totals("意见类别", "收集", "转交", "反馈", "当场解释", "未办结"));
        Assert.All(new[] { "月度", "反映途径", "承办单位", "意见类别" }, name =>
        {
            var sheet = book.Worksheet(name);
            var rows = sheet.Body();
            Assert.All(new[] { "转交", "答复", "反馈" }.Where(header => name != "承办单位" || header != "反馈").Select(header => sheet.Under(header)), column =>
                Assert.Equal(rows.SkipLast(1).Sum(row => row.Number(column)), rows[^1].Number(column)));
        });

        IEnumerable<int> Totals(string name, params string[] headers) => headers.Select(header => book.Worksheet(name).Body()[^1].Number(book.Worksheet(name).Under(header)));
    }

    [Fact]
    public async Task What_was_done_in_a_month_counts_there_whenever_it_was_collected()
    {
        await _year.FillAsync();
        await _year.Desk.ForwardAsync(new Seen(1, 1, Guid.NewGuid()), new ForwardForm { On = new(2026, 1, 5), Handlers = new HandlersForm { LeadOrganId = _database.District.Court.Id } });
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("月度");
        var january = sheet.Body()[0];

        Assert.Equal((0, 1), (january.Number(sheet.Under("转交")), january.Number(sheet.Under("当月转交"))));
    }

    [Fact]
    public async Task Outcomes_of_an_organ_add_up_to_its_answers()
    {
        await _year.FillAsync();
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("承办单位");
        var organ = sheet.Body().Single(row => row.Cell(1).GetString() == "区城市管理委员会");

        Assert.Equal([4, 0, 1, 1, 0, 0], Enum.GetValues<AnswerOutcome>().Select((_, i) => organ.Number(sheet.Under("已解决") + i)));
        Assert.Equal("3/7", organ.Cell(sheet.Under("件数", "按期答复率")).GetString());
        Assert.Equal("38.5", organ.Cell(sheet.Under("平均答复天数")).GetString());
    }

    [Fact]
    public async Task The_ledger_lists_every_opinion_and_the_list_everyone_who_waits()
    {
        await _year.FillAsync();
        var counts = await _year.CountedAsync();
        using var book = await _year.ReopenedAsync();

        Assert.Equal(counts.Collected, book.Worksheet("意见台账").Body().Count);
        Assert.Equal(counts.AwaitingFeedback, book.Worksheet("待反馈清单").Details().Count);
        var notes = book.Worksheet("说明").Body().ToLookup(row => row.Cell(1).GetString(), row => row.Cell(2).GetString());
        Assert.Contains("系统网址/opinions/后面接编号", Assert.Single(notes["找到某一件"]), StringComparison.Ordinal);
        Assert.StartsWith($"{counts.Collected} 行", Assert.Single(notes["意见台账"]), StringComparison.Ordinal);
        Assert.StartsWith($"{counts.AwaitingFeedback} 行", Assert.Single(notes["待反馈清单"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_is_listed_by_deputy_and_those_without_one_last()
    {
        await _year.FillAsync();
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("待反馈清单");

        Assert.Equal(
            ["陶知言、顾砚清", "陶知言、顾砚清", "陶知言（17-0002） 小计 2 件", "（代表待定）", "（代表待定）", "（代表待定）", "（代表待定） 小计 3 件", "合计  5 件"],
            sheet.Body().Select(row => row.Cell(1).Style.Font.Bold ? $"{row.Cell(2).GetString()} {row.Cell(3).GetString()} {row.Cell(4).GetString()}" : row.Cell(2).GetString()));
        Assert.Equal(["告诉选民办理结果，并作解释说明", "告诉选民主件2026-BJ01-0004的结果"], sheet.Details().Take(2).Select(row => row.Cell(sheet.Under("应做事项")).GetString()));
    }

    [Fact]
    public async Task Excel_data_reader_sees_the_same_ledger()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance); // the reader asks for it
        await _year.FillAsync();
        using var reader = ExcelReaderFactory.CreateReader(await _year.WrittenAsync());
        while (reader.Name != "意见台账")
        {
            Assert.True(reader.NextResult());
        }

        var numbers = new List<object?>();
        while (reader.Read())
        {
            numbers.Add(reader.GetValue(1));
        }

        await using var db = _database.CreateDbContext();
        Assert.Equal(await db.Opinions.Where(o => o.Year == BookedYear.Year).OrderBy(o => o.CollectedOn).ThenBy(o => o.Id).Select(o => o.Number).ToListAsync(TestContext.Current.CancellationToken), numbers.OfType<string>().Where(number => number.StartsWith("2026-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_of_the_ledger_tells_the_whole_life()
    {
        var told = await _year.AnsweredAsync(_database.District.ShougangHome.Id, new(2026, 5, 6), new(2026, 7, 20), AnswerOutcome.Solved);
        await _year.ToldAsync(told, new(2026, 8, 1), VoterRating.Dissatisfied);
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("意见台账");
        var row = Assert.Single(sheet.Body());

        Assert.Equal(
            ["1", "2026-SG01-0001", "约谈", "首钢代表之家", "首钢代表联组", "向一府一委两院反映", "区城市管理委（协办：区住建委）", "已解决", "已派人修复。", "45", "电话", "陶知言", "不满意", "1", "已反馈"],
            new[] { "序号", "意见编号", "来源", "家站", "街道（联组）", "反映渠道", "承办单位", "办理结果类别", "答复内容", "是否超期（天）", "反馈方式", "反馈人", "选民评价", "办理轮次", "状态" }.Select(Text));
        Assert.Equal(
            [new(2026, 5, 6), new(2026, 5, 6), new(2026, 6, 5), new(2026, 7, 20), new(2026, 8, 1), new DateTime(2026, 8, 1)],
            new[] { "收集日期", "反映日期", "答复时限", "答复日期", "反馈日期", "办结日期" }.Select(header => row.Cell(sheet.Under(header)).GetDateTime()));

        string Text(string header) => row.Cell(sheet.Under(header)).GetString();
    }

    [Fact]
    public async Task An_office_leaves_columns_out_orders_and_renames_them()
    {
        var own = new BookedYear(_database, _database.Store, _database.District) { Office = new LiaisonOptions { LedgerColumns = "意见编号、意见内容＝选民原话，收集日期" } };
        await own.TakeAsync(_database.District.BajiaoHome.Id, BookedYear.Today, "路灯不亮");
        using var book = await own.ReopenedAsync();
        var sheet = book.Worksheet("意见台账");

        Assert.Equal(["序号", "意见编号", "选民原话", "收集日期"], sheet.Row(sheet.PageSetup.FirstRowToRepeatAtTop).CellsUsed().Select(cell => cell.GetString()));
        Assert.Equal(("2026-BJ01-0001", "路灯不亮", new DateTime(2026, 12, 1)), (sheet.Body()[0].Cell(2).GetString(), sheet.Body()[0].Cell(3).GetString(), sheet.Body()[0].Cell(4).GetDateTime()));
        Assert.Equal("全部一致", book.Worksheet("核对表").Body()[^1].Cell(7).GetString());
    }

    [Fact]
    public async Task The_offices_own_words_stand_over_and_under_every_table()
    {
        var own = new BookedYear(_database, _database.Store, _database.District) { Office = new LiaisonOptions { TablePrefix = "石景山区第十七届人大代表", TablePreparer = "王静", TableReviewer = "李敏", OfficePhone = "68800000" } };
        using var book = await own.ReopenedAsync();
        var words = book.Worksheet("家站统计").CellsUsed().Select(cell => cell.GetString()).ToList();

        Assert.Equal("石景山区第十七届人大代表家站年度工作统计表（2026年度）", words[0]);
        Assert.All(new[] { "填表人：王静", "审核人：李敏", "联系电话：68800000" }, word => Assert.Contains(word, words));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("007")]
    [InlineData("110107199001011234")]
    [InlineData("1-2")]
    [InlineData("列\t之间")]
    [InlineData("楼道灯坏了😀𠮷野家")]
    [InlineData("<b>&amp;\"引号\"</b>")]
    public async Task What_a_voter_said_comes_back_as_it_was_said(string words)
    {
        await _year.TakeAsync(_database.District.BajiaoHome.Id, BookedYear.Today, words);
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("意见台账");
        var cell = Assert.Single(sheet.Body()).Cell(sheet.Under("意见内容"));

        Assert.Equal((words, XLDataType.Text, false), (cell.GetString(), cell.DataType, cell.HasFormula));
    }

    [Fact]
    public async Task Words_longer_than_a_cell_are_cut_with_a_mark()
    {
        await _year.TakeAsync(_database.District.BajiaoHome.Id, BookedYear.Today, new string('字', 40_000));
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("意见台账");
        var words = Assert.Single(sheet.Body()).Cell(sheet.Under("意见内容")).GetString();

        Assert.EndsWith("见系统中原件）", words, StringComparison.Ordinal);
        Assert.Equal(32_767, words.Length);
    }

    [Fact]
    public async Task Several_voters_share_a_cell_and_their_telephones_are_masked()
    {
        await _year.TakeAsync(_database.District.BajiaoHome.Id, BookedYear.Today, "路灯不亮", new VoterForm { Name = "王女士", Phone = "13800000058" }, new VoterForm { Name = "李先生", Phone = "010-68880000" });
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("意见台账");
        var row = Assert.Single(sheet.Body());

        Assert.Equal(("王女士、李先生", "138****0058、010****0000"), (row.Cell(sheet.Under("选民")).GetString(), row.Cell(sheet.Under("联系方式")).GetString()));
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(1995)]
    public async Task A_year_without_opinions_gives_a_book_that_says_so(int year)
    {
        using var book = await _year.ReopenedAsync(year);

        Assert.Contains(book.Worksheet("说明").Body(), row => row.Cell(2).GetString().StartsWith("统计期间内没有收集到意见", StringComparison.Ordinal));
        Assert.Contains(book.Worksheet("意见台账").CellsUsed(), cell => cell.GetString() == "统计期间内没有收集到意见。");
        Assert.Equal("—", book.Worksheet("全区总览").Body().Single(row => row.Cell(1).GetString() == "答复率").Cell(3).GetString());
    }

    [Fact]
    public async Task A_deputy_of_two_stations_is_one_deputy_of_the_unit()
    {
        await using (var db = _database.CreateDbContext())
        {
            var deputy = await db.Deputies.Include(one => one.Stations).SingleAsync(one => one.Id == _database.District.Gu.Id, TestContext.Current.CancellationToken);
            deputy.ReceivesAt(_database.District.BajiaoHome.Id);
            deputy.ReceivesAt(_database.District.BajiaoStation.Id);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("家站统计");

        Assert.Equal([1, 1, 1, 0, 0, 1], sheet.Body().Select(row => row.Number(sheet.Under("驻站代表数"))));
    }

    [Fact]
    public async Task The_book_satisfies_the_Open_XML_schema()
    {
        await _year.FillAsync();
        using var document = SpreadsheetDocument.Open(await _year.WrittenAsync(), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }
}
