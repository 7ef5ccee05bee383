using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Backups;

/// <summary>The backups the site makes for itself: liaison-20261126-040000.db, named by the wall clock of the district. Whatever has another name is not its own and is left alone.</summary>
public sealed partial class BackupShelf(DataFolder folder, IOptions<LiaisonOptions> options)
{
    private const string Moment = "yyyyMMdd-HHmmss";

    /// <summary>Newest first. Each was checked before it got its name.</summary>
    public IReadOnlyList<KeptBackup> All => !Directory.Exists(folder.Backups)
        ? []
        : [.. Directory.EnumerateFiles(folder.Backups, "liaison-*.db", new EnumerationOptions { IgnoreInaccessible = true }).Select(Kept).OfType<KeptBackup>().OrderByDescending(backup => backup.TakenAt)];

    /// <summary>Where one taken at a moment (UTC) lies.</summary>
    internal string PathFor(DateTime takenAt)
    {
        try
        {
            DataFolder.MakeOwn(folder.Backups);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"备份目录 {folder.Backups} 用不了（{refused.Message}）。请检查它的权限，或用 Liaison:BackupDirectory 另选一个。", refused);
        }

        return Path.Combine(folder.Backups, $"liaison-{ChinaTime.At(takenAt).ToString(Moment, CultureInfo.InvariantCulture)}.db");
    }

    /// <summary>What a kill left of one that was being written.</summary>
    internal void ClearUnfinished()
    {
        foreach (var file in Directory.EnumerateFiles(folder.Backups).Where(file => Unfinished().IsMatch(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }

    /// <summary>Lets go of those that are neither of the last days nor the last of one of the last months.</summary>
    internal void ClearOld()
    {
        foreach (var backup in ToGo(All, options.Value.BackupsKeptDaily, options.Value.BackupsKeptMonthly))
        {
            File.Delete(backup.File);
        }
    }

    /// <summary>Counted are days and months that have a backup: where none was made for long, the old ones stay.</summary>
    internal static IEnumerable<KeptBackup> ToGo(IReadOnlyList<KeptBackup> newestFirst, int daily, int monthly)
    {
        var kept = newestFirst.DistinctBy(backup => backup.Day).Take(daily)
            .Concat(newestFirst.DistinctBy(backup => (backup.Day.Year, backup.Day.Month)).Take(monthly));
        return newestFirst.Except(kept);
    }

    private static KeptBackup? Kept(string file) => Finished().Match(Path.GetFileName(file)) is { Success: true } name
        && DateTime.TryParseExact(name.Groups["at"].ValueSpan, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new KeptBackup(file, ChinaTime.StartOf(DateOnly.FromDateTime(at)) + at.TimeOfDay, new FileInfo(file).Length)
            : null;

    [GeneratedRegex(@"^liaison-(?<at>\d{8}-\d{6})\.db$")]
    private static partial Regex Finished();

    [GeneratedRegex(@"^liaison-\d{8}-\d{6}\.db\.partial(-journal|-wal|-shm)?$")]
    private static partial Regex Unfinished();
}

/// <param name="File">The path.</param>
/// <param name="TakenAt">UTC.</param>
/// <param name="Bytes">Its size.</param>
public sealed record KeptBackup(string File, DateTime TakenAt, long Bytes)
{
    /// <summary>In the district.</summary>
    public DateOnly Day => ChinaTime.DayOf(TakenAt);
}
