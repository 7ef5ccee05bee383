using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Domain.Reports;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Public.Reports;

/// <summary>What everybody reads of reports to the voters, over HTTP and without a script.</summary>
public sealed class PublicReportTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private const string Text = "各位选民：\n\n我按时参加接待。<script>alert(1)</script>";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Published_reports_are_read_by_everybody_whole_with_the_poll_as_counts_and_others_never_were()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var district = SmallDistrict.AddTo(db);
        var today = site.The<TimeProvider>().Today();
        using var scope = site.Scope();
        var desk = scope.ServiceProvider.GetRequiredService<PerformanceDesk>();
        var published = await WrittenAsync(district.Gu.Id, new ReportPoll(27, 2, 1));
        var kept = await WrittenAsync(district.Tao.Id, null);
        using var client = site.ClientOf();
        Assert.Contains("还没有公布的述职报告", await client.GetStringAsync(Addresses.PublicReports(), Cancelled), StringComparison.Ordinal);

        await desk.PublishAsync(await SeenAsync(district.Gu.Id));

        var list = (await client.GetStringAsync(Addresses.PublicReports(), Cancelled)).Lasting();
        Assert.Contains("顾砚清代表", list, StringComparison.Ordinal);
        Assert.DoesNotContain("陶知言", list, StringComparison.Ordinal);
        Assert.DoesNotContain("27票", list, StringComparison.Ordinal);
        var page = await client.GetStringAsync(Addresses.PublicReport(published), Cancelled);
        Assert.Contains($"顾砚清代表", page, StringComparison.Ordinal);
        Assert.Contains("我按时参加接待。&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("满意27票，基本满意2票，不满意1票", page, StringComparison.Ordinal);
        Assert.Contains("选民30人", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);

        var unpublished = await BodyAsync(kept);
        Assert.Contains("没有这份报告", unpublished, StringComparison.Ordinal);
        Assert.Equal(await BodyAsync(4711), unpublished);
        await desk.WithdrawAsync(await SeenAsync(district.Gu.Id));
        Assert.Equal(unpublished, await BodyAsync(published));

        async Task<int> WrittenAsync(int deputyId, ReportPoll? poll)
        {
            await desk.HoldAsync(SeenReport.Of(deputyId, today.Year, null), new ReportFacts(today, ReportForm.Oral, "八角代表之家", 30, poll));
            await desk.WriteAsync(await SeenAsync(deputyId), Text);
            return (await db.PerformanceReports.AsNoTracking().SingleAsync(report => report.DeputyId == deputyId, Cancelled)).Id;
        }

        async Task<SeenReport> SeenAsync(int deputyId) => SeenReport.Of(deputyId, today.Year, await db.PerformanceReports.AsNoTracking().SingleAsync(report => report.DeputyId == deputyId, Cancelled));

        async Task<string> BodyAsync(int id)
        {
            using var answer = await client.GetAsync(new Uri(Addresses.PublicReport(id), UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            return (await answer.Content.ReadAsStringAsync(Cancelled)).Lasting().Replace(Addresses.PublicReport(id), "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(Addresses.PublicReport(id)), "", StringComparison.Ordinal);
        }
    }
}
