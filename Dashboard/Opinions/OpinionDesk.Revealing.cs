using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>Telling a person who the voters are.</content>
public sealed partial class OpinionDesk
{
    /// <summary>揭示: the voters of an opinion in full, for a reason that the audit log keeps by the same commit.</summary>
    /// <exception cref="OutOfReachException">It is not the person's, or it is about their own work as a deputy (第七条).</exception>
    /// <exception cref="RuleBrokenException">No reason is given, there is no such opinion, or nobody left a name.</exception>
    public Task<IReadOnlyList<RevealedVoter>> RevealAsync(string number, string reason) => door.WriteAsync<IReadOnlyList<RevealedVoter>>(Deed.RevealVoters, async writing =>
    {
        var why = string.IsNullOrWhiteSpace(reason) ? throw new RuleBrokenException("请写明为什么要看。") : reason.Trim();
        var opinion = await writing.Db.Opinions.AsNoTracking().AsSplitQuery().Include(o => o.Deputies).Include(o => o.Voters).ThenInclude(link => link.Voter).SingleOrDefaultAsync(o => o.Number == number)
            ?? throw new RuleBrokenException(NotFound);
        RequireWithin(writing, opinion);
        if (!writing.Who.Rights.MayKnowWhoSpoke(opinion))
        {
            throw new OutOfReachException("按第七条，不显示是谁反映的。", About(opinion));
        }

        if (opinion.Voters.Count == 0)
        {
            throw new RuleBrokenException("这件意见没有选民的姓名和电话。");
        }

        await writing.RecordAsync(AuditAct.VotersRevealed, About(opinion), opinion.WithoutTraces(why));
        return [.. opinion.Voters.Select(link => new RevealedVoter(link.Voter.Name, link.Voter.Phone, link.Voter.Community))];
    });
}

/// <summary>A voter in full. It is shown once and kept nowhere.</summary>
public sealed record RevealedVoter(string Name, string Phone, string Community);
