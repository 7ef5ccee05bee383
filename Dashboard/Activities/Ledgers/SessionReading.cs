using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>The one query behind the ledgers, on screen and in files: sessions held, each whole, a few hundred at a time.</summary>
/// <param name="db">Where they are; of one moment, if it holds one.</param>
/// <param name="reach">Only sessions of stations within it, and opinions within it.</param>
/// <param name="voters">For whom it is read.</param>
internal sealed class SessionReading(LiaisonDbContext db, Reach reach, VotersInWords voters)
{
    private const int AtOnce = 300;

    public IQueryable<ContactSession> Of(LedgerFilter filter) => filter.Apply(db).Within(reach);

    /// <summary>In the order of days.</summary>
    public static IQueryable<ContactSession> InOrder(IQueryable<ContactSession> sessions) => sessions.OrderBy(s => s.On).ThenBy(s => s.From).ThenBy(s => s.Id);

    public async IAsyncEnumerable<LedgerSession> ReadAsync(IQueryable<ContactSession> sessions, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = await InOrder(sessions).Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var session in await WholeAsync(some, cancellationToken))
            {
                yield return session;
            }
        }
    }

    public async Task<IReadOnlyList<LedgerSession>> WholeAsync(int[] ids, CancellationToken cancellationToken)
    {
        var sessions = await InOrder(db.ContactSessions.AsNoTracking().Include(s => s.Deputies).Where(s => EF.Parameter(ids).Contains(s.Id))).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().ToDictionaryAsync(station => station.Id, cancellationToken);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var opinions = await OpinionsAsync(ids, cancellationToken);
        var deputies = await DeputiesAsync(sessions, units, cancellationToken);
        var open = (await db.RecordObjections.AsNoTracking().Where(o => o.Reply == null && o.SessionId != null && EF.Parameter(ids).Contains(o.SessionId.Value))
            .Select(o => new { SessionId = o.SessionId!.Value, o.DeputyId }).ToListAsync(cancellationToken)).Select(o => (o.SessionId, o.DeputyId)).ToHashSet();
        var topics = await db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Title, cancellationToken);
        var handed = await db.Set<SessionEntry>().Where(entry => entry.Act == SessionAct.HandOver && EF.Parameter(ids).Contains(entry.SessionId)).Select(entry => entry.SessionId).ToHashSetAsync(cancellationToken);
        return
        [
            .. from session in sessions
               let station = stations[session.StationId]
               select new LedgerSession(
                   session,
                   station,
                   units[station.UnitId],
                   [
                       .. from link in session.Deputies.OrderBy(link => link.Order)
                          where link.Attended is true
                          let one = deputies[link.DeputyId]
                          select new LedgerDeputy(one.Deputy, one.District, one.Unit, link.ConfirmedOn, open.Contains((session.Id, link.DeputyId))),
                   ],
                   opinions.GetValueOrDefault(session.Id, []),
                   session.TopicId is { } topic ? topics.GetValueOrDefault(topic) : null,
                   session.HandedOverOn is null && handed.Contains(session.Id)),
        ];
    }

    private async Task<Dictionary<int, List<LedgerOpinion>>> OpinionsAsync(int[] ids, CancellationToken cancellationToken)
    {
        var opinions = await db.Opinions.AsNoTracking().AsSplitQuery().Within(reach)
            .Include(o => o.Deputies.OrderBy(link => link.Order)).Include(o => o.Voters.OrderBy(link => link.VoterId)).ThenInclude(link => link.Voter)
            .Where(o => o.SessionId != null && EF.Parameter(ids).Contains(o.SessionId.Value)).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(category => category.Id, category => category.Name, cancellationToken);
        int[] leadIds = [.. opinions.Select(o => o.LeadOpinionId).OfType<int>().Distinct()];
        var leads = await db.Opinions.Within(reach).Where(o => EF.Parameter(leadIds).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Number, cancellationToken);
        foreach (var opinion in opinions.Where(voters.Hides))
        {
            opinion.TakeOutTraces(); // 第七条: of this copy, which goes to the deputy it is about
        }

        return opinions.GroupBy(opinion => opinion.SessionId!.Value).ToDictionary(
            group => group.Key,
            group => group.Select(opinion => new LedgerOpinion(
                opinion,
                opinion.CategoryId is { } category ? categories[category] : "",
                opinion.LeadOpinionId is { } lead ? leads.GetValueOrDefault(lead, "另一件") : null)).ToList());
    }

    private async Task<Dictionary<int, (Deputy Deputy, string District, string Unit)>> DeputiesAsync(
        IEnumerable<ContactSession> sessions, Dictionary<int, LiaisonUnit> units, CancellationToken cancellationToken)
    {
        int[] ids = [.. sessions.SelectMany(session => session.Deputies).Select(link => link.DeputyId).Distinct()];
        var districts = await db.ElectoralDistricts.AsNoTracking().ToDictionaryAsync(district => district.Id, district => district.Name, cancellationToken);
        var deputies = await db.Deputies.AsNoTracking().Where(deputy => EF.Parameter(ids).Contains(deputy.Id)).ToListAsync(cancellationToken);
        return deputies.ToDictionary(deputy => deputy.Id, deputy => (
            deputy,
            deputy.ElectoralDistrictId is { } district ? districts[district] : deputy.ElectingBody ?? "",
            deputy.UnitId is { } unit ? units[unit].ShortName : ""));
    }
}
