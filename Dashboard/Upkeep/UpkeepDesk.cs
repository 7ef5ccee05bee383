using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>What somebody who watches over the house may start.</summary>
public sealed class UpkeepDesk(WriteDoor door, Doorkeeper doorkeeper, SelfCheck selfCheck, AlarmBell bell)
{
    /// <summary>Looks through everything now, as at night, and enters who asked for it.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        if ((await doorkeeper.ReachAsync(Deed.WatchUpkeep, cancellationToken)).IsNothing)
        {
            throw new OutOfReachException("您的账号没有办这件事的权限。", Deed.WatchUpkeep.InWords());
        }

        var result = await Task.Run(() => selfCheck.LookAsync(cancellationToken), cancellationToken); // seconds of computing
        await door.WriteAsync(Deed.WatchUpkeep, writing => writing.RecordAsync(AuditAct.SelfChecked, SelfCheckResult.About, result.InWords), cancellationToken);
        await bell.LookAsync(cancellationToken);
    }
}
