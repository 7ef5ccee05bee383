using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Where everything the app stores lies.</summary>
public sealed class DataFolder(IOptions<LiaisonOptions> options)
{
    public string Root { get; } = Path.GetFullPath(options.Value.DataDirectory);

    public string Database => Path.Combine(Root, "liaison.db");

    /// <summary>Finished year-end books, until they are fetched.</summary>
    public string Books => Path.Combine(Root, "books");

    /// <summary>What the columns of ledgers mean, where somebody had to say it.</summary>
    public string ImportMappings => Path.Combine(Root, "import-mappings.json");

    /// <summary>Where the site puts its backups.</summary>
    public string Backups { get; } = Path.GetFullPath(options.Value.BackupDirectory is { Length: > 0 } chosen ? chosen : Path.Combine(options.Value.DataDirectory, "backups"));

    /// <summary>Makes the folder where it is missing, for nobody but the user the app runs as: it holds what voters said, and the keys.</summary>
    /// <exception cref="DataUnusableException">It cannot be made.</exception>
    internal void Make()
    {
        try
        {
            MakeOwn(Root);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(refused);
        }
    }

    internal DataUnusableException NotWritable(Exception why) => new(
        $"数据目录 {Root} 不能写入（{why.Message}）。请检查目录的权限、磁盘是否只读；或用 Liaison__DataDirectory 另选一个目录。", why);

    /// <summary>Makes a folder that nobody else may look into; one that is there stays as it is.</summary>
    internal static void MakeOwn(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    internal string Reserve => Path.Combine(Root, "reserve");

    /// <summary>Makes an empty file that nobody else may read, in place of one that may be there.</summary>
    internal static void MakeOwnFile(string path)
    {
        File.Delete(path);
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, own).Dispose();
    }

    internal string Lock => Path.Combine(Root, "liaison.lock");

    internal string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Database, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
}
