using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>Where planning a reception, and entering who came, becomes a change. The rules are the session's own.</summary>
public sealed partial class SessionDesk(WriteDoor door)
{
    private const string NoStation = "请选择家站。";
    private const string NotFound = "没有找到这一场接待。";

    /// <summary>The same plan sent twice is entered once.</summary>
    public Task<int> PlanAsync(SessionForm form) => door.WriteAsync(Deed.PlanSessions, async writing =>
    {
        var station = await StationAsync(writing, form.StationId);
        var session = ContactSession.Plan(station, await form.FactsAsync(writing.Db), writing.Signature);
        if (await SameAsync(writing, session) is { } already)
        {
            return already;
        }

        writing.Db.Add(session);
        await writing.Db.SaveChangesAsync();
        await writing.RecordAsync(AuditAct.SessionPlanned, About(station, session), session.Place);
        return session.Id;
    });

    /// <summary>改期、换人、换地点.</summary>
    public Task ChangeAsync(SeenSession seen, SessionForm form) => ActAsync(seen, async (writing, session, before) =>
    {
        var station = await StationAsync(writing, form.StationId);
        var about = About(before, session);
        if ((form.StationId, form.On) != (session.StationId, session.On))
        {
            await RequireNothingSaidAsync(writing, session, "不能改到别的日子、别的家站");
        }

        session.Change(station, await form.FactsAsync(writing.Db), form.Reason, writing.Signature);
        await writing.RecordAsync(AuditAct.SessionChanged, about, $"改为{station.Name} {session.On:yyyy-MM-dd} {SessionWording.Hours(session.From, session.Until)}，{session.Place}");
    });

    /// <summary>登记接待; entered again it is a correction and says why. The same words sent twice are entered once.</summary>
    public Task HoldAsync(
        SeenSession seen, IReadOnlyCollection<int> attended, int voterTimes, string notes = "", string correction = "", ContactForm? form = null) => ActAsync(
        seen,
        async (writing, session, station) =>
        {
            var before = session.VoterTimes;
            var deputies = await writing.Db.DeputiesAsync(attended);
            session.Hold(new HeldFacts(deputies, voterTimes, notes, correction) { Form = form }, writing.Signature);
            var names = string.Join('、', deputies.Select(deputy => deputy.Name));
            await writing.RecordAsync(AuditAct.SessionHeld, About(station, session), $"到场{names}，{voterTimes} 人次{(before is null ? "" : $"（原登记 {before} 人次）")}");
        },
        (writing, session) => session.Status is SessionStatus.Held && session.RecordedBy == writing.Who.Name && session.VoterTimes == voterTimes && session.Notes == notes.Trim()
            && session.Form == (form ?? session.Form) && session.Deputies.Where(link => link.Attended is true).Select(link => link.DeputyId).ToHashSet().SetEquals(attended));

    public Task CancelAsync(SeenSession seen, string reason) => ActAsync(seen, async (writing, session, station) =>
    {
        await RequireNothingSaidAsync(writing, session, "不能取消，请登记接待情况");
        session.Cancel(reason, writing.Signature);
        await writing.RecordAsync(AuditAct.SessionChanged, About(station, session), $"取消：{session.CancelReason}");
    });

    /// <param name="seen">Which, and as of when.</param>
    /// <param name="act">What is done.</param>
    /// <param name="done">Whether the very same was done already, by a click before this one.</param>
    private Task ActAsync(SeenSession seen, Func<Writing, ContactSession, Station, Task> act, Func<Writing, ContactSession, bool>? done = null) => door.WriteAsync(Deed.PlanSessions, async writing =>
    {
        var session = await writing.Db.ContactSessions.Include(s => s.Deputies).SingleOrDefaultAsync(s => s.Id == seen.Id) ?? throw new RuleBrokenException(NotFound);
        var station = await writing.Db.Stations.SingleAsync(s => s.Id == session.StationId);
        if (!writing.Reach.CoversStation(station.Id))
        {
            throw new OutOfReachException(NotFound, About(station, session));
        }

        if (session.Version != seen.Version)
        {
            if (session.Version == seen.Version + 1 && done?.Invoke(writing, session) == true)
            {
                return;
            }

            throw new SessionChangedException(session);
        }

        await act(writing, session, station);
    });

    /// <summary>What was said in a session was said there and then: it is not moved away from under its opinions.</summary>
    private static async Task RequireNothingSaidAsync(Writing writing, ContactSession session, string refused)
    {
        if (await writing.Db.Opinions.CountAsync(o => o.SessionId == session.Id) is > 0 and var said)
        {
            throw new RuleBrokenException($"这一场已经记下{said}件意见，{refused}。");
        }
    }

    private static async Task<Station> StationAsync(Writing writing, int id)
    {
        var station = await writing.Db.Stations.SingleOrDefaultAsync(s => s.Id == id) ?? throw new RuleBrokenException(NoStation);
        return writing.Reach.CoversStation(id) ? station : throw new OutOfReachException(NoStation, $"家站 {station.Code}");
    }

    private static async Task<int?> SameAsync(Writing writing, ContactSession session)
    {
        var alike = await writing.Db.ContactSessions.Include(s => s.Deputies).Where(s => s.StationId == session.StationId && s.On == session.On
            && s.From == session.From && s.Until == session.Until && s.Place == session.Place && s.Status == SessionStatus.Planned).ToListAsync();
        return alike.Find(s => s.Deputies.Select(link => link.DeputyId).ToHashSet().SetEquals(session.Deputies.Select(link => link.DeputyId)))?.Id;
    }

    private static string About(Station station, ContactSession session) => $"接待 {station.Name} {session.On:yyyy-MM-dd}";
}
