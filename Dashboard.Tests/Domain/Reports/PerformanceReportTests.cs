using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Reports;

public sealed class PerformanceReportTests
{
    [Fact]
    public void A_planned_report_may_be_moved_until_it_was_held()
    {
        var report = PerformanceReport.Plan(Gu, 2026, Today.AddDays(10), ReportForm.Oral, "八角代表之家");
        report.Change(Today.AddDays(20), ReportForm.Written, "选区公告栏");
        Assert.Equal((ReportStatus.Planned, Today.AddDays(20), ReportForm.Written), (report.Status, report.ReportedOn, report.Form));

        report.Hold(new ReportFacts(Today, ReportForm.Oral, "八角代表之家"), Today);

        Assert.Equal((ReportStatus.Held, Today), (report.Status, report.ReportedOn));
        Assert.Throws<RuleBrokenException>(() => report.Change(Today.AddDays(20), ReportForm.Oral, "八角代表之家"));
    }

    [Fact]
    public void It_is_not_held_on_a_day_that_has_not_come_nor_before_its_year()
    {
        var report = PerformanceReport.Plan(Gu, 2026, Today.AddDays(10), ReportForm.Oral, "八角代表之家");

        Assert.Throws<RuleBrokenException>(() => report.Hold(new ReportFacts(Today.AddDays(10), ReportForm.Oral, "八角代表之家"), Today));
        Assert.Throws<RuleBrokenException>(() => report.Hold(new ReportFacts(new DateOnly(2025, 12, 31), ReportForm.Oral, "八角代表之家"), Today));
        Assert.Equal(ReportStatus.Planned, report.Status);
    }

    [Fact]
    public void The_poll_counts_no_more_voices_than_voters_were_present()
    {
        Assert.Equal("三档加起来31票，比到会的30人还多，请核对。", Refused(30, new ReportPoll(28, 2, 1)));
        Assert.Equal("有测评的，要写明到会人数。", Refused(null, new ReportPoll(28, 2, 1)));
        Assert.Equal("测评票数不能是负数。", Refused(30, new ReportPoll(28, -2, 1)));
        Assert.Equal("到会人数不能是负数。", Refused(-1, null));

        var report = Held(30, new ReportPoll(27, 2, 1));

        Assert.Equal((30, 27, 2, 1), (report.Present, report.Satisfied, report.MostlySatisfied, report.Dissatisfied));
    }

    [Fact]
    public void Entered_again_it_puts_right_what_was_entered_and_takes_a_poll_away()
    {
        var report = Held(30, new ReportPoll(27, 2, 1));

        report.Hold(new ReportFacts(Today, ReportForm.Written, "书面"), Today);

        Assert.Equal((null, null, null, null), (report.Present, report.Satisfied, report.MostlySatisfied, report.Dissatisfied));
    }

    [Fact]
    public void Only_what_was_held_and_has_a_text_is_published_and_what_is_public_is_not_edited()
    {
        var report = PerformanceReport.Plan(Gu, 2026, Today, ReportForm.Oral, "八角代表之家");
        report.Write("各位选民：");
        Assert.Equal("还没有述职，不能公布。", Assert.Throws<RuleBrokenException>(() => report.Publish(Today)).Message);

        report.Hold(new ReportFacts(Today, ReportForm.Oral, "八角代表之家"), Today);
        report.Write(" ");
        Assert.Equal("还没有述职报告的全文，不能公布。", Assert.Throws<RuleBrokenException>(() => report.Publish(Today)).Message);

        report.Write(" 各位选民：\n我报告。 ");
        report.Publish(Today);
        Assert.Equal(("各位选民：\n我报告。", Today), (report.Text, report.PublishedOn));
        Assert.Throws<RuleBrokenException>(() => report.Publish(Today));
        Assert.Throws<RuleBrokenException>(() => report.Write("改"));

        report.Withdraw();
        report.Write("改");
        Assert.Null(report.PublishedOn);
        Assert.Throws<RuleBrokenException>(report.Withdraw);
    }

    private static PerformanceReport Held(int? present, ReportPoll? poll)
    {
        var report = PerformanceReport.Plan(Gu, 2026, Today, ReportForm.Oral, "八角代表之家");
        report.Hold(new ReportFacts(Today, ReportForm.Oral, "八角代表之家", present, poll), Today);
        return report;
    }

    private static string Refused(int? present, ReportPoll? poll) => Assert.Throws<RuleBrokenException>(() => Held(present, poll)).Message;
}
