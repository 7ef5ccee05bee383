using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>Forgetting who the voters are.</content>
public sealed partial class OpinionDesk
{
    /// <summary>删去个人信息: takes the voters of an opinion, and every trace of them in its texts, out of the database.</summary>
    public Task EraseVotersAsync(Seen seen, string reason) => ActAsync(OpinionAct.EraseVoters, seen, async (writing, opinion, stamp) =>
    {
        var db = writing.Db;
        opinion.EraseVoters(reason, stamp);
        await db.SaveChangesAsync(); // from here on the guard over the history lets traces go

        await db.Entry(opinion).Collection(o => o.Voters).Query().Include(link => link.Voter).LoadAsync();
        await db.Entry(opinion).Collection(o => o.History).LoadAsync();
        List<Voter> voters = [.. opinion.Voters.Select(link => link.Voter)];
        opinion.TakeOutTraces();
        await db.SaveChangesAsync();
        foreach (var voter in voters)
        {
            await db.Voters.Where(known => known.Id == voter.Id && !db.Set<OpinionVoter>().Any(link => link.VoterId == known.Id)).ExecuteDeleteAsync();
        }
    });
}
