using System.CommandLine;
using VoterLiaison.Dashboard.Closing;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>reopen-year --year Y --reason TEXT</c>: 重开 of the closing that stands; what it froze is kept.</summary>
internal static class ReopenYearCommand
{
    public static Command Create(CommandHost host)
    {
        var year = Options.Year();
        var reason = new Option<string>("--reason") { Description = "为什么重开，记入审计记录", Required = true };
        var command = new Command("reopen-year", "重开已封账的一年；封存的仍留着。改好以后请再封一次账。") { year, reason };
        command.SetAction((parsed, _) => host.RunAsync(async services =>
        {
            await services.GetRequiredService<ClosingDesk>().ReopenAsync(parsed.GetValue(year), null, parsed.GetValue(reason)!);
            await Console.Error.WriteLineAsync($"{parsed.GetValue(year)}年度已重开。");
            return CommandLine.Done;
        }));
        return command;
    }
}
