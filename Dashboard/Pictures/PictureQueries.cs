using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Pictures;

/// <summary>Photos, for whoever may see what they belong to. A station's are for everybody.</summary>
public sealed class PictureQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper)
{
    /// <summary>One photo; null where there is none for this person.</summary>
    public async Task<byte[]?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.Id == id, cancellationToken) is { } found && await IsSeenAsync(db, found, cancellationToken) ? found.Content : null;
    }

    /// <summary>The photos of an opinion that this person reads, by id.</summary>
    public async Task<IReadOnlyList<int>> OfOpinionAsync(int opinionId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await IsOpinionSeenAsync(db, opinionId, cancellationToken)
            ? await db.Pictures.Where(picture => picture.OpinionId == opinionId).OrderBy(picture => picture.Id).Select(picture => picture.Id).ToListAsync(cancellationToken)
            : [];
    }

    private async Task<bool> IsSeenAsync(LiaisonDbContext db, Picture picture, CancellationToken cancellationToken)
    {
        if (picture.StationId is not null)
        {
            return true;
        }

        if (picture.OpinionId is { } opinion)
        {
            return await IsOpinionSeenAsync(db, opinion, cancellationToken);
        }

        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        List<int> own = [.. rights.OwnDeputies];
        return await db.Submissions.Within(rights.For(Deed.ReceiveSubmissions)).AnyAsync(known => known.Id == picture.SubmissionId && (known.DeputyId == null || !own.Contains(known.DeputyId.Value)), cancellationToken)
            || await db.ContactSessions.Within(rights.For(Deed.PlanSessions)).AnyAsync(known => known.Id == picture.SessionId, cancellationToken)
            || await db.ContactSessions.AnyAsync(known => known.Id == picture.SessionId && known.Deputies.Any(link => own.Contains(link.DeputyId)), cancellationToken);
    }

    /// <summary>第七条: a photo may tell who took it; of an opinion about a deputy's own work that deputy sees none.</summary>
    private async Task<bool> IsOpinionSeenAsync(LiaisonDbContext db, int id, CancellationToken cancellationToken)
    {
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        return await db.Opinions.AsNoTracking().Within(rights.For(Deed.ReadOpinions)).SingleOrDefaultAsync(opinion => opinion.Id == id, cancellationToken) is { } opinion && rights.MayKnowWhoSpoke(opinion);
    }
}
