using VoterLiaison.Dashboard.Imports;

namespace VoterLiaison.Dashboard.Commands;

public sealed class ImportCommandTests : SomeImport
{
    [Fact]
    public async Task A_report_names_the_years_the_defaults_and_what_was_written()
    {
        var said = ImportInWords.Of(await WriteAsync("L1,,,2025-12-29,路灯不亮,区城管委,2026-01-20,已修复", "L2,,,2026-01-05,停车难,区住建委,2026-01-20,将研究"), dryRun: false);
        Assert.Contains("按收集年度：2025 年 1，2026 年 1。", said, StringComparison.Ordinal);
        Assert.Contains("登记为待反馈：选民是否已被告知，本系统不知道。（全部各行）", said, StringComparison.Ordinal);
        Assert.EndsWith("已登记 2 件，为第 1 批导入，可以整批撤销。", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_refused_rows_fifty_are_listed_and_the_rest_counted()
    {
        var report = await WriteAsync([.. Enumerable.Range(1, 53).Select(number => $"L{number},,,某日,路灯不亮,,,")]);
        var said = ImportInWords.Of(report, dryRun: false);
        Assert.Contains("  第 51 行：", said, StringComparison.Ordinal);
        Assert.DoesNotContain("  第 52 行：", said, StringComparison.Ordinal);
        Assert.Contains("  ……另有 3 行", said, StringComparison.Ordinal);
        Assert.EndsWith("整份没有写入。请改正后再导入，或选择跳过这些行。", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "--list", "--undo", "1")]
    [InlineData("import", "没有这个文件.xlsx", "--station", "BJ01")]
    public async Task Without_one_clear_thing_to_do_the_verb_is_wrong_usage(params string[] words) =>
        Assert.Equal(CommandLine.WrongUsage, await CommandLine.RunAsync(words));
}
