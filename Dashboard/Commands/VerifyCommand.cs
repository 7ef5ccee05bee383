using System.CommandLine;
using System.Text.Json;
using VoterLiaison.Dashboard.Verifying;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>verify [--json]</c>: counts everything three ways, follows the audit log, and names every difference.</summary>
internal static class VerifyCommand
{
    public static IProgress<int> Progress { get; } = new Counted();

    public static Command Create(CommandHost host)
    {
        var json = Options.Json();
        var command = new Command("verify", "核对全部数据：按意见、按办理经过、按看板各数一遍，列出每一处不符；并核对审计记录是否被改动。") { json };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
            await TellAsync(await services.GetRequiredService<Verification>().RunAsync(Progress, cancellationToken), parsed.GetValue(json))));
        return command;
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> TellAsync(VerificationReport report, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(report, JsonOutput.Options));
        }

        foreach (var difference in report.Differences)
        {
            await Console.Error.WriteLineAsync(difference.InWords);
        }

        await Console.Error.WriteLineAsync(
            report.Agrees ? $"核对无误：意见{report.Opinions}件，家站年度{report.StationYears}个，三种数法一致；审计记录{report.AuditEntries}条，前后相接。"
            : $"核对发现{report.Differences.Count + report.NotListed}处不符{(report.NotListed > 0 ? $"，以上只列出前{report.Differences.Count}处" : "")}。");
        return report.Agrees ? CommandLine.Done : CommandLine.Refused;
    }

    private sealed class Counted : IProgress<int>
    {
        private const int Step = 100_000;
        private int _told;

        public void Report(int value)
        {
            if (value / Step > _told)
            {
                _told = value / Step;
                Console.Error.WriteLine($"已核对 {value:N0} 件");
            }
        }
    }
}
