namespace VoterLiaison.Bench.Faults;

/// <summary>A small disk of its own, in memory, and a file that fills it.</summary>
internal sealed class Disk : IDisposable
{
    private const int Block = 64 * 1024;

    private readonly string _at;

    private Disk(string at) => _at = at;

    /// <summary>Mounts it over a folder whose files move onto it.</summary>
    public static Disk Over(string folder, int megabytes)
    {
        var files = Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllBytes);
        Tool.Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
        foreach (var (file, bytes) in files)
        {
            File.WriteAllBytes(file, bytes);
        }

        return new Disk(folder);
    }

    private string Ballast => Path.Combine(_at, "ballast");

    /// <summary>Takes all the room there is but so many bytes.</summary>
    public void FillBut(long bytes)
    {
        var room = new DriveInfo(_at).AvailableFreeSpace - bytes;
        using var ballast = new FileStream(Ballast, FileMode.Append);
        for (var block = new byte[Block]; room >= Block; room -= Block)
        {
            ballast.Write(block);
        }
    }

    public void Free() => File.Delete(Ballast);

    /// <summary>Takes it away, with what lies on it.</summary>
    public void Dispose() => Tool.Run("umount", _at);
}
