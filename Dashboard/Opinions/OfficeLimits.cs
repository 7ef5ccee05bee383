using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>When the office has changed its own limits, sets the clocks that run by them anew.</summary>
public sealed class OfficeLimits(LiaisonStore store, IOptions<LiaisonOptions> options)
{
    private const int AtATime = 500;

    /// <summary>Asked at each start of the site; writes nothing while the limits are the ones the clocks were set by.</summary>
    /// <returns>How many clocks were set anew.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken = default)
    {
        var all = 0;
        int some;
        do
        {
            some = await store.WriteAsync(SetSomeAsync, cancellationToken);
            all += some;
        }
        while (some == AtATime);

        return all;
    }

    private async Task<int> SetSomeAsync(LiaisonDbContext db)
    {
        var limits = options.Value.Limits;
        // In the order of the index of what is due: by their keys every opinion would be read, at each start.
        var opinions = await SetByOtherLimits(db, limits).OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(AtATime)
            .Include(o => o.Forwardings).ThenInclude(f => f.Answers).AsSplitQuery().ToListAsync();
        foreach (var opinion in opinions)
        {
            opinion.SetClock(limits);
        }

        return opinions.Count;
    }

    private static IQueryable<Opinion> SetByOtherLimits(LiaisonDbContext db, ClockLimits limits)
    {
        List<ForwardingChannel> ownLimits = [.. Enum.GetValues<ForwardingChannel>().Where(channel => !channel.HasStatutoryClock())];
        return db.Opinions.Where(o => o.DueOn != null && (
            o.AwaitingFeedbackSince != null
                ? o.DueOn != o.AwaitingFeedbackSince.Value.AddDays(limits.FeedbackDays)
                : ownLimits.Contains(o.Channel!.Value)
                    && o.DueOn != o.Forwardings.OrderByDescending(f => f.Id).First().ForwardedOn.AddDays(limits.AnswerDays)));
    }
}
