using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>The one sentence for each way in, whatever was wrong: it tells nobody which names exist, and which of them are locked.</summary>
internal static class SignInRefusal
{
    /// <summary>In the address of the sign-in page, where the single sign-on came to nothing.</summary>
    public const string Unfinished = "unfinished";
    public const string Unlinked = "unlinked";

    public const string OfUnfinished = "单点登录没有完成，请再试一次，或者用口令登录。";
    public const string OfPasskey = "没有用通行密钥登录成。请再试一次，或者用口令登录。";
    public const string OfDemonstration = "这个演示账号现在不能用。";
    public const string OfSingleSignOn = "这个身份还没有对应的账号。请先用口令登录，再到“我的账号”里关联；没有账号的，请找系统管理员。";
    public const string OfStalePage = "这一页停留得太久了，请再填一次。";

    public static string OfPassword(SignInRules rules) => $"登录名或口令不对。连续 {rules.FailuresBeforeLock} 次不对，账号会锁定 {rules.LockMinutes} 分钟。";

    public static string OfCode(SignInRules rules) => $"验证码不对，或者已经用过。连续 {rules.FailuresBeforeLock} 次不对，账号会锁定 {rules.LockMinutes} 分钟。";
}
