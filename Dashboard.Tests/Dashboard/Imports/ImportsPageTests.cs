using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Imports;

public sealed class ImportsPageTests : DashboardTestContext
{
    private const string Headings = "编号,收集日期,意见内容\n";

    private readonly LiaisonFolder _folder = new();

    public ImportsPageTests()
    {
        Services.AddSingleton(new DataFolder(Options.Create(new LiaisonOptions { DataDirectory = _folder.Path })));
        Services.AddSingleton(Database.Batches);
        Services.AddSingleton(Database.Ring);
        Services.AddImports();
        _ = The<ImportRuns>().StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Before_the_first_import_the_page_says_what_to_do() => Assert.Contains("还没有导入过台账", Open().Markup, StringComparison.Ordinal);

    [Fact]
    public async Task A_refused_row_is_shown_with_its_line_and_the_reason()
    {
        var page = await TryAsync("L1,2026-03-02,路灯不亮\nL2,某日,停车难");

        Assert.StartsWith("第 3 行收集日期“某日”", page.WaitForElement("[data-testid=refused] li").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.Find("[data-testid=refused-count]").TextContent);
    }

    [Fact]
    public async Task With_a_refused_row_nothing_is_written_until_the_clerk_says_to_skip_it()
    {
        var page = await TryAsync("L1,2026-03-02,路灯不亮\nL2,某日,停车难");
        await page.WaitForElement("[data-testid=write]").ClickAsync(new());
        Assert.Contains("勾选跳过这些行", page.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=batches]"));

        page.Find("[data-testid=skip-refused]").Change(true);
        await page.WaitForElement("[data-testid=write]").ClickAsync(new());

        Assert.Contains("来信.csv", page.WaitForElement("[data-testid=batch-1]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("已登记 1 件", page.WaitForElement("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("来信.docx", "只能导入 .xlsx 和 .csv 文件，“来信.docx”不是。")]
    [InlineData("来信.xlsx", "“来信.xlsx”的扩展名是 .xlsx，内容却不是 Excel 工作簿。")]
    public async Task A_file_of_another_type_is_refused_with_a_sentence(string name, string sentence)
    {
        var page = await TryAsync("L1,2026-03-02,路灯不亮", name);

        Assert.StartsWith(sentence, page.WaitForElement("[data-testid=refusal]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=write]"));
    }

    [Fact]
    public async Task Without_a_station_or_a_file_the_page_asks_for_it()
    {
        var page = Open();
        await page.WaitForElement("[data-testid=try]").ClickAsync(new());
        Assert.Equal("请选择登记到哪个家站。", page.WaitForElement("[role=alert]").TextContent);

        page.Find("[data-testid=station]").Change("BJ01");
        await page.WaitForElement("[data-testid=try]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("请选择台账文件。", page.Find("[role=alert]").TextContent));
    }

    [Fact]
    public void An_address_of_a_check_long_past_says_so_and_offers_a_new_one()
    {
        var page = Open(Addresses.Import(Guid.NewGuid()));

        Assert.Equal("这一次核对已经过期，请重新选择文件。", page.Find(".told").TextContent);
        Assert.NotNull(page.Find("[data-testid=try]"));
    }

    [Fact]
    public async Task Undoing_asks_first_and_the_batch_stays_listed()
    {
        var page = await TryAsync("L1,2026-03-02,路灯不亮");
        await page.WaitForElement("[data-testid=write]").ClickAsync(new());
        await page.WaitForElement("[data-testid=undo]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("收回这一批的 1 件？", page.Find("[data-testid=batch-1]").TextContent, StringComparison.Ordinal));

        await page.WaitForElement("[data-testid=undo-yes]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("2026-03-02 09:00 已撤销", page.Find("[data-testid=batch-1]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=batch-1] a"));
    }

    [Fact]
    public void Only_stations_within_the_scope_are_offered()
    {
        IsSeenBy(OfBajiaoHome);

        Assert.Equal(["", "*", "BJ01"], Open().FindAll("[data-testid=station] option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task A_station_that_was_not_offered_is_refused_as_unknown_and_noted()
    {
        IsSeenBy(OfBajiaoHome, "八角街道");
        var page = await TryAsync("L1,2026-03-02,路灯不亮", station: "SG01");

        Assert.Equal("没有代码为“SG01”的家站。", page.WaitForElement("[data-testid=refusal]").TextContent);
        await using var db = Database.CreateDbContext();
        var entry = Assert.Single(await db.AuditEntries.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((AuditAct.OutOfReach, AuditResult.Refused, "八角街道", "家站 SG01"), (entry.Act, entry.Result, entry.Who, entry.About));
    }

    [Fact]
    public async Task Somebody_elses_check_is_as_if_it_had_expired()
    {
        var page = await TryAsync("L1,2026-03-02,路灯不亮");
        page.WaitForElement("[data-testid=write]");
        var address = The<NavigationManager>().Uri;
        IsSeenBy(Rights.OfTheHouse, "另一位值班员");

        Assert.Equal("这一次核对已经过期，请重新选择文件。", Open(address).Find(".told").TextContent);
    }

    [Fact]
    public async Task Batches_of_other_stations_are_not_listed()
    {
        var page = await TryAsync("L1,2026-03-02,路灯不亮");
        await page.WaitForElement("[data-testid=write]").ClickAsync(new());
        page.WaitForElement("[data-testid=batch-1]");
        IsSeenBy(new Rights([new Holding(Role.StationStaff, Reach.OfStations(District.ShougangHome.Id))]));

        Assert.Empty(Open().FindAll("[data-testid=batch-1]"));
    }

    [Fact]
    public async Task Where_several_sheets_look_like_ledgers_the_person_chooses_and_the_first_is_chosen_beforehand()
    {
        var page = await TryAsync(TwoSheets, "台账.xlsx");
        Assert.Equal("二〇二五", page.WaitForElement("[data-testid=sheet]").GetAttribute("value"));

        page.Find("[data-testid=sheet]").Change("二〇二六");
        await page.Find("[data-testid=choose]").ClickAsync(new());

        Assert.Equal("2", page.WaitForElement("[data-testid=opinions]").TextContent);
        Assert.Contains("工作表“二〇二六”", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_nobody_knows_are_said_by_hand_and_the_needed_ones_are_asked_for()
    {
        var page = await TryAsync(StrangeHeadings);
        Assert.Contains("✗ 还没有指明 收集日期", page.WaitForElement("[data-testid=needed]").TextContent, StringComparison.Ordinal);
        Assert.Contains("路灯不亮", page.Find("[data-testid=columns]").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=column-1]").Change(nameof(LedgerColumn.ReceivedOn));
        await page.Find("[data-testid=choose]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("还没有指明哪一列是“意见内容”", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        page.Find("[data-testid=column-2]").Change(nameof(LedgerColumn.Text));
        await page.Find("[data-testid=choose]").ClickAsync(new());
        Assert.Equal("1", page.WaitForElement("[data-testid=opinions]").TextContent);
    }

    [Fact]
    public async Task A_mapping_remembered_by_name_is_offered_for_the_next_file_with_the_same_headings()
    {
        var page = await TryAsync(StrangeHeadings);
        page.WaitForElement("[data-testid=column-1]").Change(nameof(LedgerColumn.ReceivedOn));
        page.Find("[data-testid=column-2]").Change(nameof(LedgerColumn.Text));
        page.Find("[data-testid=remember]").Change("老台账");
        await page.Find("[data-testid=choose]").ClickAsync(new());
        page.WaitForElement("[data-testid=opinions]");

        var next = await TryAsync(Encoding.UTF8.GetBytes("号头,何日,说了什么\n2,2026-03-01,停车难"));

        Assert.Contains("“老台账”", next.WaitForElement("[data-testid=fitted]").TextContent, StringComparison.Ordinal);
        await next.Find("[data-testid=choose]").ClickAsync(new());
        Assert.Equal("1", next.WaitForElement("[data-testid=opinions]").TextContent);
    }

    [Fact]
    public async Task Whoever_left_finds_the_import_again_until_they_give_it_up()
    {
        var page = await TryAsync("L1,2026-03-02,路灯不亮");
        page.WaitForElement("[data-testid=write]");
        var link = Open().Find("[data-testid=open-runs] a");
        Assert.Equal("来信.csv", link.TextContent);

        var again = Open(link.GetAttribute("href")!);
        await again.Find("[data-testid=give-up]").ClickAsync(new());

        Assert.Equal("已停止，什么也没有写入。", again.WaitForElement("[data-testid=stopped]").TextContent);
        Assert.Empty(Open().FindAll("[data-testid=open-runs]"));
    }

    [Fact]
    public async Task While_one_ledger_is_at_work_another_waits_and_the_first_can_be_stopped()
    {
        var held = new TaskCompletionSource();
        var gate = Database.Store.WriteAsync(_ => held.Task, TestContext.Current.CancellationToken);
        var page = await TryAsync("L1,2026-03-02,路灯不亮");
        page.WaitForElement("[data-testid=stop]");
        var address = The<NavigationManager>().Uri;

        var other = await TryAsync("L2,2026-03-02,停车难");
        Assert.Contains("一次只导入一份", other.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);

        var again = Open(address);
        await again.Find("[data-testid=stop]").ClickAsync(new());
        Assert.NotNull(again.WaitForElement("[data-testid=stopped]"));
        held.SetResult();
        await gate;
    }

    [Fact]
    public async Task Somebody_elses_ledger_waits_until_the_one_at_work_is_done()
    {
        var held = new TaskCompletionSource();
        var gate = Database.Store.WriteAsync(_ => held.Task, TestContext.Current.CancellationToken);
        await TryAsync("L1,2026-03-02,路灯不亮");
        IsSeenBy(Rights.OfTheHouse, "另一位值班员");

        var other = await TryAsync("L2,2026-03-02,停车难");
        Assert.Contains("排队等候", other.WaitForElement("[data-testid=progress]").TextContent, StringComparison.Ordinal);
        held.SetResult();
        await gate;

        Assert.NotNull(other.WaitForElement("[data-testid=write]"));
    }

    private static byte[] TwoSheets => SomeLedger.Excel(workbook =>
    {
        SomeLedger.Fill(workbook.AddWorksheet("封面"), ["接待选民台账"]);
        SomeLedger.Fill(workbook.AddWorksheet("二〇二五"), ["编号", "收集日期", "意见内容"], ["A1", "2025-05-06", "路灯不亮"]);
        SomeLedger.Fill(workbook.AddWorksheet("二〇二六"), ["编号", "收集日期", "意见内容"], ["B1", "2026-01-06", "停车难"], ["B2", "2026-01-07", "暖气不热"]);
    });

    private static byte[] StrangeHeadings => Encoding.UTF8.GetBytes("号头,何日,说了什么\n1,2026-03-02,路灯不亮");

    private Rights OfBajiaoHome => new([new Holding(Role.StationStaff, Reach.OfStations(District.BajiaoHome.Id))]);

    private IRenderedComponent<ImportsPage> Open(string address = Addresses.Imports)
    {
        The<NavigationManager>().NavigateTo(address);
        return Render<ImportsPage>();
    }

    private Task<IRenderedComponent<ImportsPage>> TryAsync(string rows, string fileName = "来信.csv", string station = "BJ01") =>
        TryAsync(Encoding.UTF8.GetBytes(Headings + rows), fileName, station);

    private async Task<IRenderedComponent<ImportsPage>> TryAsync(byte[] content, string fileName = "来信.csv", string station = "BJ01")
    {
        var page = Open();
        page.Find("[data-testid=station]").Change(station);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(content, fileName));
        await page.WaitForElement("[data-testid=try]").ClickAsync(new());
        return page;
    }
}
