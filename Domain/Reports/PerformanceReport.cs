using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Reports;

/// <summary>述职 (第七条): a deputy reports to the voters, in principle once a year, by word of mouth or in writing.</summary>
public sealed class PerformanceReport
{
    private PerformanceReport(int deputyId, int year, DateOnly reportedOn, ReportForm form, string place)
    {
        DeputyId = deputyId;
        Year = year;
        ReportedOn = reportedOn;
        Form = form;
        Place = place;
    }

    public int Id { get; private set; }

    public int DeputyId { get; private set; }

    /// <summary>The calendar year reported on; one report for each.</summary>
    public int Year { get; private set; }

    public DateOnly ReportedOn { get; private set; }

    public ReportForm Form { get; private set; }

    /// <summary>Where, and before whom.</summary>
    public string Place { get; private set; }

    /// <summary>登记述职.</summary>
    /// <exception cref="RuleBrokenException">The day lies ahead or before the year reported on, or the place is missing.</exception>
    public static PerformanceReport Of(Deputy deputy, int year, DateOnly reportedOn, ReportForm form, string place, DateOnly today)
    {
        Rule.Require(reportedOn <= today, $"述职日期{reportedOn:yyyy-MM-dd}还没有到。");
        Rule.Require(reportedOn.Year >= year, $"{year}年的述职不会早于{year}年1月1日。");
        return new PerformanceReport(deputy.Id, year, reportedOn, form, Rule.Written(place, "请填写在哪里、向谁述职。"));
    }
}

public enum ReportForm
{
    /// <summary>口头.</summary>
    Oral = 1,

    /// <summary>书面.</summary>
    Written,
}
