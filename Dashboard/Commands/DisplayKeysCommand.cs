using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>display-keys list | add | revoke</c>: the keys of screens on the wall.</summary>
internal static class DisplayKeysCommand
{
    public static Command Create(CommandHost host) => new("display-keys", "大屏密钥：列出、新建、撤销。密钥只能打开大屏、读实时件数。")
    {
        List(host),
        Add(host),
        Revoke(host),
    };

    private static Command List(CommandHost host)
    {
        var json = Options.Json();
        var command = new Command("list", "列出大屏密钥，不含密钥本身。") { json };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var keys = await services.GetRequiredService<DisplayKeyQueries>().ListAsync(cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(keys.Select(key => new { key.Id, key.Name, key.Hint, key.CreatedAt, key.CreatedBy, key.RevokedAt, key.LastSeenAt }), JsonOutput.Options)
                : string.Join(
                    Environment.NewLine,
                    keys.Select(key => $"{key.Id}\t{key.Name}\t{key.Hint}…\t{Moment(key.CreatedAt)}\t{key.CreatedBy}\t{Moment(key.LastSeenAt)}\t{Moment(key.RevokedAt)}")
                        .Prepend("号\t挂在哪里\t开头几位\t新建\t新建人\t最近连接\t撤销")));
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Add(CommandHost host)
    {
        var name = new Argument<string>("NAME") { Description = "大屏挂在哪里" };
        var command = new Command("add", "新建大屏密钥，在标准输出上显示一次。") { name };
        command.SetAction((parsed, _) => host.RunAsync(async services =>
        {
            Console.Out.WriteLine(await services.GetRequiredService<DisplayKeyDesk>().AddAsync(parsed.GetRequiredValue(name)));
            await Console.Error.WriteLineAsync("密钥只显示这一次，请填到大屏上。");
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Revoke(CommandHost host)
    {
        var id = new Argument<int>("ID")
        {
            Description = "第几号，见 display-keys list",
            CustomParser = result =>
            {
                if (!int.TryParse(result.Tokens.Single().Value, CultureInfo.InvariantCulture, out var number))
                {
                    result.AddError("号是数字，见 display-keys list。");
                }

                return number;
            },
        };
        var command = new Command("revoke", "撤销大屏密钥：用它的大屏断开，不能恢复。") { id };
        command.SetAction((parsed, _) => host.RunAsync(async services =>
        {
            await services.GetRequiredService<DisplayKeyDesk>().RevokeAsync(parsed.GetRequiredValue(id));
            await Console.Error.WriteLineAsync($"已撤销第 {parsed.GetRequiredValue(id)} 号大屏密钥。");
            return CommandLine.Done;
        }));
        return command;
    }

    private static string Moment(DateTime? utc) => utc is { } at ? $"{ChinaTime.At(at):yyyy-MM-dd HH:mm}" : "–";
}
