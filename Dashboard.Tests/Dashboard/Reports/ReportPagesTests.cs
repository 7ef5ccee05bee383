using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Reports;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Reports;

public sealed class ReportPagesTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public ReportPagesTests()
    {
        Services.AddActivities();
        Services.AddReports();
        _dialogs = Render<MudDialogProvider>();
    }

    private Rights Own => new([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]);

    [Fact]
    public async Task A_report_is_planned_in_the_dialog_and_its_day_stands_in_the_row_and_in_the_rate()
    {
        var page = Render<PerformancePage>();
        _ = page.Find("[data-testid=deputy-17-0001] [data-testid=plan-act]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=form-Oral]").ChangeAsync(new ChangeEventArgs { Value = "Oral" });
        await _dialogs.Find("[data-testid=on]").ChangeAsync(new ChangeEventArgs { Value = "2026-12-05" });
        await _dialogs.Find("[data-testid=place]").ChangeAsync(new ChangeEventArgs { Value = "八角代表之家" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.StartsWith("2026-12-05　口头述职", page.Find("[data-testid=deputy-17-0001] [data-testid=report]").TextContent.Trim()));
        Assert.StartsWith("0/2", page.Find("[data-testid=rate-BJ] [data-testid=rate]").TextContent);
        Assert.Contains("顾砚清（12月5日）", page.Find("[data-testid=rate-BJ]").TextContent);
    }

    [Fact]
    public async Task A_poll_of_more_voices_than_voters_is_refused_in_the_dialog_and_nothing_typed_is_lost()
    {
        var page = Render<ReportPage>(parameters => parameters.Add(p => p.Code, "17-0001").Add(p => p.Year, 2026));
        _ = page.Find("[data-testid=report-act]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=form-Oral]").ChangeAsync(new ChangeEventArgs { Value = "Oral" });
        await _dialogs.Find("[data-testid=place]").ChangeAsync(new ChangeEventArgs { Value = "八角代表之家" });
        await _dialogs.Find("[data-testid=present]").ChangeAsync(new ChangeEventArgs { Value = "30" });
        await _dialogs.Find("[data-testid=satisfied]").ChangeAsync(new ChangeEventArgs { Value = "28" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        Assert.Contains("测评的三档要都填上", _dialogs.Find("[role=alert]").TextContent);

        await _dialogs.Find("[data-testid=mostly]").ChangeAsync(new ChangeEventArgs { Value = "2" });
        await _dialogs.Find("[data-testid=dissatisfied]").ChangeAsync(new ChangeEventArgs { Value = "1" });
        Assert.Equal("三档共31票，到会30人", _dialogs.Find("[data-testid=poll-sum]").TextContent);
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        Assert.Contains("三档加起来31票，比到会的30人还多", _dialogs.Find("[role=alert]").TextContent);
        Assert.Equal("28", _dialogs.Find("[data-testid=satisfied]").GetAttribute("value"));

        await _dialogs.Find("[data-testid=satisfied]").ChangeAsync(new ChangeEventArgs { Value = "27" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("27 票", page.Find("[data-testid=poll-satisfied]").TextContent));
    }

    [Fact]
    public async Task A_text_is_saved_published_and_then_only_read()
    {
        await The<PerformanceDesk>().HoldAsync(SeenReport.Of(District.Gu.Id, 2026, null), new ReportFacts(Today, ReportForm.Oral, "八角代表之家"));
        var page = Render<ReportPage>(parameters => parameters.Add(p => p.Code, "17-0001").Add(p => p.Year, 2026));
        Assert.Empty(page.FindAll("[data-testid=publish-act]"));

        await page.Find("[data-testid=text]").ChangeAsync(new ChangeEventArgs { Value = "各位选民：\n\n我报告。" });
        await page.Find("[data-testid=save-text]").ClickAsync(new());
        page.WaitForElement("[data-testid=saved]");
        _ = page.WaitForElement("[data-testid=publish-act]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["各位选民：", "我报告。"], page.FindAll("[data-testid=text] p").Select(one => one.TextContent)));
        Assert.Empty(page.FindAll("[data-testid=save-text]"));
    }

    [Fact]
    public async Task The_deputy_sees_the_planned_day_writes_the_text_and_reads_the_poll()
    {
        await The<PerformanceDesk>().PlanAsync(SeenReport.Of(District.Gu.Id, 2026, null), Today.AddDays(9), ReportForm.Oral, "八角代表之家");
        IsSeenBy(Own, "顾砚清");
        var year = Render<MyYearPage>();
        Assert.Equal("已安排", year.Find("[data-testid=reported]").TextContent);
        Assert.Contains("安排在3月11日口头述职，八角代表之家", year.Find("[data-testid=year]").TextContent);
        Assert.EndsWith("/my/year/report/2026", year.Find("[data-testid=to-report]").GetAttribute("href"));

        var own = Render<MyReportPage>(parameters => parameters.Add(p => p.Year, 2026));
        await own.Find("[data-testid=text]").ChangeAsync(new ChangeEventArgs { Value = "各位选民：" });
        await own.Find("[data-testid=save-text]").ClickAsync(new());
        own.WaitForElement("[data-testid=saved]");

        IsSeenBy(Rights.OfTheHouse);
        var report = (await The<PerformanceQueries>().ReportAsync("17-0001", 2026, Xunit.TestContext.Current.CancellationToken))!;
        Assert.Equal("各位选民：", report.Report!.Text);
        await The<PerformanceDesk>().HoldAsync(report.Seen, new ReportFacts(Today, ReportForm.Oral, "八角代表之家", 30, new ReportPoll(27, 2, 1)));
        IsSeenBy(Own, "顾砚清");
        Assert.Equal("选民测评：到会 30 人，满意 27、基本满意 2、不满意 1", Render<MyYearPage>().Find("[data-testid=poll]").TextContent);
    }

    [Fact]
    public async Task A_deputy_writes_before_anything_is_arranged_and_the_office_sees_that_and_arranges_it()
    {
        IsSeenBy(Own, "顾砚清");
        Assert.Equal("写述职报告", Render<MyYearPage>().Find("[data-testid=to-report]").TextContent);
        var own = Render<MyReportPage>(parameters => parameters.Add(p => p.Year, 2026));
        Assert.Contains("可以先把报告写起来", own.Find("[data-testid=nothing-planned]").TextContent);
        await own.Find("[data-testid=text]").ChangeAsync(new ChangeEventArgs { Value = "各位选民：" });
        await own.Find("[data-testid=save-text]").ClickAsync(new());
        own.WaitForElement("[data-testid=nothing-planned]");
        var year = Render<MyYearPage>();
        Assert.Equal(("未完成", "接着写述职报告"), (year.Find("[data-testid=reported]").TextContent, year.Find("[data-testid=to-report]").TextContent));

        IsSeenBy(Rights.OfTheHouse);
        Assert.Contains("在写报告", Render<PerformancePage>().Find("[data-testid=deputy-17-0001] [data-testid=report]").TextContent);
        var page = Render<ReportPage>(parameters => parameters.Add(p => p.Code, "17-0001").Add(p => p.Year, 2026));
        Assert.Contains("已经在写报告", page.Find("[data-testid=drafted]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=report-facts]"));
        _ = page.Find("[data-testid=plan-act]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=form-Oral]").ChangeAsync(new ChangeEventArgs { Value = "Oral" });
        await _dialogs.Find("[data-testid=place]").ChangeAsync(new ChangeEventArgs { Value = "八角代表之家" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=drafted]")));
        Assert.Equal("各位选民：", page.Find("[data-testid=text]").GetAttribute("value"));
    }

    [Fact]
    public async Task Polls_stand_in_no_list_of_deputies()
    {
        await The<PerformanceDesk>().HoldAsync(SeenReport.Of(District.Gu.Id, 2026, null), new ReportFacts(Today, ReportForm.Oral, "八角代表之家", 30, new ReportPoll(27, 2, 1)));

        Assert.DoesNotContain("满意", Render<PerformancePage>().Markup);
    }

    [Fact]
    public void Who_is_no_deputy_has_no_own_report() => Assert.Empty(Render<MyReportPage>(parameters => parameters.Add(p => p.Year, 2026)).FindAll("h1"));
}
