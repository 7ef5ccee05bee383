using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Activities;

/// <content>One reception: for its own page, and for the keying of what is said in it.</content>
public sealed partial class SessionQueries
{
    /// <summary>One reception whole; null where there is none within reach.</summary>
    public async Task<SessionDetail?> OneAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var rows = await RowsAsync(db, db.ContactSessions.AsNoTracking().Include(s => s.Entries.OrderByDescending(entry => entry.Sequence)).Within(rights.For(Deed.PlanSessions)).Where(s => s.Id == id), cancellationToken);
        if (rows is not [var row])
        {
            return null;
        }

        return new SessionDetail(
            row,
            await db.Topics.Where(topic => topic.Id == row.Session.TopicId).Select(topic => topic.Title).SingleOrDefaultAsync(cancellationToken),
            await OpinionsAsync(db, id, new VotersInWords(InFull: false, rights.OwnDeputies), rights.For(Deed.ReadOpinions), cancellationToken),
            row.Session.Entries,
            await (from objection in db.RecordObjections.AsNoTracking()
                   join deputy in db.Deputies.AsNoTracking() on objection.DeputyId equals deputy.Id
                   where objection.SessionId == id
                   orderby objection.Id descending
                   select new SessionObjection(objection, deputy.Name)).ToListAsync(cancellationToken),
            await db.Pictures.Where(picture => picture.SessionId == id).OrderBy(picture => picture.Id).Select(picture => picture.Id).ToListAsync(cancellationToken));
    }

    private static async Task<IReadOnlyList<SessionOpinion>> OpinionsAsync(LiaisonDbContext db, int id, VotersInWords voters, Reach reach, CancellationToken cancellationToken)
    {
        var opinions = await db.Opinions.AsNoTracking().AsSplitQuery().Within(reach).Where(o => o.SessionId == id).OrderBy(o => o.Id)
            .Include(o => o.Deputies).Include(o => o.Voters.OrderBy(link => link.VoterId)).ThenInclude(link => link.Voter).ToListAsync(cancellationToken);
        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(category => category.Id, category => category.Name, cancellationToken);
        return [.. opinions.Select(Shaped)];

        SessionOpinion Shaped(Opinion opinion)
        {
            if (voters.Hides(opinion))
            {
                opinion.TakeOutTraces(); // 第七条: of this copy, which goes to the deputy it is about
            }

            return new SessionOpinion(
                opinion.Number, opinion.Words, opinion.CategoryId, opinion.CategoryId is { } category ? categories[category] : null,
                opinion.Voters.Count == 0 && !voters.Hides(opinion) ? "" : voters.Names(opinion), voters.Phones(opinion), voters.Communities(opinion), opinion.Headcount, opinion.Stage, opinion.ConcernsDeputyId, opinion.Deputies.Count > 0);
        }
    }
}
