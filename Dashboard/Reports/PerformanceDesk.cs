using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>Where entering a report to the voters, an objection to one's record, and the reply to it become a change.</summary>
public sealed class PerformanceDesk(WriteDoor door, TimeProvider clock)
{
    private const string NotFound = "没有找到这位代表。";
    private const string NoObjection = "没有找到这条异议。";

    /// <summary>安排述职, or another day, form or place before it is held.</summary>
    /// <exception cref="ReportChangedException">Somebody else entered something of it meanwhile.</exception>
    public Task PlanAsync(SeenReport seen, DateOnly on, ReportForm form, string place) => ActAsync(Deed.KeepPerformance, seen, AuditAct.PerformanceReported, (writing, deputy, report) =>
    {
        if (report is null)
        {
            writing.Db.Add(report = PerformanceReport.Plan(deputy, seen.Year, on, form, place));
        }
        else
        {
            report.Change(on, form, place);
        }

        return $"安排在{on:yyyy-MM-dd}，{form.InWords()}";
    });

    /// <summary>登记述职, planned or not; entered again it puts right what was entered before.</summary>
    /// <exception cref="ReportChangedException">Somebody else entered something of it meanwhile.</exception>
    public Task HoldAsync(SeenReport seen, ReportFacts facts) => ActAsync(Deed.KeepPerformance, seen, AuditAct.PerformanceReported, (writing, deputy, report) =>
    {
        var before = report.IsHeld() ? $"（原登记{report!.ReportedOn:yyyy-MM-dd}{report.Form.InWords()}{Polled(report)}）" : "";
        if (report is null)
        {
            writing.Db.Add(report = PerformanceReport.Plan(deputy, seen.Year, facts.On, facts.Form, facts.Place));
        }

        report.Hold(facts, clock.Today());
        return $"{facts.On:yyyy-MM-dd}{facts.Form.InWords()}{Polled(report)}{before}";
    });

    /// <summary>The text of the report, entered by staff.</summary>
    /// <exception cref="ReportChangedException">Somebody else entered something of it meanwhile.</exception>
    public Task WriteAsync(SeenReport seen, string text) => ActAsync(Deed.KeepPerformance, seen, AuditAct.PerformanceReported, (_, _, report) => Written(Arranged(report), text));

    /// <summary>The text of one's own report; it may be begun before anything is arranged.</summary>
    /// <exception cref="ReportChangedException">Somebody else entered something of it meanwhile.</exception>
    public Task WriteOwnAsync(SeenReport seen, string text) => ActAsync(Deed.WriteOwnReport, seen, AuditAct.PerformanceReported, (writing, deputy, report) =>
    {
        if (report is not null)
        {
            return Written(report, text);
        }

        writing.Db.Add(report = PerformanceReport.Begin(deputy, seen.Year, text, clock.Today()));
        return $"开始写述职报告，{report.Text.Length} 字";
    });

    /// <summary>公布述职报告.</summary>
    public Task PublishAsync(SeenReport seen) => ActAsync(Deed.KeepPerformance, seen, AuditAct.ReportPublished, (_, _, report) =>
    {
        Arranged(report).Publish(clock.Today());
        return "公布述职报告";
    });

    /// <summary>撤下述职报告.</summary>
    public Task WithdrawAsync(SeenReport seen) => ActAsync(Deed.KeepPerformance, seen, AuditAct.ReportPublished, (_, _, report) =>
    {
        Arranged(report).Withdraw();
        return "撤下述职报告";
    });

    /// <summary>提出异议 to one's own record. The same words sent twice are entered once.</summary>
    public Task ObjectAsync(int deputyId, int year, RecordPart part, string words) => door.WriteAsync(Deed.ObjectToRecord, async writing =>
    {
        var deputy = await DeputyAsync(writing, deputyId);
        var objection = RecordObjection.Raise(deputy, year, part, words, writing.At, writing.Who.Name);
        if (await writing.Db.RecordObjections.AnyAsync(o => o.DeputyId == deputyId && o.Year == year && o.Part == part && o.Words == objection.Words && o.Reply == null))
        {
            return;
        }

        writing.Db.Add(objection);
        await writing.RecordAsync(AuditAct.ObjectionRaised, About(deputy), $"{year}年度，{part.InWords()}");
    });

    /// <summary>答复异议.</summary>
    public Task AnswerAsync(int objectionId, string reply) => door.WriteAsync(Deed.KeepPerformance, async writing =>
    {
        var objection = await writing.Db.RecordObjections.SingleOrDefaultAsync(o => o.Id == objectionId) ?? throw new RuleBrokenException(NoObjection);
        var deputy = await DeputyAsync(writing, objection.DeputyId, NoObjection);
        objection.Answer(reply, writing.At, writing.Who.Name);
        await writing.RecordAsync(AuditAct.ObjectionAnswered, About(deputy), $"{objection.Year}年度，{objection.Part.InWords()}");
    });

    private static string Written(PerformanceReport report, string text)
    {
        report.Write(text);
        return $"写述职报告，{report.Text.Length} 字";
    }

    private Task ActAsync(Deed deed, SeenReport seen, AuditAct what, Func<Writing, Deputy, PerformanceReport?, string> act) => door.WriteAsync(deed, async writing =>
    {
        var deputy = await DeputyAsync(writing, seen.DeputyId);
        var report = await writing.Db.PerformanceReports.SingleOrDefaultAsync(r => r.DeputyId == seen.DeputyId && r.Year == seen.Year);
        if (SeenReport.MarkOf(report) != seen.Mark)
        {
            throw new ReportChangedException(report);
        }

        await writing.RecordAsync(what, About(deputy), $"{seen.Year}年度，{act(writing, deputy, report)}");
    });

    private static PerformanceReport Arranged(PerformanceReport? report) => report ?? throw new RuleBrokenException("还没有安排述职。先安排，再写报告。");

    private static string Polled(PerformanceReport report) => report.PollInWords() is { } poll ? $"，{poll}" : "";

    private static async Task<Deputy> DeputyAsync(Writing writing, int id, string unknown = NotFound)
    {
        var deputy = await writing.Db.Deputies.Include(d => d.Stations).SingleOrDefaultAsync(d => d.Id == id) ?? throw new RuleBrokenException(unknown);
        return writing.Reach.Covers(deputy) ? deputy : throw new OutOfReachException(unknown, About(deputy));
    }

    private static string About(Deputy deputy) => $"代表 {deputy.Code}";
}
