using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>Seeing to it that what is owed is done.</content>
public sealed partial class OpinionDesk
{
    public Task UrgeAsync(Seen seen, string note, DateOnly on) =>
        ActAsync(OpinionAct.Urge, seen, async (writing, opinion, stamp) => opinion.Urge(await WhoOwesAsync(writing.Db, opinion), note, on, stamp));

    public Task SuperviseAsync(Seen seen, string decidedBy, string reason, DateOnly on) =>
        ActAsync(OpinionAct.Supervise, seen, (opinion, stamp) => opinion.Supervise(decidedBy, reason, on, stamp));

    public Task EndSupervisionAsync(Seen seen, string reason, DateOnly on) =>
        ActAsync(OpinionAct.EndSupervision, seen, (opinion, stamp) => opinion.EndSupervision(reason, on, stamp));

    /// <param name="seen">The opinion.</param>
    /// <param name="next">The day; null when there is nothing more to look for.</param>
    /// <param name="note">What is expected, or what was found.</param>
    /// <param name="on">The day it is agreed.</param>
    public Task LookAgainAsync(Seen seen, DateOnly? next, string note, DateOnly on) =>
        ActAsync(OpinionAct.LookAgain, seen, (opinion, stamp) => opinion.LookAgain(next, note, on, stamp));

    /// <summary>Whom a reminder goes to: the organ or city deputy that owes the answer, or the deputies who owe the voter word.</summary>
    internal static async Task<string> WhoOwesAsync(LiaisonDbContext db, Opinion opinion)
    {
        if (opinion.Stage is OpinionStage.Forwarded)
        {
            return opinion.CurrentForwarding?.CityDeputyId is { } city
                ? $"市人大代表{await db.Deputies.Where(deputy => deputy.Id == city).Select(deputy => deputy.Name).SingleAsync()}"
                : await db.Organs.Where(organ => organ.Id == opinion.LeadOrganId).Select(organ => organ.Name).SingleOrDefaultAsync() ?? "承办单位";
        }

        List<int> ids = [.. opinion.Deputies.OrderBy(link => link.Order).Select(link => link.DeputyId)];
        var names = await db.Deputies.Where(deputy => ids.Contains(deputy.Id)).ToDictionaryAsync(deputy => deputy.Id, deputy => deputy.Name);
        return ids.Count == 0 ? "收集意见的家站" : $"{string.Join('、', ids.Select(id => names[id]))}代表";
    }
}
