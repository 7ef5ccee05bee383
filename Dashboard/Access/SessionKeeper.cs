using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Looks several times a minute whether everybody connected may still be: whoever was disabled, lost a role, fell silent or was ended elsewhere is cut off.</summary>
/// <remarks>Acts need no such look, each asks for itself; this is for pages that only watch.</remarks>
public sealed partial class SessionKeeper(
    SessionBook sessions, DisplayKeyBook keys, OpenConnections connections, LiaisonStore store, IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock, ILogger<SessionKeeper> logger) : BackgroundService
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Unwritten = TimeSpan.FromMinutes(1);

    /// <summary>The audit log knows who was here; a session that ended so long ago tells nobody anything.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogCannotLook(exception);
            }
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await EndAsync(cancellationToken);
        await WriteSeenAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var session in await db.Sessions.AsNoTracking().Where(session => session.EndedAt == null).Select(session => session.Id).ToListAsync(cancellationToken))
        {
            if (connections.CountOf(AccessClaims.OwnerOf(session)) > 0 && await sessions.StandingAsync(db, session, cancellationToken) is null)
            {
                connections.Cut(AccessClaims.OwnerOf(session));
            }
        }

        var open = connections.Whose.ToHashSet();
        foreach (var key in await db.DisplayKeys.AsNoTracking().Where(key => key.RevokedAt != null).Select(key => key.Id).ToListAsync(cancellationToken))
        {
            CutIfOpen(AccessClaims.OwnerOf(key));
        }

        foreach (var ended in await db.Sessions.AsNoTracking().Where(session => session.EndedAt > clock.GetUtcNow().UtcDateTime.AddHours(-1)).Select(session => session.Id).ToListAsync(cancellationToken))
        {
            CutIfOpen(AccessClaims.OwnerOf(ended));
        }

        void CutIfOpen(string who)
        {
            if (open.Contains(who))
            {
                connections.Cut(who);
            }
        }
    }

    /// <summary>Writes down who was active, and ends what time has ended.</summary>
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var running = await db.Sessions.AsNoTracking().Where(session => session.EndedAt == null).ToListAsync(cancellationToken);
        var over = running.Where(session => sessions.WhyOver(session) is not null).Select(session => session.Id).ToList();
        var active = running.Where(session => sessions.LastActive(session) - session.LastActiveAt >= Unwritten).Select(session => session.Id).ToList();
        if (over.Count + active.Count == 0)
        {
            return;
        }

        await store.WriteAsync(
            async written =>
            {
                await written.Sessions.Where(session => session.EndedAt < now - Remembered).ExecuteDeleteAsync(cancellationToken);
                var ids = over.Union(active).ToList();
                foreach (var session in await written.Sessions.Where(session => ids.Contains(session.Id)).ToListAsync(cancellationToken))
                {
                    session.ActiveAt(sessions.LastActive(session));
                    if (sessions.WhyOver(session) is { } why)
                    {
                        session.EndFor(why, now);
                        sessions.Forget(session.Id);
                    }
                }
            },
            cancellationToken);
    }

    /// <summary>Writes down which screens were there.</summary>
    private async Task WriteSeenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = (await db.DisplayKeys.AsNoTracking().Where(key => key.RevokedAt == null).ToListAsync(cancellationToken))
            .Where(key => keys.LastSeen(key) - (key.LastSeenAt ?? DateTime.UnixEpoch) >= Unwritten)
            .ToDictionary(key => key.Id, key => keys.LastSeen(key)!.Value);
        if (seen.Count > 0)
        {
            await store.WriteAsync(
                async written =>
                {
                    foreach (var key in await written.DisplayKeys.Where(key => seen.Keys.Contains(key.Id)).ToListAsync(cancellationToken))
                    {
                        key.SeenAt(seen[key.Id]);
                    }
                },
                cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not look whether the sessions still hold; trying again.")]
    private partial void LogCannotLook(Exception exception);
}
