using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>How the house stands at a moment. All moments are UTC.</summary>
public sealed record UpkeepStanding(
    DateTime AsOf, ProgramStanding Program, string Folder, DiskStanding Disk, string Migration, BackupStanding Backup, SelfCheckResult? Check, ConnectionStanding Connections,
    DateTime CountsAsOf, bool CountsBehind, IReadOnlyList<Alarm> Alarms, IReadOnlyDictionary<string, HealthStatus> Readiness, IReadOnlyList<SettingLine> Settings);

/// <summary>The program itself. Memory in bytes.</summary>
public sealed record ProgramStanding(string Version, DateTime StartedAt, string Environment, string Runtime, long Memory);

/// <summary>Who is connected: open pages, clients of the hub, walls, and sessions that hold.</summary>
public sealed record ConnectionStanding(int Circuits, int Hub, int Walls, int Sessions);

public sealed record SettingLine(string Name, string Value);
