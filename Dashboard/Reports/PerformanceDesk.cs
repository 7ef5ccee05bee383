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

    /// <summary>登记述职: one for each deputy and year.</summary>
    public Task ReportAsync(int deputyId, int year, DateOnly on, ReportForm form, string place) => door.WriteAsync(Deed.KeepPerformance, async writing =>
    {
        var deputy = await DeputyAsync(writing, deputyId);
        if (await writing.Db.PerformanceReports.FirstOrDefaultAsync(r => r.DeputyId == deputyId && r.Year == year) is { } already)
        {
            throw new RuleBrokenException($"{deputy.Name}代表{year}年的述职已在{already.ReportedOn:M月d日}登记过。");
        }

        var report = PerformanceReport.Of(deputy, year, on, form, place, clock.Today());
        writing.Db.Add(report);
        await writing.RecordAsync(AuditAct.PerformanceReported, About(deputy), $"{year}年度，{on:yyyy-MM-dd}{form.InWords()}");
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

    private static async Task<Deputy> DeputyAsync(Writing writing, int id, string unknown = NotFound)
    {
        var deputy = await writing.Db.Deputies.Include(d => d.Stations).SingleOrDefaultAsync(d => d.Id == id) ?? throw new RuleBrokenException(unknown);
        return writing.Reach.Covers(deputy) ? deputy : throw new OutOfReachException(unknown, About(deputy));
    }

    private static string About(Deputy deputy) => $"代表 {deputy.Code}";
}
