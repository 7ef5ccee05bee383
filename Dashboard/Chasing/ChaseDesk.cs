using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Chasing;

/// <summary>催办 of many at once: each is reminded by its own act and its own rule; what one refuses does not hold up the others.</summary>
public sealed class ChaseDesk(WriteDoor door, IOptions<LiaisonOptions> options)
{
    /// <summary>So many at once, so that nobody else waits long to write.</summary>
    public const int Most = 200;

    private const string NotFound = "没有找到这件意见。";

    /// <summary>Reminds whoever owes word on each of them. The same submission sent twice reminds once.</summary>
    /// <exception cref="RuleBrokenException">None is named, or too many.</exception>
    /// <exception cref="OutOfReachException">The person may chase nowhere.</exception>
    public Task<ChaseOutcome> UrgeAsync(IReadOnlyCollection<int> ids, string note, Guid submission) => door.WriteAsync(Deed.Chase, async writing =>
    {
        List<int> all = [.. ids.Distinct()];
        if (all.Count is 0 or > Most)
        {
            throw new RuleBrokenException(all.Count == 0 ? "请先勾选要催办的意见。" : $"一次最多催办 {Most} 件，请少勾选一些。");
        }

        var opinions = await writing.Db.Opinions.Where(o => all.Contains(o.Id)).Include(o => o.Deputies).Include(o => o.Forwardings.OrderBy(f => f.Id)).AsSplitQuery().ToDictionaryAsync(o => o.Id);
        List<Guid> clicks = [.. all.Select(id => OneOf(submission, id))];
        var done = (await writing.Db.Set<HistoryEntry>().Where(entry => entry.Submission != null && clicks.Contains(entry.Submission.Value)).Select(entry => entry.OpinionId).ToListAsync()).ToHashSet();
        var (urged, refused) = (0, new List<NotUrged>());
        foreach (var id in all)
        {
            var opinion = await WithinAsync(writing, opinions.GetValueOrDefault(id));
            if (opinion is null)
            {
                refused.Add(new NotUrged(id, null, NotFound));
            }
            else if (done.Contains(id))
            {
                urged++;
            }
            else if (await UrgeAsync(writing, opinion, note, OneOf(submission, id)) is { } why)
            {
                refused.Add(new NotUrged(id, opinion.Number, why));
            }
            else
            {
                urged++;
            }
        }

        return new ChaseOutcome(urged, refused);
    });

    private async Task<string?> UrgeAsync(Writing writing, Opinion opinion, string note, Guid click)
    {
        var stamp = new Stamp(writing.Who.Name, writing.At, options.Value.Limits, click);
        try
        {
            opinion.Urge(opinion.WhyNot(OpinionAct.Urge) is null ? await OpinionDesk.WhoOwesAsync(writing.Db, opinion) : "", note, stamp.Today, stamp);
        }
        catch (RuleBrokenException broken)
        {
            return broken.Message; // it asks before it changes anything
        }

        await writing.RecordAsync(AuditAct.OpinionActed, $"意见 {opinion.Number}", OpinionAct.Urge.InWords());
        return null;
    }

    /// <summary>What lies outside is not there, and that somebody tried is noted.</summary>
    private static async Task<Opinion?> WithinAsync(Writing writing, Opinion? opinion)
    {
        if (opinion is null || writing.Reach.Covers(opinion))
        {
            return opinion;
        }

        await writing.Db.AuditAsync(writing.At, writing.Who.Actor, AuditAct.OutOfReach, $"意见 {opinion.Number}", Deed.Chase.InWords(), AuditResult.Refused);
        return null;
    }

    /// <summary>The history keeps a submission once; one click on many is one for each.</summary>
    private static Guid OneOf(Guid submission, int opinionId)
    {
        var bytes = submission.ToByteArray();
        foreach (var (place, part) in BitConverter.GetBytes(opinionId).Index())
        {
            bytes[^(place + 1)] ^= part;
        }

        return new Guid(bytes);
    }
}

/// <summary>What came of it.</summary>
public sealed record ChaseOutcome(int Urged, IReadOnlyList<NotUrged> Refused);

/// <param name="Id">Which.</param>
/// <param name="Number">编号; null where there is no such opinion for this person.</param>
/// <param name="Why">The rule's sentence.</param>
public sealed record NotUrged(int Id, string? Number, string Why);
