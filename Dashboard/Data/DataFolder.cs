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

    /// <summary>Makes the folder where it is missing, for nobody but the user the app runs as: it holds what voters said, and the keys.</summary>
    internal void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Root);
        }
        else
        {
            Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    internal string Reserve => Path.Combine(Root, "reserve");

    internal string Lock => Path.Combine(Root, "liaison.lock");

    internal string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Database, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
}
