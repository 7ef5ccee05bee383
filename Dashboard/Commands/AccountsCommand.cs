using System.CommandLine;
using System.Text.Json;
using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>accounts list | add | grant | withdraw | disable | enable | reset | unlock</c>: the accounts, beside a running site as well as without one.</summary>
internal static class AccountsCommand
{
    public static Command Create(CommandHost host) => new("accounts", "账号：列出、新建、授权、停用、重置口令。网站运行时也可以办，网站在一分钟内照办。")
    {
        List(host),
        Add(host),
        Give(host),
        Withdraw(host),
        Act(host, "disable", "停用账号：现有登录结束，以后不能登录。", "已停用", (desk, name) => desk.DisableAsync(name)),
        Act(host, "enable", "启用停用了的账号。", "已启用", (desk, name) => desk.EnableAsync(name)),
        Reset(host),
        Act(host, "unlock", "解除因口令连续错误造成的锁定。", "已解除锁定", (desk, name) => desk.UnlockAsync(name)),
    };

    private static Argument<string> Name() => new("NAME") { Description = "登录名" };

    private static Command List(CommandHost host)
    {
        var json = Options.Json();
        var command = new Command("list", "列出账号，不含口令。") { json };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var rows = await services.GetRequiredService<AccountQueries>().ListAsync(cancellationToken: cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(rows.Select(AccountLine.Of), JsonOutput.Options) : InWords(rows));
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Add(CommandHost host)
    {
        var name = Name();
        var person = new Option<string>("--name") { Description = "姓名", HelpName = "姓名", Required = true };
        var grant = new GrantOptions();
        var fromInput = new Option<bool>("--password-stdin") { Description = "从标准输入读一行作口令；不写则生成一个，在标准输出上显示一次" };
        var keep = new Option<bool>("--keep-password") { Description = "和 --password-stdin 一起用：第一次登录不要求修改口令" };
        var command = new Command("add", "新建账号。第一次登录须修改口令。") { name, person };
        grant.AddTo(command);
        command.Add(fromInput);
        command.Add(keep);
        command.Validators.Add(result =>
        {
            if (result.GetValue(keep) && !result.GetValue(fromInput))
            {
                result.AddError("--keep-password 要和 --password-stdin 一起写。");
            }
        });
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var desk = services.GetRequiredService<AccountDesk>();
            var userName = parsed.GetRequiredValue(name);
            Grant[] grants = [grant.Of(parsed, await services.GetRequiredService<AccountQueries>().ScopesAsync(cancellationToken))];
            if (parsed.GetValue(fromInput))
            {
                var password = await Console.In.ReadLineAsync(cancellationToken) ?? throw new RuleBrokenException("标准输入里没有口令。");
                await desk.AddWithPasswordAsync(userName, parsed.GetRequiredValue(person), grants, password, mustChange: !parsed.GetValue(keep));
                await Console.Error.WriteLineAsync($"已新建账号 {userName}。");
            }
            else
            {
                Console.Out.WriteLine(await desk.AddAsync(userName, parsed.GetRequiredValue(person), grants));
                await Console.Error.WriteLineAsync($"已新建账号 {userName}。初始口令只显示这一次，第一次登录须修改。");
            }

            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Give(CommandHost host) => Adjust(host, "grant", "给账号一项权限；现有登录结束，请本人重新登录。", async (desk, userName, grant) =>
        await desk.AdjustAsync(userName, null, [grant], []) ? $"已给账号 {userName} 这项权限。" : $"账号 {userName} 本来就有这项权限，没有变化。");

    private static Command Withdraw(CommandHost host) => Adjust(host, "withdraw", "收回账号的一项权限；现有登录结束。", async (desk, userName, grant) =>
        await desk.AdjustAsync(userName, null, [], [grant]) ? $"已收回账号 {userName} 的这项权限。" : throw new RuleBrokenException($"账号 {userName} 没有这项权限。"));

    private static Command Adjust(CommandHost host, string verb, string description, Func<AccountDesk, string, Grant, Task<string>> act)
    {
        var name = Name();
        var grant = new GrantOptions();
        var command = new Command(verb, description) { name };
        grant.AddTo(command);
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var scopes = await services.GetRequiredService<AccountQueries>().ScopesAsync(cancellationToken);
            await Console.Error.WriteLineAsync(await act(services.GetRequiredService<AccountDesk>(), parsed.GetRequiredValue(name), grant.Of(parsed, scopes)));
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Reset(CommandHost host)
    {
        var name = Name();
        var command = new Command("reset", "重置口令：新口令在标准输出上显示一次，登录后须修改；现有登录结束。") { name };
        command.SetAction((parsed, _) => host.RunAsync(async services =>
        {
            Console.Out.WriteLine(await services.GetRequiredService<AccountDesk>().ResetPasswordAsync(parsed.GetRequiredValue(name)));
            await Console.Error.WriteLineAsync($"已重置账号 {parsed.GetRequiredValue(name)} 的口令。新口令只显示这一次，登录后须修改。");
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Act(CommandHost host, string verb, string description, string done, Func<AccountDesk, string, Task> act)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, _) => host.RunAsync(async services =>
        {
            await act(services.GetRequiredService<AccountDesk>(), parsed.GetRequiredValue(name));
            await Console.Error.WriteLineAsync($"账号 {parsed.GetRequiredValue(name)} {done}。");
            return CommandLine.Done;
        }));
        return command;
    }

    private static string InWords(IReadOnlyList<AccountRow> rows) => string.Join(
        Environment.NewLine,
        rows.Select(row => string.Join(
            '\t',
            row.UserName,
            row.Name,
            string.Join('、', row.Roles.Select(held => held.Scope is null ? held.Role.InWords() : $"{held.Role.InWords()}（{held.Scope}）")),
            row.State is AccountState.Locked ? $"{row.State.InWords()}到 {Moment(row.LockedUntil)}" : row.State.InWords(),
            row.HasSecondFactor ? "是" : "否",
            Moment(row.LastSignedInAt),
            Moment(row.LastSeenAt))).Prepend("登录名\t姓名\t权限\t状态\t两步验证\t最近登录\t最近活动"));

    private static string Moment(DateTime? utc) => utc is { } at ? $"{ChinaTime.At(at):yyyy-MM-dd HH:mm}" : "–";

    /// <summary>Moments are UTC.</summary>
    private sealed record AccountLine(
        string UserName, string Name, IReadOnlyList<RoleLine> Roles, string State, DateTime? LockedUntil, bool SecondFactor, int Passkeys, DateTime? LastSignedInAt, DateTime? LastSeenAt, int OpenSessions)
    {
        public static AccountLine Of(AccountRow row) => new(
            row.UserName, row.Name, [.. row.Roles.Select(held => new RoleLine(RoleNames.Of(held.Role), held.Code, held.Scope))],
            JsonNamingPolicy.KebabCaseLower.ConvertName(row.State.ToString()), row.State is AccountState.Locked ? row.LockedUntil : null,
            row.HasSecondFactor, row.Passkeys, row.LastSignedInAt, row.LastSeenAt, row.OpenSessions);
    }

    private sealed record RoleLine(string Role, string? Code, string? Scope);
}
