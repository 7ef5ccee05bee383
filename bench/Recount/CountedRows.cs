using Microsoft.Data.Sqlite;
using VoterLiaison.Bench.House;

namespace VoterLiaison.Bench.Recount;

/// <summary>A database with so many opinions, of which one station-year always has the same. Filled once by SQL alone; where there are many, only the index that counts.</summary>
internal static class CountedRows
{
    /// <summary>A station's year is some hundred opinions; this one has more than any.</summary>
    public const int OfStationYear = 2_000;

    private const int Years = 5;
    private const string Unneeded = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Opinions' AND sql IS NOT NULL AND name <> 'IX_Opinions_Counts'";

    public static async Task<string> FolderAsync(int rows)
    {
        var folder = Path.Combine(Folders.Root, $"counted-{rows}-{BenchHouse.Today:yyyyMMdd}");
        if (!Directory.Exists(folder))
        {
            var copy = await Folders.CopyAsync();
            Fill(Path.Combine(copy, "liaison.db"), rows);
            Directory.Move(copy, folder);
        }

        return folder;
    }

    private static void Fill(string file, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        Run("PRAGMA synchronous=OFF; PRAGMA cache_size=-500000; PRAGMA recursive_triggers=OFF;");
        foreach (var index in Ask(Unneeded))
        {
            Run($"DROP INDEX \"{index}\"");
        }

        var columns = Ask("SELECT name FROM pragma_table_info('Opinions') WHERE name NOT IN ('Id', 'Number', 'StationId', 'Year', 'CollectedOn', 'Words', 'Subject', 'SourceNumber')").Select(column => $"o.\"{column}\"").ToList();
        var year = BenchHouse.Today.Year;
        var station = Ask("SELECT MIN(Id) FROM Stations").Single();

        // The one station-year is made exactly so large; everything else lies at other stations or in other years.
        Run($"CREATE TEMP TABLE Like_ AS SELECT *, ROW_NUMBER() OVER (ORDER BY Id) - 1 AS Place FROM Opinions WHERE Year = {year}; CREATE UNIQUE INDEX temp.By_Place ON Like_(Place);");
        var likes = Ask("SELECT COUNT(*) FROM Like_").Single();
        Run($"CREATE TEMP TABLE Other_ AS SELECT Id, ROW_NUMBER() OVER (ORDER BY Id) - 1 AS Place FROM Stations WHERE Id <> {station}; CREATE UNIQUE INDEX temp.By_Other ON Other_(Place);");
        var others = Ask("SELECT COUNT(*) FROM Other_").Single();
        Run($"UPDATE Opinions SET StationId = (SELECT MAX(Id) FROM Stations) WHERE StationId = {station} AND Year = {year};");
        Insert(0, OfStationYear, station, $"{year}");
        for (var done = OfStationYear; done < rows; done += Part)
        {
            Insert(done, Math.Min(Part, rows - done), "s.Id", $"{year} - n / {others} % {Years}");
        }

        Run("ANALYZE");

        void Insert(int from, int many, string at, string of) => Run(
            $"""
            WITH RECURSIVE numbers(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {from + many})
            INSERT INTO Opinions (Number, StationId, Year, CollectedOn, Words, Subject, {string.Join(", ", columns.Select(column => column[2..]))})
            SELECT 'counted-' || n, {at}, {of}, o.CollectedOn, '路灯不亮', '', {string.Join(", ", columns)} FROM numbers JOIN Like_ o ON o.Place = n % {likes} JOIN Other_ s ON s.Place = n % {others}
            """);

        List<string> Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var answers = new List<string>();
            while (reader.Read())
            {
                answers.Add(reader.GetString(0));
            }

            return answers;
        }

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 0);
            command.ExecuteNonQuery();
        }
    }

    private const int Part = 1_000_000;
}
