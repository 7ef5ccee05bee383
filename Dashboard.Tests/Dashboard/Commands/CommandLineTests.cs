namespace VoterLiaison.Dashboard.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("import", "--help")]
    [InlineData("counts", "--help")]
    [InlineData("export", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("backup", "--help")]
    [InlineData("restore", "--help")]
    [InlineData("seed", "--help")]
    [InlineData("voters", "anonymise", "--help")]
    [InlineData("voters", "erase", "--help")]
    public async Task Asking_for_help_is_no_mistake(params string[] words) => Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(words));

    [Theory]
    [InlineData("nothing")]
    [InlineData("counts", "--year", "2026", "--jason")]
    [InlineData("seed", "--opinions", "0")]
    [InlineData("voters", "erase", "--opinion", "2026-BJ01-0001")]
    public async Task Words_nobody_understands_are_wrong_usage(params string[] words) => Assert.Equal(CommandLine.WrongUsage, await CommandLine.RunAsync(words));
}
