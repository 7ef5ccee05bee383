namespace VoterLiaison.Dashboard.Data;

/// <summary>How much lies in the data folder, and how much more fits, in bytes.</summary>
/// <param name="Free">What the app may still use of the disk; null where the system does not say.</param>
/// <param name="Database">The database's file.</param>
/// <param name="Log">What was written and not yet moved into it (WAL).</param>
public sealed record DiskStanding(long? Free, long Database, long Log)
{
    public static DiskStanding Of(DataFolder folder) => new(FreeIn(folder.Root), LengthOf(folder.Database), LengthOf($"{folder.Database}-wal"));

    /// <summary>0 where there is none.</summary>
    internal static long LengthOf(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;

    /// <summary>What fits where a folder lies; null where the system does not say.</summary>
    internal static long? FreeIn(string folder)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
