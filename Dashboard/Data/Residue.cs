using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What erased text may leave behind: in the pages of the database file, in its log, and in copies made before.</summary>
/// <remarks>
/// <c>secure_delete</c> wipes what is deleted, but not what SQLite left lying on a page when it moved rows to another, and the log keeps pages as they were.
/// So the log is emptied and the files are read through; if anything is found, the whole file is written anew.
/// </remarks>
public sealed class Residue(LiaisonStore store, DataFolder folder)
{
    private const int Tries = 4;
    private const int MostLookedFor = 100;
    private const int ShortestTrace = 6; // bytes: two Chinese characters

    /// <summary>Empties the log and, where something erased still stands in the files, writes them anew. It waits for readers, but not for ever.</summary>
    /// <param name="erased">Names and phones. One that another voter still carries tells nothing and is not looked for.</param>
    /// <param name="cancellationToken">Gives up; nothing is lost.</param>
    /// <returns>Whether the database's files hold nothing of it. If not, somebody was reading; <see cref="EmptyLogAsync"/> tonight does the rest.</returns>
    public async Task<bool> RemoveAsync(IReadOnlyCollection<string> erased, CancellationToken cancellationToken = default)
    {
        var telling = await NobodysAsync(erased, cancellationToken);
        var many = telling.Count > MostLookedFor; // then looking would take longer than writing anew
        await EmptyLogAsync(cancellationToken);
        if (many || await IsInFilesAsync(telling, cancellationToken))
        {
            try
            {
                await store.AloneAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken), cancellationToken);
            }
            catch (DbException)
            {
                return false; // another program writes all the while; what was erased stays erased
            }
        }

        return await EmptyLogAsync(cancellationToken) && (many || !await IsInFilesAsync(telling, cancellationToken));
    }

    /// <summary>Takes the log into the database file and cuts it to nothing.</summary>
    /// <returns>False where somebody reads an older state all the while.</returns>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellationToken = default)
    {
        for (var times = 0; times < Tries; times++)
        {
            if (await store.AloneAsync(
                async db =>
                {
                    await db.Database.OpenConnectionAsync(cancellationToken);
                    await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=500", cancellationToken); // others wait at the gate meanwhile
                    await using var checkpoint = db.Database.GetDbConnection().CreateCommand();
                    checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                    return Convert.ToInt32(await checkpoint.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture); // 0, or 1 where a reader stood in the way
                },
                cancellationToken) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Books and copies of the database in the data folder in which one of these names or phones still stands; by file name.</summary>
    public async Task<IReadOnlyList<string>> CopiesHoldingAsync(IReadOnlyCollection<string> erased, CancellationToken cancellationToken = default)
    {
        var traces = Traces(erased);
        var holding = new List<string>();
        foreach (var file in Copies())
        {
            if (await HoldsAsync(file, traces, cancellationToken))
            {
                holding.Add(Path.GetRelativePath(folder.Root, file));
            }
        }

        return holding;
    }

    private IEnumerable<string> Copies() => !Directory.Exists(folder.Root)
        ? []
        : Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".xlsx" or ".db" && file != folder.Database).Order(StringComparer.Ordinal);

    private async Task<List<string>> NobodysAsync(IReadOnlyCollection<string> erased, CancellationToken cancellationToken) => await store.AloneAsync(
        async db =>
        {
            var carried = await db.Voters.Where(voter => erased.Contains(voter.Name) || erased.Contains(voter.Phone)).Select(voter => new { voter.Name, voter.Phone }).ToListAsync(cancellationToken);
            return erased.Except(carried.SelectMany(voter => new[] { voter.Name, voter.Phone })).ToList();
        },
        cancellationToken);

    private async Task<bool> IsInFilesAsync(IReadOnlyCollection<string> erased, CancellationToken cancellationToken)
    {
        var traces = Traces(erased);
        foreach (var file in new[] { folder.Database, folder.Database + "-wal", folder.Database + "-shm" }.Where(File.Exists))
        {
            if (await HoldsAsync(file, traces, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static List<byte[]> Traces(IEnumerable<string> erased) => [.. erased.Select(Encoding.UTF8.GetBytes).Where(trace => trace.Length >= ShortestTrace)];

    private static async Task<bool> HoldsAsync(string file, List<byte[]> traces, CancellationToken cancellationToken)
    {
        if (traces.Count == 0)
        {
            return false;
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (Path.GetExtension(file) is not ".xlsx")
        {
            return await HoldsAsync(stream, traces, cancellationToken);
        }

        try
        {
            await using var book = new ZipArchive(stream, ZipArchiveMode.Read);
            foreach (var part in book.Entries)
            {
                await using var text = await part.OpenAsync(cancellationToken);
                if (await HoldsAsync(text, traces, cancellationToken))
                {
                    return true;
                }
            }

            return false;
        }
        catch (InvalidDataException)
        {
            return true; // unreadable: nobody can say that it does not
        }
    }

    /// <summary>Looks through a stream piece by piece, each with the end of the one before.</summary>
    private static async Task<bool> HoldsAsync(Stream stream, List<byte[]> traces, CancellationToken cancellationToken)
    {
        var overlap = traces.Max(trace => trace.Length) - 1;
        var buffer = new byte[overlap + (1 << 20)];
        var kept = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0)
        {
            var there = kept + read;
            if (traces.Exists(trace => buffer.AsSpan(0, there).IndexOf(trace) >= 0))
            {
                return true;
            }

            kept = Math.Min(overlap, there);
            buffer.AsSpan(there - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
