using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Reports;

/// <summary>述职 (第七条): a deputy reports to the voters, in principle once a year, by word of mouth or in writing; planned first, or entered when it was held. The deputy may begin to write it before either.</summary>
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

    public ReportStatus Status { get; private set; } = ReportStatus.Held;

    /// <summary>The day it was held; while it is planned, the day it is planned for; while it is only being written, the day that began.</summary>
    public DateOnly ReportedOn { get; private set; }

    public ReportForm Form { get; private set; }

    /// <summary>Where, and before whom; empty while it is only being written.</summary>
    public string Place { get; private set; }

    /// <summary>到会选民人数; null where nobody counted.</summary>
    public int? Present { get; private set; }

    /// <summary>测评 in three grades, all of them or none.</summary>
    public int? Satisfied { get; private set; }

    public int? MostlySatisfied { get; private set; }

    public int? Dissatisfied { get; private set; }

    /// <summary>述职报告全文; may be empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>公布日期; null while the text is not public.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>安排述职.</summary>
    /// <exception cref="RuleBrokenException">The day lies before the year reported on, or the place is missing.</exception>
    public static PerformanceReport Plan(Deputy deputy, int year, DateOnly on, ReportForm form, string place)
    {
        RequireNotBefore(year, on);
        return new PerformanceReport(deputy.Id, year, on, form, Placed(place)) { Status = ReportStatus.Planned };
    }

    /// <summary>动笔: the deputy begins to write before anything is arranged. It counts as not arranged yet.</summary>
    /// <exception cref="RuleBrokenException">The year reported on has not begun, or there are no words.</exception>
    public static PerformanceReport Begin(Deputy deputy, int year, string text, DateOnly today)
    {
        RequireNotBefore(year, today);
        return new PerformanceReport(deputy.Id, year, today, ReportForm.Written, "") { Status = ReportStatus.Drafted, Text = Rule.Written(text, "请先写几句再存。") };
    }

    /// <summary>登记述职 that nobody had planned.</summary>
    /// <exception cref="RuleBrokenException">The day lies ahead or before the year reported on, or the place is missing.</exception>
    public static PerformanceReport Of(Deputy deputy, int year, DateOnly reportedOn, ReportForm form, string place, DateOnly today)
    {
        var report = Plan(deputy, year, reportedOn, form, place);
        report.Hold(new ReportFacts(reportedOn, form, place), today);
        return report;
    }

    /// <summary>A day, a form and a place for what is being written; or others, before it is held.</summary>
    /// <exception cref="RuleBrokenException">It was held already, or as for <see cref="Plan"/>.</exception>
    public void Change(DateOnly on, ReportForm form, string place)
    {
        Rule.Require(Status is not ReportStatus.Held, $"已在{ReportedOn:M月d日}述职，不能再改安排。");
        RequireNotBefore(Year, on);
        (ReportedOn, Form, Place, Status) = (on, form, Placed(place), ReportStatus.Planned);
    }

    /// <summary>登记述职: it was held. Entered again it puts right what was entered; the audit log keeps both.</summary>
    /// <exception cref="RuleBrokenException">The day lies ahead or before the year, the place is missing, or the poll counts more voices than people present.</exception>
    public void Hold(ReportFacts facts, DateOnly today)
    {
        Rule.Require(facts.On <= today, $"述职日期{facts.On:yyyy-MM-dd}还没有到。");
        RequireNotBefore(Year, facts.On);
        var place = Placed(facts.Place);
        facts.Poll?.Require(facts.Present);
        Rule.Require(facts.Present is null or >= 0, "到会人数不能是负数。");
        (ReportedOn, Form, Place, Present) = (facts.On, facts.Form, place, facts.Present);
        (Satisfied, MostlySatisfied, Dissatisfied) = (facts.Poll?.Satisfied, facts.Poll?.MostlySatisfied, facts.Poll?.Dissatisfied);
        Status = ReportStatus.Held;
    }

    /// <summary>Writes the text. What is public is taken back first.</summary>
    /// <exception cref="RuleBrokenException">The text is public.</exception>
    public void Write(string text)
    {
        Rule.Require(PublishedOn is null, "述职报告已经公布。要修改，请先撤下。");
        Text = text.Trim();
    }

    /// <summary>公布.</summary>
    /// <exception cref="RuleBrokenException">It was not held, has no text, or is public already.</exception>
    public void Publish(DateOnly today)
    {
        Rule.Require(Status is ReportStatus.Held, "还没有述职，不能公布。");
        Rule.Require(Text.Length > 0, "还没有述职报告的全文，不能公布。");
        Rule.Require(PublishedOn is null, $"已在{PublishedOn:yyyy年M月d日}公布。");
        PublishedOn = today;
    }

    /// <summary>撤下.</summary>
    /// <exception cref="RuleBrokenException">It is not public.</exception>
    public void Withdraw()
    {
        Rule.Require(PublishedOn is not null, "述职报告没有公布。");
        PublishedOn = null;
    }

    private static void RequireNotBefore(int year, DateOnly on) => Rule.Require(on.Year >= year, $"{year}年的述职不会早于{year}年1月1日。");

    private static string Placed(string place) => Rule.Written(place, "请填写在哪里、向谁述职。");
}

/// <summary>How a report to the voters went.</summary>
/// <param name="On">The day, in the district.</param>
/// <param name="Form">By word of mouth or in writing.</param>
/// <param name="Place">Where, and before whom.</param>
/// <param name="Present">到会选民人数, where somebody counted.</param>
/// <param name="Poll">测评, where there was one.</param>
public sealed record ReportFacts(DateOnly On, ReportForm Form, string Place, int? Present = null, ReportPoll? Poll = null);

/// <summary>测评: the voters' voices in three grades.</summary>
public sealed record ReportPoll(int Satisfied, int MostlySatisfied, int Dissatisfied)
{
    internal void Require(int? present)
    {
        Rule.Require(Satisfied >= 0 && MostlySatisfied >= 0 && Dissatisfied >= 0, "测评票数不能是负数。");
        var voices = Satisfied + MostlySatisfied + Dissatisfied;
        Rule.Require(present is not null, "有测评的，要写明到会人数。");
        Rule.Require(voices <= present, $"三档加起来{voices}票，比到会的{present}人还多，请核对。");
    }
}

public enum ReportStatus
{
    /// <summary>已安排.</summary>
    Planned = 1,

    /// <summary>已述职.</summary>
    Held,

    /// <summary>在写报告: the deputy writes, and nothing is arranged yet.</summary>
    Drafted,
}

public enum ReportForm
{
    /// <summary>口头.</summary>
    Oral = 1,

    /// <summary>书面.</summary>
    Written,
}
