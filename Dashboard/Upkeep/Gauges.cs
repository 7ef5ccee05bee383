using System.Diagnostics.Metrics;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>How things stand, for whoever collects measures: read when they ask and not before.</summary>
internal sealed class Gauges(
    IMeterFactory meters, LiveCounts live, HubListeners listeners, OpenConnections connections, DataFolder folder, BackupReading backups, AlarmBell bell, TimeProvider clock) : IHostedService
{
    /// <summary>Of these there is never one for what is not known.</summary>
    private static readonly Measurement<double>[] Nothing = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(LiaisonMeter.Name);
        meter.CreateObservableGauge("liaison.watchers", () => live.WatcherCount, "{watcher}", "Boards, walls and hub clients that are told of changes.");
        meter.CreateObservableGauge("liaison.circuits", () => connections.CountAt(ConnectionGuard.Circuits), "{circuit}", "Pages of people who signed in, open now.");
        meter.CreateObservableGauge("liaison.hub.listeners", () => listeners.Count, "{listener}", "Clients of the hub.");
        meter.CreateObservableGauge("liaison.walls", () => connections.CountAt(Addresses.WallNews), "{wall}", "Walls whose stream is open.");
        meter.CreateObservableGauge("liaison.database.size", () => DiskStanding.Of(folder).Database, "By", "The database's file.");
        meter.CreateObservableGauge("liaison.wal.size", () => DiskStanding.Of(folder).Log, "By", "What was written and not yet moved into it.");
        meter.CreateObservableGauge("liaison.disk.free", () => DiskStanding.Of(folder).Free ?? 0, "By", "What is free where the data lies.");
        meter.CreateObservableGauge("liaison.backup.age", BackupAge, "s", "Since the last good backup.");
        meter.CreateObservableGauge("liaison.alarms", Alarms, "{alarm}", "One for each alarm that rings, by kind.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<double>> BackupAge() => backups.Last?.LastGood is { } good ? [new((clock.GetUtcNow().UtcDateTime - good).TotalSeconds)] : Nothing;

    private IEnumerable<Measurement<int>> Alarms()
    {
        var ringing = bell.Current.Select(alarm => alarm.Kind).ToHashSet();
        return Enum.GetValues<AlarmKind>().Select(kind => new Measurement<int>(ringing.Contains(kind) ? 1 : 0, new KeyValuePair<string, object?>("kind", $"{kind}")));
    }
}
