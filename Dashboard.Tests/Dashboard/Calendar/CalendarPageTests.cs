using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Calendar;

public sealed class CalendarPageTests : DashboardTestContext
{
    private const string Headings = "日期,类型,名称\n";
    private const string SpringFestival = "2027-02-06,休,春节\n2027-01-31,班,春节";

    public CalendarPageTests() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public async Task Loaded_years_are_told_holiday_by_holiday_and_missing_ones_said()
    {
        await LoadAsync(2024, SomeYear.Off(2024, 2, 10), SomeYear.Off(2024, 2, 11), SomeYear.Worked(2024, 2, 4));

        var page = Render<CalendarPage>();

        Assert.Equal(["2027", "2026", "2025", "2024"], page.FindAll(".calendars section h2").Select(head => head.TextContent[..4]));
        Assert.Equal("春节2月10日至11日休，2月4日上班", page.Find("[data-testid=calendar-2024] .holidays div").TextContent);
        Assert.Contains("通知", page.Find("[data-testid=calendar-2024]").TextContent, StringComparison.Ordinal);
        Assert.All(new[] { 2025, 2026, 2027 }, year => Assert.Contains("没有装入", page.Find($"[data-testid=calendar-{year}]").TextContent, StringComparison.Ordinal));
        Assert.StartsWith("2026年的年历没有装入。", page.Find("[data-testid=calendar-reminder]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/calendar/2024.csv", page.Find("[data-testid=sample]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_file_is_shown_in_words_before_it_is_loaded_and_stands_in_the_list_after()
    {
        var page = await CheckAsync(SpringFestival);

        Assert.Equal("春节2月6日休，1月31日上班", page.WaitForElement(".calendar-check .holidays div").TextContent);
        Assert.Equal("没有看到元旦、清明节、劳动节、端午节、中秋节、国庆节。请核对文件是否完整。", page.Find("[data-testid=absent]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=calendar-2027] .holidays"));
        await page.Find("[data-testid=load]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("春节2月6日休，1月31日上班", page.Find("[data-testid=calendar-2027] .holidays div").TextContent));
        Assert.Contains("国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕9号）", page.Find("[data-testid=calendar-2027]").TextContent, StringComparison.Ordinal);
        Assert.Equal("2027年年历已装入，期限从现在起按它计算。", page.Find("[data-testid=loaded]").TextContent);
        Assert.Empty(page.FindAll(".calendar-check"));
    }

    [Fact]
    public async Task A_file_with_a_wrong_row_offers_nothing_to_load_and_keeps_what_was_typed()
    {
        var page = await CheckAsync(SpringFestival + "\n2027-02-08,假,春节");

        Assert.Equal("第 4 行类型“假”认不得，请写“休”或“班”。", page.WaitForElement("[data-testid=refused] li").TextContent);
        Assert.Empty(page.FindAll("[data-testid=load]"));
        Assert.Equal("国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕9号）", page.Find("[data-testid=source]").GetAttribute("value"));
        Assert.Equal("2027", page.Find("[data-testid=year]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("年历.docx", "只能导入 .xlsx 和 .csv 文件，“年历.docx”不是。")]
    [InlineData("年历.xlsx", "“年历.xlsx”的扩展名是 .xlsx，内容却不是 Excel 工作簿。")]
    public async Task A_file_of_another_kind_is_refused_beside_the_button(string name, string sentence)
    {
        var page = await CheckAsync(SpringFestival, name);

        page.WaitForAssertion(() => Assert.StartsWith(sentence, page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_year_that_is_loaded_is_replaced_only_after_a_tick()
    {
        await LoadAsync(2027, SomeYear.Off(2027, 2, 6));
        var page = await CheckAsync(SpringFestival);
        await page.WaitForElement("[data-testid=load]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("2027年的年历已经装入。确实要换成这一份，请先勾选替换。", page.Find(".calendar-check [role=alert]").TextContent));
        Assert.Equal("春节2月6日休", page.Find("[data-testid=calendar-2027] .holidays div").TextContent);

        page.Find("[data-testid=replace]").Change(true);
        await page.Find("[data-testid=load]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("春节2月6日休，1月31日上班", page.Find("[data-testid=calendar-2027] .holidays div").TextContent));
    }

    [Fact]
    public async Task Without_a_file_it_is_asked_for_and_another_year_needs_another_check()
    {
        var page = Render<CalendarPage>();
        await page.Find("[data-testid=check]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("请选择年历文件。", page.Find("[role=alert]").TextContent));

        page = await CheckAsync(SpringFestival);
        page.WaitForElement("[data-testid=load]");
        page.Find("[data-testid=year]").Change("2028");

        Assert.Empty(page.FindAll(".calendar-check"));
    }

    private Task LoadAsync(int year, params IReadOnlyList<CalendarDay> days) => The<CalendarDesk>().LoadAsync(year, "通知", days, null, TestContext.Current.CancellationToken);

    private async Task<IRenderedComponent<CalendarPage>> CheckAsync(string rows, string fileName = "年历.csv")
    {
        var page = Render<CalendarPage>();
        page.Find("[data-testid=year]").Change("2027");
        page.Find("[data-testid=source]").Change("国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕9号）");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(Headings + rows, fileName));
        await page.Find("[data-testid=check]").ClickAsync(new());
        return page;
    }
}
