using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>How the house stands, for whoever may watch over it. It reads no opinion and counts none.</summary>
public sealed class UpkeepQueries(
    IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, DataFolder folder, LiveCounts live, HubListeners listeners, OpenConnections connections, SelfCheck selfCheck, BackupReading backups,
    AlarmBell bell, HealthCheckService health, SettingsThatMatter settings, ProgramStart start, TimeProvider clock)
{
    /// <summary>Null for everybody else.</summary>
    public async Task<UpkeepStanding?> StandingAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!(await doorkeeper.RightsAsync(db, cancellationToken)).May(Deed.WatchUpkeep))
        {
            return null;
        }

        return new UpkeepStanding(
            clock.GetUtcNow().UtcDateTime,
            new ProgramStanding(AppVersion.Short, start.At, start.Environment, RuntimeInformation.FrameworkDescription, Environment.WorkingSet),
            folder.Root,
            DiskStanding.Of(folder),
            (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() ?? "",
            await backups.ReadAsync(db, cancellationToken),
            selfCheck.Last,
            new ConnectionStanding(
                connections.CountAt(ConnectionGuard.Circuits), listeners.Count, connections.CountAt(Addresses.WallNews), await db.Sessions.CountAsync(session => session.EndedAt == null, cancellationToken)),
            live.Pulse.AsOf,
            live.IsBehind,
            bell.Current,
            (await health.CheckHealthAsync(cancellationToken)).Entries.ToDictionary(check => check.Key, check => check.Value.Status),
            settings.Lines);
    }
}

/// <summary>When this program was started, and as what.</summary>
public sealed class ProgramStart(TimeProvider clock, IHostEnvironment environment)
{
    /// <summary>UTC.</summary>
    public DateTime At { get; } = clock.GetUtcNow().UtcDateTime;

    public string Environment { get; } = environment.EnvironmentName;
}
