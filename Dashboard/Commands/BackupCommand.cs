using System.CommandLine;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>backup FILE</c>: a whole copy, taken while the site is in use, and looked through before it is called one.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "备份写到哪个文件；已有同名文件的，不覆盖" };
        var command = new Command("backup", "备份数据库。网站运行时也可以做；做完即检查备份。") { file };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var target = parsed.GetRequiredValue(file).FullName;
            if (File.Exists(target))
            {
                throw new IOException($"{target} 已经存在，不覆盖。请换一个文件名。");
            }

            await DatabaseBackup.WriteAsync(services.GetRequiredService<DataFolder>(), target, cancellationToken);
            var copy = await DatabaseFile.CheckAsync(target, cancellationToken);
            await services.GetRequiredService<LiaisonStore>().WriteAsync(
                async db => await db.AuditAsync(
                    services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, (await services.GetRequiredService<Doorkeeper>().AdmitAsync(db, CancellationToken.None)).Actor,
                    AuditAct.Backup, target, $"意见 {copy.Opinions} 件，经过 {copy.HistoryEntries} 条", cancellationToken: CancellationToken.None),
                CancellationToken.None);
            await Console.Error.WriteLineAsync($"已备份到 {target}：意见{copy.Opinions}件，经过{copy.HistoryEntries}条，检查无误。");
            return CommandLine.Done;
        }));
        return command;
    }
}
