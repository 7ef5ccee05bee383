using Microsoft.AspNetCore.Identity;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>What Identity refuses, in the office's language.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "没有办成，请再试一次。");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "别人刚改过这个账号，请重新打开再办。");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), $"登录名“{userName}”不能用：只能有英文字母、数字和 - . _ @ +。");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"登录名“{userName}”已经有了。");

    public override IdentityError LoginAlreadyAssociated() => Say(nameof(LoginAlreadyAssociated), "这个身份已经关联了别的账号。");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "现在的口令不对。");

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"口令至少要 {length} 位。");

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "验证码不对，或者已经用过。");

    public override IdentityError RecoveryCodeRedemptionFailed() => Say(nameof(RecoveryCodeRedemptionFailed), "恢复码不对，或者已经用过。");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
