namespace VoterLiaison.Dashboard.Data;

/// <summary>A file that only takes up room on the disk of the data folder. When the disk is full it is spent on signing in and out; until there is room for it again, nothing else is written.</summary>
/// <remarks>A sign-in takes a few hundred bytes of the database and the log before it no more than its usual size, so this lasts for thousands of them.</remarks>
public sealed partial class Reserve(DataFolder folder, ILogger<Reserve> logger)
{
    internal const long Bytes = 8 * 1024 * 1024;

    private readonly Lock _lock = new();
    private bool _isKept;
    private bool _isSpent;

    /// <summary>Whether it lies there. Where it does not, it is laid there anew as soon as the disk has the room.</summary>
    public bool IsKept
    {
        get
        {
            lock (_lock)
            {
                return _isKept = _isKept || LiesThere() || LayDown();
            }
        }
    }

    /// <summary>Gives its room to whoever signs in.</summary>
    internal void Spend()
    {
        lock (_lock)
        {
            if (_isKept)
            {
                File.Delete(folder.Reserve);
                LogSpent(folder.Root);
            }

            (_isKept, _isSpent) = (false, true);
        }
    }

    private bool LiesThere() => new FileInfo(folder.Reserve) is { Exists: true, Length: Bytes };

    private bool LayDown()
    {
        try
        {
            File.Delete(folder.Reserve);
            using (var file = new FileStream(folder.Reserve, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = Bytes }))
            {
                file.SetLength(Bytes); // what was allocated is only the file's once it is that long
            }

            if (_isSpent)
            {
                LogKeptAgain(folder.Root);
            }

            _isSpent = false;
            return true;
        }
        catch (Exception noRoom) when (noRoom is IOException or UnauthorizedAccessException)
        {
            return !_isSpent; // a folder that takes no file says so when something is stored
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The disk of {Folder} is full: the reserve is spent on signing in, and nothing else is written until there is room.")]
    private partial void LogSpent(string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "There is room in {Folder} again: the reserve is kept anew.")]
    private partial void LogKeptAgain(string folder);
}
