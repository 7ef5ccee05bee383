using System.CommandLine;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Verifying;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>restore FILE</c>: brings a backup into an empty data folder, and verifies what came.</summary>
internal static class RestoreCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "backup 写出的备份文件" };
        var command = new Command("restore", "把备份恢复到空的数据目录，随后核对全部数据。目录里已有数据的，拒绝恢复。") { file };
        command.SetAction((parsed, cancellationToken) => host.RunOnEmptyFolderAsync(async services =>
        {
            await DatabaseBackup.RestoreAsync(
                services.GetRequiredService<DataFolder>(), services.GetRequiredService<FolderLock>(), parsed.GetRequiredValue(file).FullName, cancellationToken);
            await Startup.PrepareAsync(services);
            var report = await services.GetRequiredService<Verification>().RunAsync(VerifyCommand.Progress, cancellationToken);
            return await VerifyCommand.TellAsync(report, json: false);
        }));
        return command;
    }
}
