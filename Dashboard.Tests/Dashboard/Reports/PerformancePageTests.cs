using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Reports;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Reports;

public sealed class PerformancePageTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public PerformancePageTests()
    {
        Services.AddActivities();
        Services.AddReports();
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task A_report_is_entered_in_the_dialog_and_stands_in_the_row()
    {
        var page = Render<PerformancePage>();
        _ = page.Find("[data-testid=deputy-17-0001] [data-testid=report-act]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=form-Written]").ChangeAsync(new ChangeEventArgs { Value = "Written" });
        await _dialogs.Find("[data-testid=place]").ChangeAsync(new ChangeEventArgs { Value = "八角代表之家" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.StartsWith("2026-03-02　书面述职", page.Find("[data-testid=deputy-17-0001] [data-testid=report]").TextContent.Trim()));
    }

    [Fact]
    public async Task An_open_objection_stands_first_until_it_is_answered()
    {
        IsSeenBy(Own, "顾砚清");
        await The<PerformanceDesk>().ObjectAsync(District.Gu.Id, 2026, RecordPart.Report, "我述过职。");
        IsSeenBy(Rights.OfTheHouse);
        var page = Render<PerformancePage>();
        Assert.Contains("我述过职。", page.Find("[data-testid=open-objections]").TextContent);

        _ = page.Find("[data-testid=answer]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=reply]").ChangeAsync(new ChangeEventArgs { Value = "已登记。" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=open-objections]")));
    }

    [Fact]
    public async Task A_deputy_reads_the_own_year_and_objects_to_it()
    {
        IsSeenBy(Own, "顾砚清");
        var page = Render<MyYearPage>();
        Assert.Equal("0/2 次", page.Find("[data-testid=attended]").TextContent.Trim());
        Assert.Equal("还差2次接待和述职", page.Find("h1").TextContent);

        _ = page.Find("[data-testid=object]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=part-Sessions]").ChangeAsync(new ChangeEventArgs { Value = "Sessions" });
        await _dialogs.Find("[data-testid=words]").ChangeAsync(new ChangeEventArgs { Value = "少记一次。" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("少记一次。", page.Find("[data-testid=objection]").TextContent));
    }

    [Fact]
    public void Who_is_no_deputy_finds_no_such_page() => Assert.Empty(Render<MyYearPage>().FindAll("h1"));

    private Rights Own => new([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]);
}
