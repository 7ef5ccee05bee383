using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>When an address was last read. Kept in memory, so that no phone waits for a write; written down at most once an hour.</summary>
public sealed partial class FeedVisits(LiaisonStore store, IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock, ILogger<FeedVisits> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Unwritten = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<int, DateTime> _read = [];

    /// <summary>Somebody read the calendar behind an address.</summary>
    public void Read(int feed) => _read[feed] = clock.GetUtcNow().UtcDateTime;

    /// <summary>The last time, written down or not. UTC.</summary>
    public DateTime? LastRead(CalendarFeed feed) => _read.TryGetValue(feed.Id, out var at) && !(at <= feed.LastReadAt) ? at : feed.LastReadAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogCannotWrite(exception);
            }
        }
    }

    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_read.IsEmpty)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<int> read = [.. _read.Keys];
        var due = (await db.CalendarFeeds.AsNoTracking().Where(feed => read.Contains(feed.Id)).ToListAsync(cancellationToken))
            .Where(feed => LastRead(feed) - (feed.LastReadAt ?? DateTime.UnixEpoch) >= Unwritten).Select(feed => feed.Id).ToList();
        if (due.Count > 0)
        {
            await store.WriteAsync(
                async written =>
                {
                    foreach (var feed in await written.CalendarFeeds.Where(feed => due.Contains(feed.Id)).ToListAsync(cancellationToken))
                    {
                        feed.ReadAt(LastRead(feed)!.Value);
                    }
                },
                cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not write down when calendars were read; trying again.")]
    private partial void LogCannotWrite(Exception exception);
}
