using System.CommandLine;
using System.Globalization;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>seed --demo</c> or <c>seed --opinions N</c>: invented data for an empty folder.</summary>
internal static class SeedCommand
{
    private const int Most = 5_000_000;

    public static Command Create(CommandHost host)
    {
        var demo = new Option<bool>("--demo") { Description = "今年和去年的演示数据，约三千件" };
        var opinions = new Option<int?>("--opinions") { Description = "生成这么多件意见，分布在五年里，多数在今年；用来试验大量数据", HelpName = "件数" };
        opinions.Validators.Add(result =>
        {
            if (!int.TryParse(result.Tokens.SingleOrDefault()?.Value, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Most)
            {
                result.AddError($"件数应在 1 到 {Most} 之间。");
            }
        });
        var command = new Command("seed", "向空的数据目录放入虚构的演示数据。已有代表或登记过意见的，拒绝放入。") { demo, opinions };
        command.Validators.Add(result =>
        {
            if (result.GetResult(demo) is null == result.GetResult(opinions) is null)
            {
                result.AddError("请写 --demo 或 --opinions 件数，二者选一。");
            }
        });
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            services.GetRequiredService<FolderLock>().Hold();
            var demonstration = services.GetRequiredService<Demonstration>();
            var written = parsed.GetValue(opinions) is { } count
                ? await demonstration.FillAsync(count, new Progress(count), cancellationToken)
                : await demonstration.DemonstrateAsync(cancellationToken);
            await Console.Error.WriteLineAsync($"已放入{written}件意见。");
            return CommandLine.Done;
        }));
        return command;
    }

    private sealed class Progress(int count) : IProgress<int>
    {
        public void Report(int value) => Console.Error.WriteLine($"已写入 {value:N0} / {count:N0} 件");
    }
}
