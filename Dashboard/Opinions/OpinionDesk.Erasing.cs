using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>Forgetting who the voters are.</content>
public sealed partial class OpinionDesk
{
    /// <summary>删去个人信息: takes the voters of an opinion, and every trace of them in its texts, out of the database; and out of their other opinions with it.</summary>
    public async Task<Erasure> EraseVotersAsync(Seen seen, string reason)
    {
        IReadOnlyList<string> gone = [];
        List<string> numbers = [];
        await ActAsync(OpinionAct.EraseVoters, seen, async (writing, opinion, stamp) =>
        {
            List<Opinion> all = [await writing.Db.Opinions.WithEveryText().SingleAsync(o => o.Id == opinion.Id), .. await OthersOfSameVoters(writing.Db, opinion.Id, writing.Reach).WithEveryText().ToListAsync()];
            gone = await writing.Db.EraseAsync(all, one => one.EraseVoters(reason, one == opinion ? stamp : stamp with { Submission = null }));
            numbers = [.. all.Select(one => one.Number)];
            await writing.RecordAsync(AuditAct.VotersErased, About(opinion), numbers.Count > 1 ? $"连同同一选民的{string.Join('、', numbers.Skip(1))}" : "");
        });
        return new Erasure(numbers, await residue.RemoveAsync(gone), await door.WriteAsync(Deed.EraseVoters, writing => writing.Db.AlsoNamedAsync(writing.Reach, gone)), await residue.CopiesHoldingAsync(gone));
    }

    /// <summary>The other opinions, not anonymised yet, behind which one of the same voters stands.</summary>
    internal static IQueryable<Opinion> OthersOfSameVoters(LiaisonDbContext db, int opinionId, Reach reach)
    {
        var voters = db.Set<OpinionVoter>().Where(link => link.OpinionId == opinionId).Select(link => link.VoterId);
        return db.Opinions.Where(o => o.Id != opinionId && o.AnonymisedOn == null && o.Voters.Any(link => voters.Contains(link.VoterId))).Within(reach).OrderBy(o => o.Id);
    }
}
