using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Finding;
using VoterLiaison.Dashboard.Opinions;

namespace VoterLiaison.Bench.Search;

/// <summary>Looking through all words: the list's search, which also counts, and the masthead's while somebody types. Beside them a bare LIKE, and FTS5 by three characters, which the app does not keep.</summary>
internal static class SearchBench
{
    public const string Name = "search";

    private const int Page = 20;
    private const int Times = 5;

    /// <summary>What many say, what few say, and what nobody says.</summary>
    private static readonly string[] Texts = ["路灯", "助听器", "没有人说过的话"];

    public static async Task<int> RunAsync(Words words)
    {
        if (words.Of("--one") is not null)
        {
            return await RunOneAsync(words.Number("--rows", 10_000));
        }

        Table.Begin("Searching the words", "opinions:", "text", "hits:", "list ms:", "bare LIKE, counted ms:", "× bare:", "quick ms:", "bare LIKE, first 5 ms:", "× bare:", "FTS5, counted ms:");
        foreach (var rows in words.Numbers("--sizes", 1_000_000))
        {
            foreach (var one in await OwnProcess.RunAsync<List<Searched>>(Name, "--one", "yes", "--rows", Words.Written(rows)))
            {
                Table.Row($"{rows:N0}", $"{one.Text}", $"{one.Hits:N0}", $"{one.List:0}", $"{one.Counted:0}", $"{one.List / one.Counted:0.00}", $"{one.Quick:0.0}", $"{one.Few:0.0}", $"{one.Quick / one.Few:0.00}", $"{(one.Indexed is { } indexed ? indexed.ToString("0.0", CultureInfo.InvariantCulture) : "needs three characters")}");
            }
        }

        return 0;
    }

    private static async Task<int> RunOneAsync(int rows)
    {
        var folder = await Folders.CopyAsync(rows);
        await using (var house = await BenchHouse.OpenAsync(folder))
        {
            var office = await house.SignedInAsync();
            var (list, quick) = (office.GetRequiredService<OpinionQueries>(), office.GetRequiredService<FindingQueries>());
            using var connection = house.Bare("OFF");
            await BareAsync(connection, "CREATE VIRTUAL TABLE temp.Spoken USING fts5(Words, Subject, content='', tokenize='trigram')");
            await BareAsync(connection, "INSERT INTO temp.Spoken (rowid, Words, Subject) SELECT Id, Words, Subject FROM Opinions");
            var searched = new List<Searched>();
            foreach (var text in Texts)
            {
                searched.Add(new Searched(
                    text,
                    (await list.ListAsync(new OpinionFilter { Text = text }, OpinionSort.Newest, 0, Page)).Total,
                    await HalfAsync(() => list.ListAsync(new OpinionFilter { Text = text }, OpinionSort.Newest, 0, Page)),
                    await HalfAsync(() => BareAsync(connection, $"SELECT COUNT(*) FROM Opinions WHERE instr(Words, '{text}') > 0 OR instr(Subject, '{text}') > 0")),
                    await HalfAsync(() => quick.FindAsync(text)),
                    await HalfAsync(() => BareAsync(connection, $"SELECT Id, Words FROM Opinions WHERE instr(Words, '{text}') > 0 OR instr(Subject, '{text}') > 0 ORDER BY CollectedOn DESC, Id DESC LIMIT {FindingQueries.Each}")),
                    text.Length < 3 ? null : await HalfAsync(() => BareAsync(connection, $"SELECT COUNT(*) FROM temp.Spoken WHERE Spoken MATCH '\"{text}\"'"))));
            }

            OwnProcess.Answer(searched);
        }

        Folders.Delete(folder);
        return 0;
    }

    private static Task BareAsync(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }

    private static async Task<double> HalfAsync(Func<Task> ask)
    {
        var took = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            await ask();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return Percentiles.Of(took).Half;
    }

    private sealed record Searched(string Text, int Hits, double List, double Counted, double Quick, double Few, double? Indexed);
}
