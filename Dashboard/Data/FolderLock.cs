namespace VoterLiaison.Dashboard.Data;

/// <summary>One app per data folder. The operating system lets go of the lock when the process ends, however it ends.</summary>
/// <remarks>While it is held a mark stands in the lock's file. Whoever ends in order takes it away; so the next one learns of a kill or a power cut.</remarks>
public sealed class FolderLock(DataFolder folder) : IDisposable
{
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020)]; // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION

    private FileStream? _file;

    public bool IsHeld => _file is not null;

    /// <summary>Whoever held the folder last did not end in order, or found the database damaged; and nobody has found it sound since.</summary>
    public bool MustBeLookedThrough { get; private set; }

    /// <summary>Holds the folder until this process ends. Holding it twice is holding it once.</summary>
    /// <exception cref="FolderInUseException">Another process holds it.</exception>
    /// <exception cref="DataUnusableException">It cannot be written in.</exception>
    public void Hold()
    {
        if (_file is not null)
        {
            return;
        }

        folder.Make();
        try
        {
            _file = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException held) when (InUse.Contains(held.HResult))
        {
            throw new FolderInUseException(folder.Root);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw folder.NotWritable(refused);
        }

        MustBeLookedThrough = _file.Length > 0;
        Mark(_file);
    }

    /// <summary>The database was looked through. While it is not sound the mark stays, whoever ends how.</summary>
    internal void LookedThrough(bool isSound) => MustBeLookedThrough = !isSound;

    public void Dispose()
    {
        if (!MustBeLookedThrough)
        {
            _file?.SetLength(0);
        }

        _file?.Dispose();
        _file = null;
    }

    private static void Mark(FileStream file)
    {
        try
        {
            file.Write("held"u8);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // The disk is full: that keeps nobody from starting, and what is there can be read.
        }
    }
}

/// <summary>Another process serves from this data folder.</summary>
public sealed class FolderInUseException(string folder) : Exception($"另一个程序正在使用数据目录 {folder}。请先停止它，或用 Liaison__DataDirectory 另选一个目录。");
