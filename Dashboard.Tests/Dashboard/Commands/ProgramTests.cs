using System.Text.Json;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>Exit codes and streams as a script sees them. Starting the program costs a second, so each start answers several questions.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Headings = "编号,收集日期,意见内容,承办单位,答复日期,答复内容\n";

    private static readonly JsonSerializerOptions _oneLine = new(JsonOutput.Options) { WriteIndented = false };

    private readonly LiaisonFolder _data = new();
    private readonly LiaisonFolder _ledgers = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
        _ledgers.Dispose();
    }

    [Fact]
    public async Task An_import_is_refused_whole_or_done_and_the_counts_are_one_document_that_agrees()
    {
        var refused = await ImportAsync("L1,2025-03-03,路灯不亮,,,\nL2,某日,停车难,,,");
        Assert.Equal(CommandLine.Refused, refused.ExitCode);
        Assert.Contains("第 3 行：", refused.Output, StringComparison.Ordinal);
        Assert.Contains("整份没有写入", refused.Output, StringComparison.Ordinal);

        var done = await ImportAsync("L3,2025-03-03,暖气不热,区城管委,2025-03-20,已修复。\nL4,2025-03-04,车位不够,,,");
        Assert.Equal(CommandLine.Done, done.ExitCode);
        Assert.Contains("已登记 2 件，为第 1 批导入", done.Output, StringComparison.Ordinal);

        var counts = await LiaisonProgram.RunAsync(_data, "counts", "--year", "2025", "--json");
        Assert.Equal((CommandLine.Done, ""), (counts.ExitCode, counts.Error));
        using var document = JsonDocument.Parse(counts.Output); // refuses a second document or a word beside the first
        Assert.Equal(["year", "asOf", "stations", "total"], Names(document.RootElement));
        Assert.Equal(2025, document.RootElement.GetProperty("year").GetInt32());
        Assert.EndsWith("Z", document.RootElement.GetProperty("asOf").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"collected":2,"forwarded":1,"answered":1,"fedBack":0,"awaitingFeedback":1,"overdue":1}""", OneLine(document.RootElement.GetProperty("total")));
        Assert.Equal(
            """{"code":"BJ01","name":"八角代表之家","unit":"八角街道","collected":2,"forwarded":1,"answered":1,"fedBack":0,"awaitingFeedback":1,"overdue":1}""",
            OneLine(document.RootElement.GetProperty("stations").EnumerateArray().Single(station => station.GetProperty("code").GetString() == "BJ01")));
        Assert.All(document.RootElement.GetProperty("stations").EnumerateArray(), station => Assert.Equal(
            ["code", "name", "unit", "collected", "forwarded", "answered", "fedBack", "awaitingFeedback", "overdue"], Names(station)));
    }

    [Fact]
    public async Task An_unknown_verb_is_wrong_usage_said_on_standard_error_and_touches_nothing()
    {
        var said = await LiaisonProgram.RunAsync(_data, "nothing");

        Assert.Equal((CommandLine.WrongUsage, ""), (said.ExitCode, said.Output));
        Assert.Contains("未识别命令或参数“nothing”。", said.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_data.Path));
    }

    private async Task<Said> ImportAsync(string rows)
    {
        var ledger = Path.Combine(_ledgers.Path, "来信.csv");
        await File.WriteAllTextAsync(ledger, Headings + rows, TestContext.Current.CancellationToken);
        return await LiaisonProgram.RunAsync(_data, "import", ledger, "--station", "BJ01");
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string OneLine(JsonElement element) => JsonSerializer.Serialize(element, _oneLine);
}
