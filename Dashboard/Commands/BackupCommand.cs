using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Backups;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>backup FILE [--json]</c>: a whole copy, taken while the site is in use, and looked through before it is called one. <c>backup --check FILE [--json]</c>: whether a backup still is what was written.</summary>
/// <remarks>Standard output is the line by which <c>sha256sum --check</c> knows the file again, or with <c>--json</c> the manifest.</remarks>
internal static class BackupCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "备份写到哪个文件；已有同名文件的，不覆盖" };
        var check = new Option<bool>("--check") { Description = "不写备份，只检查这份备份是否完好" };
        var json = Options.Json();
        var command = new Command("backup", "备份全部数据。网站运行时也可以做；做完即检查备份。标准输出是这份文件的 SHA-256。") { file, check, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            return parsed.GetValue(check)
                ? host.RunOnEmptyFolderAsync(async services =>
                {
                    var backup = await services.GetRequiredService<DatabaseBackup>().ReadAsync(path, cancellationToken);
                    Tell(backup, parsed.GetValue(json));
                    await Console.Error.WriteLineAsync($"备份完好：{InWords(backup)}。");
                    return CommandLine.Done;
                })
                : host.RunAsync(async services =>
                {
                    var who = services.GetRequiredService<CurrentPerson>().Trusted?.Actor ?? Actor.App;
                    var backup = await services.GetRequiredService<BackupTaking>().TakeAsync(path, who, cancellationToken);
                    Tell(backup, parsed.GetValue(json));
                    await Console.Error.WriteLineAsync($"已备份到 {backup.File}，检查无误：{InWords(backup)}。");
                    return CommandLine.Done;
                });
        });
        return command;
    }

    /// <summary>From when, of which version, how much.</summary>
    public static string InWords(Backup backup) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(backup.IsSealed ? $"备份于 {ChinaTime.At(backup.Manifest.TakenAt):yyyy-MM-dd HH:mm:ss}，程序版本 {backup.Manifest.Version}" : "没有清单，按数据库检查过")}，{backup.Manifest.InWords}，{(double)backup.Bytes / (1 << 20):N1} MB");

    private static void Tell(Backup backup, bool json) =>
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(new { backup.File, backup.Bytes, backup.Sha256, backup.IsSealed, backup.Manifest }, JsonOutput.Options) : $"{backup.Sha256}  {backup.File}");
}
