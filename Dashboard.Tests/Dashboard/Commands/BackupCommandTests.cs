using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

public sealed class BackupCommandTests
{
    [Fact]
    public async Task A_backup_stands_in_the_audit_log_and_one_that_was_refused_does_not()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await house.CollectAsync();
        var target = Path.Combine(house.Folder, "copy.db");

        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync([$"--Liaison:DataDirectory={house.Folder}", "backup", target]));
        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync([$"--Liaison:DataDirectory={house.Folder}", "backup", target]));

        await using var db = house.Rows();
        var told = await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Backup, TestContext.Current.CancellationToken);
        Assert.Equal((target, "意见 1 件，经过 1 条"), (told.About, told.Detail));
        Assert.StartsWith("命令行（", told.Who, StringComparison.Ordinal);
    }
}
