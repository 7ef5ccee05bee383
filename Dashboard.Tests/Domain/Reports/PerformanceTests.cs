using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Reports;

public sealed class PerformanceTests
{
    [Fact]
    public void A_report_lies_in_or_after_its_year_and_not_ahead()
    {
        Assert.Equal(2026, PerformanceReport.Of(Gu, 2026, Today, ReportForm.Oral, "选民代表会", Today).Year);
        Assert.Throws<RuleBrokenException>(() => PerformanceReport.Of(Gu, 2026, Today.AddDays(1), ReportForm.Oral, "选民代表会", Today));
        Assert.Throws<RuleBrokenException>(() => PerformanceReport.Of(Gu, 2026, new DateOnly(2025, 12, 31), ReportForm.Oral, "选民代表会", Today));
        Assert.Throws<RuleBrokenException>(() => PerformanceReport.Of(Gu, 2026, Today, ReportForm.Written, " ", Today));
    }

    [Fact]
    public void An_objection_says_what_is_not_right_and_is_answered_once()
    {
        Assert.Throws<RuleBrokenException>(() => RecordObjection.Raise(Gu, 2026, RecordPart.Sessions, " ", Entered.At, "顾砚清"));
        var objection = RecordObjection.Raise(Gu, 2026, RecordPart.Sessions, "3月2日我参加了。", Entered.At, "顾砚清");

        Assert.Throws<RuleBrokenException>(() => objection.Answer("", Entered.At, "联络室"));
        objection.Answer("已补记。", Entered.At, "联络室");
        Assert.Equal("这条异议已经答复过了。", Assert.Throws<RuleBrokenException>(() => objection.Answer("再答。", Entered.At, "联络室")).Message);
    }
}
