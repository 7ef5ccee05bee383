using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Activities;

/// <content>What is done with a session once it was entered: its deputies check it, and it is handed over to their activity system.</content>
public sealed partial class SessionDesk
{
    /// <summary>代表核对: 记得没错. A second click finds it done.</summary>
    /// <param name="record">As the deputy read it; what was put right meanwhile is to be read first.</param>
    /// <param name="deputyId">Which of the person's own.</param>
    public Task ConfirmAsync(SeenRecord record, int deputyId) => door.WriteAsync(Deed.ObjectToRecord, async writing =>
    {
        var (session, deputy) = await OwnAsync(writing, record.Id, deputyId);
        if (session.RecordedAt != record.At)
        {
            throw new RuleBrokenException("您打开以后，家站更正了这一场的登记。请看过新的再核对。");
        }

        if (session.Deputies.Any(link => link.DeputyId == deputyId && link.ConfirmedOn is not null))
        {
            return;
        }

        session.Confirm(deputy, writing.Signature);
        await writing.RecordAsync(AuditAct.SessionConfirmed, About(await StationOfAsync(writing, session), session), $"代表 {deputy.Code}");
    });

    /// <summary>异议 to one session. The same words sent twice are entered once.</summary>
    public Task ObjectAsync(int sessionId, int deputyId, string words) => door.WriteAsync(Deed.ObjectToRecord, async writing =>
    {
        var (session, deputy) = await OwnAsync(writing, sessionId, deputyId);
        if (session.Status is not SessionStatus.Held)
        {
            throw new RuleBrokenException("这一场还没有登记，没有可以核对的。");
        }

        var objection = RecordObjection.Raise(deputy, session.On.Year, RecordPart.Sessions, words, writing.At, writing.Who.Name, session.Id);
        if (await writing.Db.RecordObjections.AnyAsync(o => o.DeputyId == deputyId && o.SessionId == sessionId && o.Words == objection.Words && o.Reply == null))
        {
            return;
        }

        writing.Db.Add(objection);
        await writing.RecordAsync(AuditAct.ObjectionRaised, $"代表 {deputy.Code}", $"{About(await StationOfAsync(writing, session), session)}，{RecordPart.Sessions.InWords()}");
    });

    /// <summary>标为已登记 in the activity system (第八条四): of those the file was made of, and of none that was put right since.</summary>
    public Task<HandedOver> HandOverAsync(IReadOnlyCollection<SeenRecord> records) => door.WriteAsync(Deed.PlanSessions, async writing =>
    {
        int[] ids = [.. records.Select(record => record.Id)];
        var sessions = await writing.Db.ContactSessions.Where(s => EF.Parameter(ids).Contains(s.Id)).ToDictionaryAsync(s => s.Id);
        var (done, changed) = (0, 0);
        foreach (var record in records)
        {
            if (!sessions.TryGetValue(record.Id, out var session) || !writing.Reach.CoversStation(session.StationId))
            {
                throw new OutOfReachException(NotFound, "登记到活动服务系统");
            }

            if (session.RecordedAt != record.At)
            {
                changed++;
            }
            else if (session.HandedOverOn is null)
            {
                session.HandOver(writing.Signature);
                done++;
            }
        }

        if (done > 0)
        {
            await writing.RecordAsync(AuditAct.SessionsHandedOver, $"接待 {done} 场", changed > 0 ? $"{changed} 场更正过，没有标记" : "");
        }

        return new HandedOver(done, changed);
    });

    private static async Task<(ContactSession Session, Deputy Deputy)> OwnAsync(Writing writing, int sessionId, int deputyId)
    {
        var session = await writing.Db.ContactSessions.Include(s => s.Deputies).SingleOrDefaultAsync(s => s.Id == sessionId) ?? throw new RuleBrokenException(NotFound);
        if (!writing.Reach.Deputies.Contains(deputyId) || session.Deputies.All(link => link.DeputyId != deputyId))
        {
            throw new OutOfReachException(NotFound, About(await StationOfAsync(writing, session), session));
        }

        return (session, await writing.Db.Deputies.SingleAsync(deputy => deputy.Id == deputyId));
    }

    private static Task<Domain.Stations.Station> StationOfAsync(Writing writing, ContactSession session) => writing.Db.Stations.SingleAsync(station => station.Id == session.StationId);
}

/// <summary>A session's record as it was read: entered at that moment, UTC.</summary>
public sealed record SeenRecord(int Id, DateTime? At);

/// <param name="Done">How many are marked now.</param>
/// <param name="Changed">How many were put right after the list was opened, and are not.</param>
public sealed record HandedOver(int Done, int Changed);
