namespace VoterLiaison.Dashboard.Ledgers;

public sealed class LedgerSheetsTests
{
    [Fact]
    public async Task Headings_are_found_under_merged_titles()
    {
        var sheet = await SomeLedger.SheetOfAsync(SomeLedger.Excel(workbook =>
        {
            var table = workbook.AddWorksheet("台账");
            SomeLedger.Fill(table,
                ["石景山区人民代表大会代表联系选民意见建议台账（2024年度）"], ["填报单位：人大街工委", null, "统计期间：2024年"], [],
                ["序号", "意 见\n编 号", "收集日期", "意见内容（原话）", "承办单位"], [1d, "A-1", new DateTime(2024, 3, 5), "路灯不亮", "区城管委"]);
            table.Range("A1:E1").Merge();
        }));
        var row = Assert.Single(sheet.Rows());
        Assert.Equal((4, 5), (sheet.Header.Line, row.Line));
        Assert.Equal("A-1", row.Text(LedgerColumn.Number));
        Assert.Equal("路灯不亮", row.Text(LedgerColumn.Text));
        Assert.True(row.TryDate(LedgerColumn.ReceivedOn, null, out var on, out _));
        Assert.Equal(new DateOnly(2024, 3, 5), on);
    }

    [Theory]
    [InlineData("标 题", LedgerColumn.Title)]
    [InlineData("　来信\r\n内容　", LedgerColumn.Text)]
    [InlineData("街道（联组）", LedgerColumn.Unit)]
    [InlineData("是否超期(天)", LedgerColumn.DaysOverdue)]
    [InlineData("意见和要求(原话)", LedgerColumn.Text)]
    [InlineData("反映时间", LedgerColumn.ReceivedOn)]
    [InlineData("反映日期", LedgerColumn.ForwardedOn)]
    [InlineData("办理结果", LedgerColumn.Reply)]
    [InlineData("办理结果类别", LedgerColumn.Outcome)]
    [InlineData("*联系电话：", LedgerColumn.Contact)]
    [InlineData("来源网址", null)]
    public void A_heading_means_one_thing_however_it_is_spaced(string heading, LedgerColumn? meaning) =>
        Assert.Equal(meaning, LedgerHeadings.Meaning(heading));

    [Fact]
    public async Task Every_heading_of_our_own_ledgers_is_known()
    {
        const string reception = "序号,记录编号,接待日期,起止时间,家站名称,街道(联组),地点,活动类型,方式,接待代表,选民姓名,联系电话,选区/社区,接待人次,意见和要求(原话),类别,现场答复情况,是否需转办,记录人,备注";
        const string opinions = "序号,意见编号,收集日期,来源,家站,街道(联组),代表,选民,联系方式,意见内容,类别,合并至,反映渠道,反映日期,承办单位,交办日期,答复时限,延期至,答复日期,办理结果类别,答复内容,是否超期(天),反馈日期,反馈方式,反馈人,解释说明,选民评价,代表评价,办理轮次,办结日期,状态,备注";
        foreach (var headings in new[] { reception, opinions })
        {
            var header = (await SomeLedger.CsvAsync(headings)).Header;
            Assert.Empty(header.Unrecognised);
            Assert.Empty(header.Repeated);
            Assert.Equal(headings.Split(',').Length, header.Columns.Count);
        }
    }

    [Fact]
    public async Task Columns_not_read_are_named_so_that_a_report_can_say_so()
    {
        var sheet = await SomeLedger.CsvAsync("编号,标题,留言标题,来源网址,意见内容\n1,甲,乙,http://x,路灯");
        Assert.Equal(["来源网址"], sheet.Header.Unrecognised);
        Assert.Equal(["留言标题"], sheet.Header.Repeated);
        Assert.Equal("甲", sheet.Rows().Single().Text(LedgerColumn.Title));
        Assert.Equal("", sheet.Rows().Single().Text(LedgerColumn.Reply));
    }

    [Fact]
    public async Task The_first_visible_sheet_with_headings_is_the_ledger_and_the_others_are_named()
    {
        var sheet = await SomeLedger.SheetOfAsync(SomeLedger.Excel(workbook =>
        {
            SomeLedger.Fill(workbook.AddWorksheet("说明"), ["本表由家站填写"]);
            SomeLedger.Fill(workbook.AddWorksheet("旧"), ["编号", "内容"], ["0", "旧的"]);
            workbook.Worksheet("旧").Hide();
            SomeLedger.Fill(workbook.AddWorksheet("意见"), ["编号", "内容"], ["1", "路灯"]);
        }));
        Assert.Equal("意见", sheet.Name);
        Assert.Equal(["说明", "旧"], sheet.Others);
        Assert.Equal("路灯", sheet.Rows().Single().Text(LedgerColumn.Text));
    }

    [Fact]
    public async Task Blank_rows_repeated_headings_and_signatures_are_no_data_and_lines_stay_true()
    {
        var sheet = await SomeLedger.CsvAsync("编号,内容\n1,路灯\n\n\u3000,\t\n编号,内容\n2,井盖\n填表人：,审核人：");
        Assert.Equal([(2, "1"), (6, "2")], sheet.Rows().Select(row => (row.Line, row.Text(LedgerColumn.Number))));
    }

    [Fact]
    public async Task Without_headings_the_refusal_says_which_are_needed()
    {
        var sentence = await SomeLedger.RefusalOfAsync(SomeLedger.Excel(["一级分类", "二级分类"], ["城建", "路灯"]));
        Assert.Contains("意见内容", sentence, StringComparison.Ordinal);
        Assert.Contains("工作表：台账", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_refused_and_an_empty_one_is_not()
    {
        var rows = (await SomeLedger.CsvAsync("编号,收集日期\n1,昨天\n2,\n3,3月5日")).Rows().ToList();
        Assert.False(rows[0].TryDate(LedgerColumn.ReceivedOn, 2024, out _, out var refusal));
        Assert.Contains("昨天", refusal, StringComparison.Ordinal);
        Assert.True(rows[1].TryDate(LedgerColumn.ReceivedOn, 2024, out var none, out _));
        Assert.Null(none);
        Assert.True(rows[2].TryDate(LedgerColumn.ReceivedOn, 2024, out var on, out _));
        Assert.Equal(new DateOnly(2024, 3, 5), on);
    }

    [Fact]
    public async Task A_column_may_mix_date_cells_serial_numbers_and_texts()
    {
        var sheet = await SomeLedger.SheetOfAsync(SomeLedger.Excel(
            ["编号", "收集日期"], ["1", new DateTime(2024, 3, 5, 9, 30, 0)], ["2", 45356d], ["3", "2024/3/5 9:32:09"], ["4", "２０２４年３月５日"]));
        Assert.Equal(4, sheet.Rows().Count());
        Assert.All(sheet.Rows(), row =>
        {
            Assert.True(row.TryDate(LedgerColumn.ReceivedOn, null, out var on, out _));
            Assert.Equal(new DateOnly(2024, 3, 5), on);
        });
    }
}
