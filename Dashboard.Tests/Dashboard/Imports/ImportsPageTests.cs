using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Imports;

public sealed class ImportsPageTests : DashboardTestContext
{
    private const string Headings = "编号,收集日期,意见内容\n";

    public ImportsPageTests()
    {
        Services.AddSingleton(Database.Batches);
        Services.AddSingleton(Database.Ring);
        Services.AddImports();
    }

    [Fact]
    public void Before_the_first_import_the_page_says_what_to_do() => Assert.Contains("还没有导入过台账", Open().Markup, StringComparison.Ordinal);

    [Fact]
    public void A_refused_row_is_shown_with_its_line_and_the_reason()
    {
        var page = Try("L1,2026-03-02,路灯不亮\nL2,某日,停车难");

        Assert.StartsWith("第 3 行收集日期“某日”", page.WaitForElement("[data-testid=refused] li").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.Find("[data-testid=refused-count]").TextContent);
    }

    [Fact]
    public void With_a_refused_row_nothing_is_written_until_the_clerk_says_to_skip_it()
    {
        var page = Try("L1,2026-03-02,路灯不亮\nL2,某日,停车难");
        page.WaitForElement("[data-testid=write]").Click();
        Assert.Contains("勾选跳过这些行", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=batches]"));

        page.Find("[data-testid=skip-refused]").Change(true);
        page.Find("[data-testid=write]").Click();

        Assert.Contains("来信.csv", page.WaitForElement("[data-testid=batch-1]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("已登记 1 件", page.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("来信.docx", "只能导入 .xlsx 和 .csv 文件，“来信.docx”不是。")]
    [InlineData("来信.xlsx", "“来信.xlsx”的扩展名是 .xlsx，内容却不是 Excel 工作簿。")]
    public void A_file_of_another_type_is_refused_with_a_sentence(string name, string sentence)
    {
        var page = Try("L1,2026-03-02,路灯不亮", name);

        Assert.StartsWith(sentence, page.WaitForElement("[data-testid=refusal]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=write]"));
    }

    [Fact]
    public void Without_a_station_or_a_file_the_page_asks_for_it()
    {
        var page = Open();
        page.Find("[data-testid=try]").Click();
        Assert.Equal("请选择登记到哪个家站。", page.Find("[role=alert]").TextContent);

        page.Find("[data-testid=station]").Change("BJ01");
        page.Find("[data-testid=try]").Click();
        Assert.Equal("请选择台账文件。", page.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void An_address_of_a_check_long_past_says_so_and_offers_a_new_one()
    {
        var page = Open(Addresses.Import(Guid.NewGuid()));

        Assert.Equal("这一次核对已经过期，请重新选择文件。", page.Find(".told").TextContent);
        Assert.NotNull(page.Find("[data-testid=try]"));
    }

    [Fact]
    public void Undoing_asks_first_and_the_batch_stays_listed()
    {
        var page = Try("L1,2026-03-02,路灯不亮");
        page.WaitForElement("[data-testid=write]").Click();
        page.WaitForElement("[data-testid=undo]").Click();
        Assert.Contains("收回这一批的 1 件？", page.Find("[data-testid=batch-1]").TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=undo-yes]").Click();

        page.WaitForAssertion(() => Assert.Contains("2026-03-02 09:00 已撤销", page.Find("[data-testid=batch-1]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=batch-1] a"));
    }

    private IRenderedComponent<ImportsPage> Open(string address = Addresses.Imports)
    {
        The<NavigationManager>().NavigateTo(address);
        return Render<ImportsPage>();
    }

    private IRenderedComponent<ImportsPage> Try(string rows, string fileName = "来信.csv")
    {
        var page = Open();
        page.Find("[data-testid=station]").Change("BJ01");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(Headings + rows, fileName));
        page.Find("[data-testid=try]").Click();
        return page;
    }
}
