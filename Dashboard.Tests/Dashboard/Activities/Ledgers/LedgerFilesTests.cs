using System.Text;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

public sealed class LedgerFilesTests : IAsyncLifetime
{
    private static readonly LedgerFilter March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));

    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task What_is_written_once_stands_in_the_ledger_of_receptions_the_one_of_performance_and_the_register()
    {
        var session = await (await HeldSession.OfAsync(_house)).ReadAsync();

        using var book = await BookAsync(March);
        var receptions = Rows(book, ReceptionLedger.Tab, "记录编号");
        Assert.Equal([session.Number, session.Number, session.Number], receptions.Select(row => row["记录编号"]));
        Assert.Equal(["7", "", ""], receptions.Select(row => row["接待人次"]));
        Assert.Equal(["", "当场解释：年底前都能用。", "请选民找石景山区人民法院诉讼服务中心：正在审理的案件，代表不过问。"], receptions.Select(row => row["现场答复情况"]));
        Assert.Equal(["是", "否", "否"], receptions.Select(row => row["是否需转办"]));
        Assert.Equal(("八角代表之家", "9:00–11:00", "日常接待", "约谈", "顾砚清", "北路社区", "值班员"), (receptions[0]["家站名称"], receptions[0]["起止时间"], receptions[0]["活动类型"], receptions[0]["方式"], receptions[0]["接待代表"], receptions[0]["选区/社区"], receptions[0]["记录人"]));

        var performance = Assert.Single(Rows(book, PerformanceLedger.Tab, "代表姓名"));
        Assert.Equal(("顾砚清", "3", "谈了路灯和停车。", "未核对"), (performance["代表姓名"], performance["提出意见建议数"], performance["内容摘要"], performance["代表核对"]));

        var register = (await TextAsync(March)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, register.Length);
        Assert.StartsWith("顾砚清,", register[1], StringComparison.Ordinal);
        Assert.Contains("2026-03-02,09:00,11:00,日常接待,选民接待日,约谈,八角北里,", register[1], StringComparison.Ordinal);
        Assert.Contains(",7,3,谈了路灯和停车。,值班员", register[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_are_those_staff_know()
    {
        await HeldSession.OfAsync(_house);
        using var book = await BookAsync(March);

        Assert.Equal(
            ["序号", "记录编号", "接待日期", "起止时间", "家站名称", "街道（联组）", "地点", "活动类型", "方式", "接待代表", "选民姓名", "联系电话", "选区/社区", "接待人次", "意见和要求（原话）", "类别", "现场答复情况", "是否需转办", "记录人", "备注"],
            Rows(book, ReceptionLedger.Tab, "记录编号")[0].Keys);
        Assert.Equal(
            ["序号", "代表姓名", "代表证号", "选区", "代表小组/联组", "活动日期", "活动类型", "活动名称", "组织单位", "地点", "内容摘要", "提出意见建议数", "登记人", "代表核对", "核对日期"],
            Rows(book, PerformanceLedger.Tab, "代表姓名")[0].Keys);
        Assert.All(book.Worksheets, sheet => Assert.Equal(XLPageOrientation.Landscape, sheet.PageSetup.PageOrientation));
    }

    [Fact]
    public async Task A_session_in_which_nothing_was_said_stands_there_too()
    {
        var held = new HeldSession(_house);
        await held.PlanAsync();
        await _house.The<SessionDesk>().HoldAsync(new SeenSession(held.Id, 0), [_house.District.Gu.Id], 0);

        using var book = await BookAsync(March);

        Assert.Equal("0", Assert.Single(Rows(book, ReceptionLedger.Tab, "记录编号"))["接待人次"]);
        Assert.Equal("接待选民0人次。", Assert.Single(Rows(book, PerformanceLedger.Tab, "代表姓名"))["内容摘要"]);
    }

    [Fact]
    public async Task A_voter_s_words_are_no_formula_in_any_of_the_files()
    {
        await HeldSession.OfAsync(_house, notes: "=1+1");

        using var book = await BookAsync(March);
        using var register = new XLWorkbook((await _house.The<LedgerFiles>().RegisterBookAsync(March, everything: false, Cancelled)).Content);

        Assert.All(book.Worksheets.Concat(register.Worksheets).SelectMany(sheet => sheet.CellsUsed()), cell => Assert.False(cell.HasFormula, cell.Address.ToString()));
        Assert.Equal(HeldSession.Words, Rows(book, ReceptionLedger.Tab, "记录编号")[0]["意见和要求（原话）"]);
        Assert.DoesNotContain(",=1+1", await TextAsync(March), StringComparison.Ordinal);
        Assert.Contains("=1+1", await TextAsync(March), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voters_are_masked_unless_somebody_who_may_asks_for_them_in_full()
    {
        await HeldSession.OfAsync(_house);
        using var masked = await BookAsync(March);
        using var full = new XLWorkbook((await _house.The<LedgerFiles>().BookAsync(March, votersInFull: true, Cancelled)).Content);

        Assert.Equal(("韩**女士", "138****0058"), Voter(masked));
        Assert.Equal(("韩秀兰女士", "13800000058"), Voter(full));
        await Assert.ThrowsAsync<OutOfReachException>(() => Bajiao().GetRequiredService<LedgerFiles>().BookAsync(March, votersInFull: true, Cancelled));
        await using var db = _house.Rows();
        Assert.Equal(
            ["2026年3月1日至3月31日，1 场，选民信息已隐去", "2026年3月1日至3月31日，1 场，选民信息未隐去"],
            await db.AuditEntries.Where(entry => entry.Act == AuditAct.BookExported).OrderBy(entry => entry.Id).Select(entry => entry.Detail).ToListAsync(Cancelled));

        static (string, string) Voter(XLWorkbook book) => (Rows(book, ReceptionLedger.Tab, "记录编号")[0]["选民姓名"], Rows(book, ReceptionLedger.Tab, "记录编号")[0]["联系电话"]);
    }

    [Fact]
    public async Task Another_scope_s_sessions_are_in_no_file_on_no_page_and_cannot_be_marked()
    {
        var held = await HeldSession.OfAsync(_house);
        var elsewhere = _house.As("首钢联组", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.ShougangHome.Id))]));

        using var book = new XLWorkbook((await elsewhere.GetRequiredService<LedgerFiles>().BookAsync(March, votersInFull: false, Cancelled)).Content);
        Assert.Empty(Rows(book, ReceptionLedger.Tab, "记录编号"));
        var page = await elsewhere.GetRequiredService<LedgerQueries>().PageAsync(LedgerTab.Receptions, March, 1, Cancelled);
        Assert.Equal((0, 0, 0), (page.Total, page.Rows.Count, page.Waiting.Count));
        await Assert.ThrowsAsync<OutOfReachException>(() => elsewhere.GetRequiredService<SessionDesk>().HandOverAsync([new SeenRecord(held.Id, null)]));
        Assert.Equal(1, (await _house.The<LedgerQueries>().PageAsync(LedgerTab.Receptions, March with { Unit = "BJ", Station = "BJ01" }, 1, Cancelled)).Total);
        Assert.Equal(0, (await _house.The<LedgerQueries>().PageAsync(LedgerTab.Receptions, March with { Unit = "SG" }, 1, Cancelled)).Total);
    }

    [Fact]
    public async Task What_was_handed_over_leaves_the_register_with_its_day_and_name_and_comes_back_when_it_is_put_right()
    {
        var held = await HeldSession.OfAsync(_house);
        var waiting = (await RegisterAsync(LedgerTab.Register)).Waiting;

        Assert.Equal(new HandedOver(1, 0), await _house.The<SessionDesk>().HandOverAsync(waiting));
        Assert.Equal(new HandedOver(0, 0), await _house.The<SessionDesk>().HandOverAsync(waiting));

        var session = await held.ReadAsync();
        Assert.Equal((LiaisonHouse.Today, "值班员"), (session.HandedOverOn, session.HandedOverBy));
        Assert.DoesNotContain("顾砚清", await TextAsync(March), StringComparison.Ordinal);
        Assert.Empty((await RegisterAsync(LedgerTab.Register)).Rows);
        Assert.Single((await RegisterAsync(LedgerTab.HandedOver)).Rows);

        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await _house.The<SessionDesk>().HoldAsync(new SeenSession(held.Id, session.Version), [_house.District.Gu.Id, _house.District.Tao.Id], 8, "", "少记了陶代表。");

        Assert.True(Assert.Single((await RegisterAsync(LedgerTab.Register)).Sessions).HandedBefore);
        Assert.Equal(new HandedOver(0, 1), await _house.The<SessionDesk>().HandOverAsync(waiting));
    }

    [Fact]
    public async Task The_pages_go_on_counting_their_rows_as_the_file_does()
    {
        await HeldSession.OfAsync(_house);
        for (var more = 0; more < LedgerQueries.PageSize; more++)
        {
            var id = await _house.The<SessionDesk>().PlanAsync(HeldSession.Form(_house.District) with { From = new TimeOnly(12, more), Until = new TimeOnly(13, more) });
            await _house.The<SessionDesk>().HoldAsync(new SeenSession(id, 0), [_house.District.Gu.Id], 1);
        }

        var second = await _house.The<LedgerQueries>().PageAsync(LedgerTab.Receptions, March, 2, Cancelled);

        Assert.Equal((21, "23"), (second.Total, Assert.Single(second.Rows).Row.Cells[0].Words));
    }

    [Fact]
    public async Task An_office_chooses_the_columns_of_the_register_and_their_order()
    {
        await using var own = await LiaisonHouse.OpenAsync("--Liaison:RegisterColumns=代表证号、代表姓名，接待人次");
        await HeldSession.OfAsync(own);

        using var reader = new StreamReader((await own.The<LedgerFiles>().RegisterTextAsync(March, everything: false, Cancelled)).Content);

        Assert.Equal($"代表证号,代表姓名,接待人次\r\n{own.District.Gu.Code},顾砚清,7\r\n", await reader.ReadToEndAsync(Cancelled));
    }

    [Theory]
    [InlineData("代表姓明", "“代表姓明”不认识")]
    [InlineData("代表姓名、代表姓名", "“代表姓名”写了两次")]
    [InlineData("、", "一列也没有写")]
    public void A_column_that_cannot_be_right_is_named(string columns, string wrong) => Assert.Equal(wrong, RegisterColumns.WhyNot(columns));

    [Fact]
    public async Task The_text_file_begins_as_Excel_wants_it()
    {
        await HeldSession.OfAsync(_house);
        using var content = new MemoryStream();
        await (await _house.The<LedgerFiles>().RegisterTextAsync(March, everything: false, Cancelled)).Content.CopyToAsync(content, Cancelled);

        Assert.Equal(Encoding.UTF8.GetPreamble(), content.ToArray()[..3]);
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-01")]
    [InlineData("昨天", null)]
    [InlineData(null, "2026-02-30")]
    public void Days_that_cannot_be_read_are_no_period(string? from, string? to) => Assert.Null(LedgerFilter.Of(from, to, null, null, LiaisonHouse.Today));

    private IServiceProvider Bajiao() => _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.BajiaoHome.Id))]));

    private Task<LedgerPage> RegisterAsync(LedgerTab tab) => _house.The<LedgerQueries>().PageAsync(tab, March, 1, Cancelled);

    private async Task<XLWorkbook> BookAsync(LedgerFilter filter) => new((await _house.The<LedgerFiles>().BookAsync(filter, votersInFull: false, Cancelled)).Content);

    private async Task<string> TextAsync(LedgerFilter filter)
    {
        using var reader = new StreamReader((await _house.The<LedgerFiles>().RegisterTextAsync(filter, everything: false, Cancelled)).Content);
        return await reader.ReadToEndAsync(Cancelled);
    }

    /// <summary>The rows under the header in which a column of that name stands, by the names of their columns.</summary>
    private static List<Dictionary<string, string>> Rows(XLWorkbook book, string tab, string column)
    {
        var sheet = book.Worksheet(tab);
        var header = sheet.RowsUsed().First(row => row.CellsUsed().Any(cell => cell.GetString() == column));
        var names = header.CellsUsed().Select(cell => (cell.Address.ColumnNumber, Name: cell.GetString())).ToList();
        return
        [
            .. sheet.RowsUsed().SkipWhile(row => row.RowNumber() <= header.RowNumber()).TakeWhile(row => row.Cell(1).DataType is XLDataType.Number)
                .Select(row => names.ToDictionary(name => name.Name, name => row.Cell(name.ColumnNumber).GetString())),
        ];
    }
}
