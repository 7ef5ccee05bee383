using System.CommandLine;
using VoterLiaison.Dashboard.Closing;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>close-year --year Y</c>: 封账, by the same desk as the page.</summary>
internal static class CloseYearCommand
{
    public static Command Create(CommandHost host)
    {
        var year = Options.Year();
        var command = new Command("close-year", "封一年的账：留存全区和各街道（联组）的表册、各家站的数字。要么全部封好，要么一样也没有封。") { year };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            await services.GetRequiredService<ClosingDesk>().CloseNowAsync(parsed.GetValue(year), new ProgressOnError(), cancellationToken);
            await Console.Error.WriteLineAsync($"{parsed.GetValue(year)}年度已封账。");
            return CommandLine.Done;
        }));
        return command;
    }

    private sealed class ProgressOnError : IProgress<ClosingProgress>
    {
        public void Report(ClosingProgress value) => Console.Error.WriteLine($"已做 {value.Made}/{value.Of} 册");
    }
}
