namespace VoterLiaison.Dashboard.Data;

/// <summary>One app per data folder. The operating system lets go of the lock when the process ends, however it ends.</summary>
public sealed class FolderLock(DataFolder folder) : IDisposable
{
    private FileStream? _file;

    /// <summary>Holds the folder until this process ends. Holding it twice is holding it once.</summary>
    /// <exception cref="FolderInUseException">Another process holds it.</exception>
    public void Hold()
    {
        folder.Make();
        try
        {
            _file ??= new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new FolderInUseException(folder.Root);
        }
    }

    public void Dispose() => _file?.Dispose();
}

/// <summary>Another process serves from this data folder.</summary>
public sealed class FolderInUseException(string folder) : Exception($"另一个程序正在使用数据目录 {folder}。请先停止它，或用 Liaison__DataDirectory 另选一个目录。");
