using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>voters anonymise [--dry-run] [--json]</c>; <c>voters erase --opinion NUMBER --reason TEXT [--json]</c>: forgetting who the voters are.</summary>
internal static class VotersCommand
{
    public static Command Create(CommandHost host) => new("voters", "选民的个人信息：保存期满的删去，或按选民要求删去。意见和各项数字不变。")
    {
        Anonymise(host),
        Erase(host),
    };

    private static Command Anonymise(CommandHost host)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "只数有多少件到期，不删" };
        var json = Options.Json();
        var command = new Command("anonymise", "删去保存期满（Liaison:VotersKeptYears）的选民姓名、电话和社区。") { dryRun, json };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var retention = services.GetRequiredService<VoterRetention>();
            var done = parsed.GetValue(dryRun)
                ? new Anonymised(await retention.CountDueAsync(cancellationToken), false, await retention.CountAskersDueAsync(cancellationToken))
                : await retention.AnonymiseAsync(services.GetRequiredService<CurrentPerson>().Trusted?.Actor ?? Actor.App, cancellationToken);
            Console.Out.WriteLine(
                parsed.GetValue(json) ? JsonSerializer.Serialize(new { DryRun = parsed.GetValue(dryRun), retention.KeptSince, done.Opinions, done.Inquiries, IsClean = parsed.GetValue(dryRun) ? (bool?)null : done.IsClean }, JsonOutput.Options)
                : retention.KeptSince is not { } since ? "Liaison:VotersKeptYears 是 0，一直保留。"
                : parsed.GetValue(dryRun) ? $"办结早于{since:yyyy-MM-dd}的有 {done.Opinions:N0} 件{Asked(done)}，没有改动。"
                : $"已从 {done.Opinions:N0} 件意见{Asked(done)}中删去选民的个人信息。{Clean(done.IsClean)}");
            return CommandLine.Done;
        }));
        return command;
    }

    private static string Asked(Anonymised done) => done.Inquiries > 0 ? $"、{done.Inquiries:N0} 条询问" : "";

    private static Command Erase(CommandHost host)
    {
        var number = new Option<string>("--opinion") { Description = "意见编号；同一位选民的其他意见一并删去", Required = true };
        var reason = new Option<string>("--reason") { Description = "为什么删去，记入办理经过", Required = true };
        var json = Options.Json();
        var command = new Command("erase", "按选民要求删去一件意见的选民姓名、电话和社区。") { number, reason, json };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var wanted = parsed.GetRequiredValue(number).Trim().ToUpperInvariant();
            await using var db = await services.GetRequiredService<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(cancellationToken);
            var seen = await db.Opinions.Where(o => o.Number == wanted).Select(o => new { o.Id, o.Version }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new RuleBrokenException($"没有编号为“{wanted}”的意见。");
            var erasure = await services.GetRequiredService<OpinionDesk>().EraseVotersAsync(new Seen(seen.Id, seen.Version, Guid.NewGuid()), parsed.GetRequiredValue(reason));
            Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(erasure, JsonOutput.Options) : InWords(erasure));
            return CommandLine.Done;
        }));
        return command;
    }

    private static string InWords(Erasure erasure) => string.Join(
        Environment.NewLine,
        new[]
        {
            $"已从 {string.Join('、', erasure.Opinions)} 删去选民的个人信息。{Clean(erasure.IsClean)}",
            erasure.AlsoNamedIn.Count > 0 ? $"这些意见的文字里还有同样的姓名或电话，请看过再定：{string.Join('、', erasure.AlsoNamedIn)}" : null,
            erasure.Copies.Count > 0 ? $"数据目录里这些文件还有同样的姓名或电话，要另行处理：{string.Join('、', erasure.Copies)}" : null,
            "存放在别处的备份和已经取走的表册，也要另行处理。",
        }.OfType<string>());

    private static string Clean(bool isClean) => isClean ? "数据库文件里已没有残留。" : "有人正在读数据库，文件里的残留还没有清完，请过后再运行 voters anonymise，或等夜里自动清理。";
}
