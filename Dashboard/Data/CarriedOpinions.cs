using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data;

internal static class CarriedOpinions
{
    /// <summary>The opinions a deputy is named on, found from the deputy's side: asked of each opinion whether it names the deputy, the database goes through all there are.</summary>
    public static IQueryable<Opinion> OpinionsOf(this LiaisonDbContext db, int deputyId)
    {
        var carried = db.Set<OpinionDeputy>().Where(link => link.DeputyId == deputyId).Select(link => link.OpinionId);
        return db.Opinions.AsNoTracking().Where(o => carried.Contains(o.Id));
    }
}
