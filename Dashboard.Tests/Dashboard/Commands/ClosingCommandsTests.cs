using System.Security.Cryptography;
using System.Text.Json;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

public sealed class ClosingCommandsTests : IDisposable
{
    private readonly LiaisonFolder _data = new();
    private readonly LiaisonFolder _out = new();

    private string Target => Path.Combine(_out.Path, "2024.xlsx");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
        _out.Dispose();
    }

    [Fact]
    public async Task A_year_is_closed_once_its_frozen_book_is_written_as_it_is_listed_and_it_is_reopened_for_a_reason()
    {
        Assert.Equal(CommandLine.Refused, await FrozenAsync());
        Assert.Equal(CommandLine.Refused, await RunAsync("reopen-year", "--year", "2024", "--reason", "漏了一件"));
        Assert.Equal(CommandLine.Done, await RunAsync("close-year", "--year", "2024"));
        Assert.Equal(CommandLine.Refused, await RunAsync("close-year", "--year", "2024"));

        Assert.Equal(CommandLine.Done, await FrozenAsync());
        var closed = Assert.Single(await ClosingsAsync());
        Assert.Equal((2024, 1, "2024-12-31"), (closed.GetProperty("year").GetInt32(), closed.GetProperty("edition").GetInt32(), closed.GetProperty("cutOffOn").GetString()));
        Assert.StartsWith("命令行", closed.GetProperty("closedBy").GetString(), StringComparison.Ordinal);
        var book = closed.GetProperty("books")[0];
        Assert.Equal("全区", book.GetProperty("title").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken))), book.GetProperty("sha256").GetString());

        Assert.Equal(CommandLine.Done, await FrozenAsync("--unit", "BJ"));
        Assert.Equal(CommandLine.Refused, await FrozenAsync("--unit", "XX"));
        Assert.Equal(CommandLine.Refused, await RunAsync("reopen-year", "--year", "2024", "--reason", " "));
        Assert.Equal(CommandLine.Done, await RunAsync("reopen-year", "--year", "2024", "--reason", "漏了一件"));
        Assert.Equal("漏了一件", Assert.Single(await ClosingsAsync()).GetProperty("reopenedWhy").GetString());
        Assert.Equal(CommandLine.Refused, await FrozenAsync());
    }

    [Theory]
    [InlineData("close-year", "--year", "2999")]
    [InlineData("reopen-year", "--year", "2024")]
    [InlineData("export", "--year", "2024", "--frozen", "--voters-in-full", "--out", "2024.xlsx")]
    [InlineData("export", "--from", "2024-01-01", "--until", "2024-12-31", "--frozen", "--out", "2024.xlsx")]
    public async Task Words_that_do_not_go_together_are_wrong_usage(params string[] words) => Assert.Equal(CommandLine.WrongUsage, await RunAsync(words));

    private Task<int> FrozenAsync(params string[] options) => RunAsync(["export", "--year", "2024", "--frozen", "--out", Target, .. options]);

    private Task<int> RunAsync(params string[] words) => CommandLine.RunAsync([$"--Liaison:DataDirectory={_data.Path}", "--environment=Testing", .. words]);

    private async Task<IReadOnlyList<JsonElement>> ClosingsAsync()
    {
        var said = await LiaisonProgram.RunAsync(_data, "closings", "--json");
        Assert.Equal(CommandLine.Done, said.ExitCode);
        using var document = JsonDocument.Parse(said.Output);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}
