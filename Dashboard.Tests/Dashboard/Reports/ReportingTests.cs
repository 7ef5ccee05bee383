using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>述职 planned, held, written and published. 顾砚清 receives voters at 八角, 陶知言 at 首钢.</summary>
public sealed class ReportingTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => LiaisonHouse.Today;

    private SmallDistrict District => _house.District;

    private PerformanceDesk Desk => _house.The<PerformanceDesk>();

    private PerformanceQueries Office => _house.The<PerformanceQueries>();

    private IServiceProvider Gu => _house.As("顾砚清", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]));

    private IServiceProvider Tao => _house.As("陶知言", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Tao.Id))]));

    private IServiceProvider Bajiao => _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))]));

    private SeenReport Unseen => SeenReport.Of(District.Gu.Id, 2026, null);

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        await using var db = _house.Rows();
        var deputies = await db.Deputies.Include(deputy => deputy.Stations).ToListAsync(Cancelled);
        deputies.Single(deputy => deputy.Id == District.Gu.Id).ReceivesAt(District.BajiaoHome.Id);
        deputies.Single(deputy => deputy.Id == District.Tao.Id).ReceivesAt(District.ShougangHome.Id);
        await db.SaveChangesAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_report_is_planned_held_and_stands_in_the_deputys_own_file_with_its_poll()
    {
        await Desk.PlanAsync(await SeenAsync(), Today.AddDays(9), ReportForm.Oral, "八角代表之家");
        Assert.Equal((AuditAct.PerformanceReported, "代表 17-0001", "2026年度，安排在2026-03-11，口头述职"), await LastAsync());
        var planned = Assert.Single(await Gu.GetRequiredService<PerformanceQueries>().OwnAsync(2026, Cancelled));
        Assert.Equal((ReportState.Planned, Today.AddDays(9), null), (planned.Report.State(), planned.Report!.ReportedOn, planned.Held));

        await Desk.HoldAsync(await SeenAsync(), new ReportFacts(Today, ReportForm.Oral, "八角代表之家", 30, new ReportPoll(27, 2, 1)));

        Assert.Equal((AuditAct.PerformanceReported, "代表 17-0001", "2026年度，2026-03-02口头述职，到会 30 人，满意 27、基本满意 2、不满意 1"), await LastAsync());
        var held = Assert.Single(await Gu.GetRequiredService<PerformanceQueries>().OwnAsync(2026, Cancelled));
        Assert.Equal("到会 30 人，满意 27、基本满意 2、不满意 1", held.Held!.PollInWords());
    }

    [Fact]
    public async Task What_is_put_right_leaves_what_was_entered_before_in_the_audit_log()
    {
        await Desk.HoldAsync(await SeenAsync(), new ReportFacts(Today, ReportForm.Oral, "八角代表之家", 30, new ReportPoll(27, 2, 1)));

        await Desk.HoldAsync(await SeenAsync(), new ReportFacts(Today.AddDays(-1), ReportForm.Written, "书面"));

        Assert.Equal("2026年度，2026-03-01书面述职（原登记2026-03-02口头述职，到会 30 人，满意 27、基本满意 2、不满意 1）", (await LastAsync()).Detail);
        Assert.Equal("书面", (await Office.ListAsync(2026, cancellationToken: Cancelled)).Rows[0].Report!.Place);
        Assert.Null((await Office.ListAsync(2025, cancellationToken: Cancelled)).Rows[0].Report);
    }

    [Fact]
    public async Task Two_at_one_report_do_not_write_over_one_another()
    {
        var seen = await SeenAsync();
        await Desk.PlanAsync(seen, Today.AddDays(9), ReportForm.Oral, "八角代表之家");

        var changed = await Assert.ThrowsAsync<ReportChangedException>(() => Desk.HoldAsync(seen, new ReportFacts(Today, ReportForm.Oral, "别处")));
        Assert.Equal("您打开以后，别人改过这份述职，现在是“已安排”，3月11日，八角代表之家。您写的都还在，请看过再决定。", changed.Message);
        Assert.Equal(ReportState.Planned, (await Office.ReportAsync("17-0001", 2026, Cancelled))!.Report.State());

        var both = await SeenAsync();
        await Gu.GetRequiredService<PerformanceDesk>().WriteOwnAsync(both, "代表写的");
        await Assert.ThrowsAsync<ReportChangedException>(() => Desk.WriteAsync(both, "联络室写的"));
        Assert.Equal("代表写的", (await Office.ReportAsync("17-0001", 2026, Cancelled))!.Report!.Text);
    }

    [Fact]
    public async Task The_deputy_writes_the_own_text_and_no_others_and_publishes_nothing()
    {
        await Desk.PlanAsync(await SeenAsync(), Today.AddDays(9), ReportForm.Oral, "八角代表之家");
        var own = Gu.GetRequiredService<PerformanceDesk>();
        var text = string.Concat(Enumerable.Repeat("这一年我参加了接待。", 2000));

        await own.WriteOwnAsync(await SeenAsync(), text);

        Assert.Equal((AuditAct.PerformanceReported, "代表 17-0001", "2026年度，写述职报告，20000 字"), await LastAsync());
        Assert.Equal(text, Assert.Single(await Gu.GetRequiredService<PerformanceQueries>().OwnReportsAsync(2026, Cancelled)).Report!.Text);
        await Assert.ThrowsAsync<OutOfReachException>(async () => await Tao.GetRequiredService<PerformanceDesk>().WriteOwnAsync(await SeenAsync(), "替他写"));
        await Assert.ThrowsAsync<OutOfReachException>(async () => await own.PublishAsync(await SeenAsync()));
        await Assert.ThrowsAsync<OutOfReachException>(async () => await own.HoldAsync(await SeenAsync(), new ReportFacts(Today, ReportForm.Oral, "自己登记")));
    }

    [Fact]
    public async Task The_deputy_may_begin_to_write_before_anything_is_arranged_and_the_office_reads_it()
    {
        var own = Gu.GetRequiredService<PerformanceDesk>();
        Assert.Equal("请先写几句再存。", (await Assert.ThrowsAsync<RuleBrokenException>(() => own.WriteOwnAsync(Unseen, " "))).Message);
        Assert.Equal("还没有安排述职。先安排，再写报告。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.WriteAsync(Unseen, "替他写"))).Message);

        await own.WriteOwnAsync(Unseen, "各位选民：");

        Assert.Equal((AuditAct.PerformanceReported, "代表 17-0001", "2026年度，开始写述职报告，5 字"), await LastAsync());
        var drafted = (await Office.ReportAsync("17-0001", 2026, Cancelled))!.Report!;
        Assert.Equal((ReportState.Unplanned, "各位选民：", null), (drafted.State(), drafted.Text, drafted.Arranged()));
        Assert.Contains((await Office.ListAsync(2026, cancellationToken: Cancelled)).Rates.SelectMany(rate => rate.Owing), owed => owed is { Code: "17-0001", PlannedOn: null });

        await Desk.PlanAsync(await SeenAsync(), Today.AddDays(9), ReportForm.Oral, "八角代表之家");

        var planned = (await Office.ReportAsync("17-0001", 2026, Cancelled))!.Report!;
        Assert.Equal((ReportState.Planned, "各位选民：", Today.AddDays(9)), (planned.State(), planned.Text, planned.ReportedOn));
    }

    [Fact]
    public async Task A_text_is_published_withdrawn_and_both_are_in_the_audit_log()
    {
        await Desk.HoldAsync(await SeenAsync(), new ReportFacts(Today, ReportForm.Oral, "八角代表之家"));
        await Desk.WriteAsync(await SeenAsync(), "各位选民：");

        await Desk.PublishAsync(await SeenAsync());
        Assert.Equal((AuditAct.ReportPublished, "代表 17-0001", "2026年度，公布述职报告"), await LastAsync());
        await Assert.ThrowsAsync<RuleBrokenException>(async () => await Gu.GetRequiredService<PerformanceDesk>().WriteOwnAsync(await SeenAsync(), "改"));

        await Desk.WithdrawAsync(await SeenAsync());
        Assert.Equal("2026年度，撤下述职报告", (await LastAsync()).Detail);
        Assert.Equal(ReportState.Held, (await Office.ReportAsync("17-0001", 2026, Cancelled))!.Report.State());
    }

    [Fact]
    public async Task A_report_of_a_deputy_of_another_scope_is_refused_as_unknown_and_noted()
    {
        var desk = Bajiao.GetRequiredService<PerformanceDesk>();

        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => desk.HoldAsync(SeenReport.Of(District.Tao.Id, 2026, null), new ReportFacts(Today, ReportForm.Oral, "首钢")));
        Assert.Equal((AuditAct.OutOfReach, "代表 17-0002"), ((await LastAsync()).Act, (await LastAsync()).About));
        Assert.Equal((await Assert.ThrowsAsync<RuleBrokenException>(() => desk.HoldAsync(SeenReport.Of(4711, 2026, null), new ReportFacts(Today, ReportForm.Oral, "首钢")))).Message, foreign.Message);
        Assert.Null(await Bajiao.GetRequiredService<PerformanceQueries>().ReportAsync("17-0002", 2026, Cancelled));
        Assert.NotNull(await Bajiao.GetRequiredService<PerformanceQueries>().ReportAsync("17-0001", 2026, Cancelled));
        Assert.Null(await Gu.GetRequiredService<PerformanceQueries>().ReportAsync("17-0001", 2026, Cancelled)); // the office's page
    }

    [Fact]
    public async Task The_rate_counts_who_reported_of_who_is_in_office_and_names_who_is_missing()
    {
        await Desk.PlanAsync(SeenReport.Of(District.Tao.Id, 2026, null), Today.AddDays(9), ReportForm.Oral, "首钢代表之家");
        await Desk.HoldAsync(await SeenAsync(), new ReportFacts(Today, ReportForm.Oral, "八角代表之家"));

        var rate = Assert.Single((await Office.ListAsync(2026, cancellationToken: Cancelled)).Rates);

        Assert.Equal(("BJ", 1, 2, "50%"), (rate.Unit!.Code, rate.Reported, rate.InOffice, rate.Percent));
        Assert.Equal([new OwedReport("陶知言", "17-0002", Today.AddDays(9))], rate.Owing); // a plan is no report
        Assert.Equal((1, 1, "100%"), Assert.Single((await Bajiao.GetRequiredService<PerformanceQueries>().ListAsync(2026, cancellationToken: Cancelled)).Rates) is var own ? (own.Reported, own.InOffice, own.Percent) : default);
        Assert.Equal((0, 2), (await Office.ListAsync(2025, cancellationToken: Cancelled)).Rates is [var before] ? (before.Reported, before.InOffice) : default);
    }

    [Fact]
    public async Task Who_left_office_within_the_year_is_in_neither_number()
    {
        await Desk.HoldAsync(SeenReport.Of(District.Tao.Id, 2026, null), new ReportFacts(Today, ReportForm.Oral, "首钢代表之家"));
        await using (var db = _house.Rows())
        {
            (await db.Deputies.SingleAsync(deputy => deputy.Id == District.Tao.Id, Cancelled)).ChangeStatus(OfficeStatus.Resigned, Today, "辞职");
            await db.SaveChangesAsync(Cancelled);
        }

        var list = await Office.ListAsync(2026, cancellationToken: Cancelled);

        Assert.Equal((0, 1), list.Rates is [var rate] ? (rate.Reported, rate.InOffice) : default);
        Assert.Equal(2, list.Rows.Count); // the year's row stays
        Assert.Equal((0, 2), (await Office.ListAsync(2025, cancellationToken: Cancelled)).Rates is [var before] ? (before.Reported, before.InOffice) : default);
    }

    [Fact]
    public async Task A_list_of_one_state_has_those_and_no_others_page_by_page()
    {
        await Desk.PlanAsync(SeenReport.Of(District.Tao.Id, 2026, null), Today.AddDays(9), ReportForm.Oral, "首钢代表之家");
        await Desk.HoldAsync(await SeenAsync(), new ReportFacts(Today, ReportForm.Oral, "八角代表之家"));
        var list = await Office.ListAsync(2026, cancellationToken: Cancelled);

        Assert.Equal(["17-0001"], CodesOf(ReportState.Held));
        Assert.Equal(["17-0002"], CodesOf(ReportState.Planned));
        Assert.Empty(CodesOf(ReportState.Unplanned));
        Assert.Empty(CodesOf(ReportState.Published));
        Assert.Empty(list.PageOf(new PerformanceAddress { Page = 2 }).Rows);
        Assert.Equal(2, list.PageOf(new PerformanceAddress { Page = 2 }).Total);

        IEnumerable<string> CodesOf(ReportState state) => list.PageOf(new PerformanceAddress { Report = state }).Rows.Select(row => row.Deputy.Code);
    }

    [Theory]
    [InlineData("?year=2025&unit=BJ&report=planned&page=2")]
    [InlineData("?report=unplanned")]
    [InlineData("")]
    public void The_address_says_what_is_shown(string query)
    {
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);

        Assert.Equal(query, PerformanceAddress.Of(int.TryParse(asked.GetValueOrDefault("year"), out var year) ? year : null, asked.GetValueOrDefault("unit"), asked.GetValueOrDefault("report"), int.TryParse(asked.GetValueOrDefault("page"), out var page) ? page : null).Query);
    }

    private async Task<SeenReport> SeenAsync() => (await Office.ReportAsync("17-0001", 2026, Cancelled))!.Seen;

    private async Task<(AuditAct Act, string About, string Detail)> LastAsync()
    {
        await using var db = _house.Rows();
        var entry = await db.AuditEntries.OrderByDescending(one => one.Id).FirstAsync(Cancelled);
        return (entry.Act, entry.About, entry.Detail);
    }
}
