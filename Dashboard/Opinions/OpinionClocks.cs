using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Due days are stored with the opinions, to be counted and sorted by. When the office changes its limits, the clocks that run are set anew.</summary>
public sealed class OpinionClocks(LiaisonStore store, IOptions<LiaisonOptions> options)
{
    private const int AtATime = 500;

    private static readonly ForwardingChannel?[] OfficeChannels = [.. Enum.GetValues<ForwardingChannel>().Where(channel => !channel.HasStatutoryClock())];

    /// <summary>Sets those that run by other limits than the office's; none where nothing was changed.</summary>
    /// <returns>How many were set.</returns>
    public async Task<int> SetAnewAsync(CancellationToken cancellationToken = default)
    {
        var limits = options.Value.Limits;
        var others = await store.WriteAsync(db => RunningByOthers(db, limits).Select(o => o.Id).ToListAsync(cancellationToken), cancellationToken);
        foreach (var some in others.Chunk(AtATime))
        {
            await store.WriteAsync(
                async db =>
                {
                    foreach (var opinion in await db.Opinions.Include(o => o.Forwardings.OrderBy(f => f.Id)).Where(o => some.Contains(o.Id)).ToListAsync(cancellationToken))
                    {
                        opinion.SetClock(limits);
                    }
                },
                cancellationToken);
        }

        return others.Count;
    }

    private static IQueryable<Opinion> RunningByOthers(LiaisonDbContext db, ClockLimits limits) => db.Opinions.Where(o =>
        (o.AwaitingFeedbackSince != null && o.DueOn != o.AwaitingFeedbackSince.Value.AddDays(limits.FeedbackDays))
        || (o.Stage == OpinionStage.Forwarded && OfficeChannels.Contains(o.Channel)
            && o.Forwardings.Any(f => f.EndedOn == null && f.Round == o.Round && o.DueOn != f.ForwardedOn.AddDays(limits.AnswerDays))));
}
