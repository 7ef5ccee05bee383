using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

public sealed class BackupCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_stands_in_the_audit_log_and_one_that_was_refused_does_not()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        var target = Path.Combine(house.Folder, "copy.db");

        Assert.Equal(CommandLine.Done, await RunAsync(house.Folder, "backup", target));
        Assert.Equal(CommandLine.Refused, await RunAsync(house.Folder, "backup", target));

        await using var db = house.Rows();
        var told = await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Backup, Cancelled);
        Assert.Equal(target, told.About);
        Assert.StartsWith("意见 1 件，经过 1 条；SHA-256 ", told.Detail, StringComparison.Ordinal);
        Assert.StartsWith("命令行（", told.Who, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_backup_is_restored_and_a_bad_one_neither_passes_nor_is_restored()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        using var elsewhere = new LiaisonFolder();
        var target = Path.Combine(elsewhere.Path, "copy.db");
        await RunAsync(house.Folder, "backup", target);
        using var empty = new LiaisonFolder();

        Assert.Equal(CommandLine.Done, await RunAsync(empty.Path, "backup", "--check", target));
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
        Assert.Equal(CommandLine.Done, await RunAsync(empty.Path, "restore", target, "--yes", "--moving"));
        Assert.Equal(CommandLine.Done, await RunAsync(empty.Path, "verify"));

        await using (var file = File.OpenWrite(target))
        {
            file.SetLength(file.Length - 4096);
        }

        using var another = new LiaisonFolder();
        Assert.Equal(CommandLine.Refused, await RunAsync(another.Path, "backup", "--check", target));
        Assert.Equal(CommandLine.Refused, await RunAsync(another.Path, "restore", target, "--yes"));
        Assert.Equal(["liaison.lock"], Directory.GetFileSystemEntries(another.Path).Select(Path.GetFileName));
    }

    private static Task<int> RunAsync(string folder, params string[] words) => CommandLine.RunAsync([$"--Liaison:DataDirectory={folder}", .. words]);
}
