using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly LiaisonFolder _data = new();
    private readonly LiaisonFolder _out = new();

    private string Target => Path.Combine(_out.Path, "2026.xlsx");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
        _out.Dispose();
    }

    [Fact]
    public async Task The_book_takes_the_place_of_an_older_file()
    {
        await File.WriteAllTextAsync(Target, "older", TestContext.Current.CancellationToken);

        Assert.Equal(CommandLine.Done, await ExportAsync(Target));
        using var book = new XLWorkbook(Assert.Single(Directory.GetFiles(_out.Path)));
        Assert.Equal(Books.Tabs.All, book.Worksheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_refused() => Assert.Equal(CommandLine.Refused, await ExportAsync(Path.Combine(_out.Path, "none", "2026.xlsx")));

    [Fact]
    public async Task Anything_but_an_Excel_file_is_wrong_usage() => Assert.Equal(CommandLine.WrongUsage, await ExportAsync(Path.Combine(_out.Path, "2026.csv")));

    [Theory]
    [InlineData("选民信息已隐去")]
    [InlineData("选民信息未隐去", "--voters-in-full")]
    public async Task Names_are_masked_unless_asked_for_and_the_audit_log_says_which(string masking, params string[] options)
    {
        await ExportAsync(Target, options);
        await using var db = new LiaisonDbContext(new DbContextOptionsBuilder<LiaisonDbContext>().UseSqlite($"Data Source={Path.Combine(_data.Path, "liaison.db")}").Options);

        var entry = await db.AuditEntries.SingleAsync(one => one.Act == AuditAct.BookExported, TestContext.Current.CancellationToken);
        Assert.StartsWith("命令行", entry.Who, StringComparison.Ordinal);
        Assert.Equal(("2026年度表册", $"全区，0 行，{masking}"), (entry.About, entry.Detail));
    }

    [Theory]
    [InlineData(CommandLine.Done, "--from", "2026-03-01", "--until", "2026-05-31")]
    [InlineData(CommandLine.Done, "--year", "2026", "--unit", "BJ")]
    [InlineData(CommandLine.Refused, "--year", "2026", "--station", "XX99")]
    [InlineData(CommandLine.Refused, "--congress", "第十七届第六次会议")]
    [InlineData(CommandLine.Refused, "--from", "2026-03-02", "--until", "2026-03-01")]
    [InlineData(CommandLine.WrongUsage, "--from", "2026-03-01")]
    [InlineData(CommandLine.WrongUsage, "--year", "2026", "--from", "2026-03-01", "--until", "2026-05-31")]
    [InlineData(CommandLine.WrongUsage)]
    public async Task A_book_is_of_a_year_or_of_some_days_and_of_a_part_that_is_known(int exitCode, params string[] options)
    {
        Assert.Equal(exitCode, await RunAsync(["--out", Target, .. options]));
        Assert.Equal(exitCode is CommandLine.Done, File.Exists(Target));
    }

    private Task<int> ExportAsync(string target, params string[] options) => RunAsync(["--year", "2026", "--out", target, .. options]);

    private Task<int> RunAsync(string[] words) => CommandLine.RunAsync([$"--Liaison:DataDirectory={_data.Path}", "--environment=Testing", "export", .. words]);
}
