using System.CommandLine;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Verifying;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>restore FILE [--yes] [--moving]</c>: brings a backup into the data folder, which must be empty, and verifies what came. On a terminal it asks before.</summary>
internal static class RestoreCommand
{
    private const string WhatComesBack = "备份以后停用的账号、作废的密钥和删去的选民信息，现在又是备份时的样子，请逐项核对、重新办理。";

    public static Command Create(CommandHost host)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "backup 写出的备份文件" };
        var yes = new Option<bool>("--yes") { Description = "在终端上也不再询问" };
        var moving = new Option<bool>("--moving") { Description = "搬迁：停了网站才备份的，后来什么也没有再办，编号接着用" };
        var command = new Command(
            "restore",
            $"把备份恢复到空的数据目录（Liaison__DataDirectory），随后核对全部数据。目录里已有数据的，拒绝恢复。备份以后可能发出过的编号（每站 {Restoration.NumbersLeftOut} 个）跳过不用。") { file, yes, moving };
        command.SetAction((parsed, cancellationToken) => host.RunOnEmptyFolderAsync(async services =>
        {
            var backups = services.GetRequiredService<DatabaseBackup>();
            backups.HoldEmpty();
            var backup = await backups.ReadAsync(parsed.GetRequiredValue(file).FullName, cancellationToken);
            await Console.Error.WriteLineAsync($"备份完好：{BackupCommand.InWords(backup)}。恢复到 {services.GetRequiredService<DataFolder>().Root}。");
            if (!Console.IsInputRedirected && !parsed.GetValue(yes) && !Agreed())
            {
                await Console.Error.WriteLineAsync("没有恢复。");
                return CommandLine.Refused;
            }

            await backups.RestoreAsync(backup, cancellationToken);
            await Startup.PrepareAsync(services);
            await services.GetRequiredService<Restoration>().EnterAsync(
                backup, services.GetRequiredService<CurrentPerson>().Trusted?.Actor ?? Actor.App, parsed.GetValue(moving), cancellationToken);
            var report = await services.GetRequiredService<Verification>().RunAsync(VerifyCommand.Progress, cancellationToken);
            var told = await VerifyCommand.TellAsync(report, json: false);
            await Console.Error.WriteLineAsync(parsed.GetValue(moving) ? "编号接着备份时的用。" : $"各家站和回执的编号各跳过 {Restoration.NumbersLeftOut} 个，以免和备份以后发出的重复。{WhatComesBack}");
            return told;
        }));
        return command;
    }

    private static bool Agreed()
    {
        Console.Error.Write("确定恢复请输入 y：");
        return Console.In.ReadLine()?.Trim() is "y" or "Y";
    }
}
