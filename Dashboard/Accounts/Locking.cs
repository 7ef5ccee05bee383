using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>Failures in a row lock an account for a while. Counted by the app's own clock, in the transaction of the attempt.</summary>
internal static class Locking
{
    public static bool IsLockedAt(this Account account, DateTime at) => account.LockoutEnd > new DateTimeOffset(at);

    /// <summary>Counts a wrong password or code.</summary>
    /// <returns>Whether this one locked the account.</returns>
    public static bool FailAt(this Account account, DateTime at, SignInRules rules)
    {
        account.AccessFailedCount++;
        if (account.AccessFailedCount < rules.FailuresBeforeLock)
        {
            return false;
        }

        account.AccessFailedCount = 0;
        account.LockoutEnd = new DateTimeOffset(at).AddMinutes(rules.LockMinutes);
        return true;
    }

    public static void SucceedAt(this Account account, DateTime at)
    {
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        account.LastSignedInAt = at;
    }
}
