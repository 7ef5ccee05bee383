using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>What became of erasing voters.</summary>
/// <param name="Opinions">意见编号, or the inquiries' numbers, of those they were taken out of.</param>
/// <param name="IsClean">Whether the database's files were seen to hold nothing of them any more. If not, they were in use; the coming night finishes it.</param>
/// <param name="AlsoNamedIn">Other opinions in whose texts the same name or phone stands.</param>
/// <param name="Copies">Books and copies in the data folder in which it still stands; they must be dealt with by hand.</param>
public sealed record Erasure(IReadOnlyList<string> Opinions, bool IsClean, IReadOnlyList<string> AlsoNamedIn, IReadOnlyList<string> Copies);

/// <summary>Takes voters out of opinions within a transaction that is under way.</summary>
internal static class Erasing
{
    private const int ShortestTold = 3; // 王某 stands in too many texts to be worth naming
    private const int MostNamed = 20;

    /// <summary>Enters the act in every opinion, and then takes out who the voters are. The voters who are left without an opinion go.</summary>
    /// <remarks>Two saves: the guard over the history lets traces go only where the database already says that the opinion is anonymised.</remarks>
    /// <param name="db">The transaction's.</param>
    /// <param name="opinions">With their journeys, feedbacks, voters and history.</param>
    /// <param name="enter">Enters the act in one of them.</param>
    /// <returns>The names and phones that were taken out.</returns>
    public static async Task<IReadOnlyList<string>> EraseAsync(this LiaisonDbContext db, IReadOnlyList<Opinion> opinions, Action<Opinion> enter)
    {
        foreach (var opinion in opinions)
        {
            enter(opinion);
        }

        await db.SaveChangesAsync();
        List<Voter> voters = [.. opinions.SelectMany(opinion => opinion.Voters).Select(link => link.Voter).Distinct()];
        foreach (var opinion in opinions)
        {
            opinion.TakeOutTraces();
        }

        await db.SaveChangesAsync();
        await db.ForgetWhatWasSentAsync([.. opinions.Select(opinion => opinion.Id)]);
        List<int> ids = [.. voters.Select(voter => voter.Id)];
        await db.Voters.Where(voter => ids.Contains(voter.Id) && !db.Set<OpinionVoter>().Any(link => link.VoterId == voter.Id)).ExecuteDeleteAsync();
        return [.. voters.SelectMany(voter => new[] { voter.Name, voter.Phone }).Where(known => known.Length > 0).Distinct()];
    }

    /// <summary>What came by the public form goes with its voter: a photo may show who took it.</summary>
    private static async Task ForgetWhatWasSentAsync(this LiaisonDbContext db, List<int> opinions)
    {
        var submissions = await db.Submissions.Where(submission => submission.OpinionId != null && opinions.Contains(submission.OpinionId.Value)).ToListAsync();
        submissions.ForEach(submission => submission.LetGo());
        await db.SaveChangesAsync();
        List<int?> sent = [.. submissions.Select(submission => (int?)submission.Id)];
        await db.Pictures.Where(picture => (picture.OpinionId != null && opinions.Contains(picture.OpinionId.Value)) || (picture.SubmissionId != null && sent.Contains(picture.SubmissionId))).ExecuteDeleteAsync();
    }

    /// <summary>The opinions within a reach in whose texts one of these names or phones stands.</summary>
    public static async Task<IReadOnlyList<string>> AlsoNamedAsync(this LiaisonDbContext db, Reach reach, IReadOnlyCollection<string> gone)
    {
        var named = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var trace in gone.Where(trace => trace.Length >= ShortestTold))
        {
            named.UnionWith(await db.Opinions.Within(reach)
                .Where(o => o.Words.Contains(trace) || o.Subject.Contains(trace) || o.Explanation!.Contains(trace) || o.History.Any(entry => entry.Note.Contains(trace)))
                .OrderBy(o => o.Id).Select(o => o.Number).Take(MostNamed).ToListAsync());
        }

        return [.. named.Take(MostNamed)];
    }

    /// <summary>Everything of an opinion in which a voter may be named.</summary>
    public static IQueryable<Opinion> WithEveryText(this IQueryable<Opinion> opinions) => opinions
        .Include(o => o.Deputies)
        .Include(o => o.Voters).ThenInclude(link => link.Voter)
        .Include(o => o.Forwardings.OrderBy(f => f.Id)).ThenInclude(f => f.Answers.OrderBy(a => a.Id))
        .Include(o => o.Feedbacks.OrderBy(f => f.Id))
        .Include(o => o.History.OrderBy(entry => entry.Sequence))
        .AsSplitQuery();
}
