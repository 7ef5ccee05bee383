using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>What a password must be, by <see cref="SignInRules"/>, in sentences.</summary>
public sealed class PasswordRules(IOptions<SignInRules> rules, IPasswordHasher<Account> hasher) : IPasswordValidator<Account>
{
    private const int Longest = 128;

    private static readonly string[] _many = ["", "一", "两", "三", "四"];

    /// <summary>Beside the field, before anything is typed.</summary>
    public string InWords => $"至少 {rules.Value.PasswordLength} 位，大写字母、小写字母、数字、其他字符中至少{_many[rules.Value.PasswordKinds]}种，不含登录名"
        + (rules.Value.PasswordsRemembered > 1 ? $"，与最近 {rules.Value.PasswordsRemembered} 次用过的都不同。" : "，与现在的不同。");

    /// <summary>What keeps a password from being one, by its look alone.</summary>
    public string? WhyNot(string? userName, string password) =>
        password.Length < rules.Value.PasswordLength ? $"口令至少要 {rules.Value.PasswordLength} 位。"
        : password.Length > Longest ? $"口令最多 {Longest} 位。"
        : KindsOf(password) < rules.Value.PasswordKinds ? $"口令要有大写字母、小写字母、数字、其他字符中的至少{_many[rules.Value.PasswordKinds]}种。"
        : !string.IsNullOrEmpty(userName) && password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? "口令里不能有登录名。"
        : null;

    /// <summary>Whether it is the present password or one used before. Each comparison takes a tenth of a second.</summary>
    public bool WasUsed(Account account, string password) => account.FormerPasswords.Select(former => former.Hash).Append(account.PasswordHash)
        .OfType<string>().Any(hash => hasher.VerifyHashedPassword(account, hash, password) is not PasswordVerificationResult.Failed);

    /// <summary>Takes a new password's place for it: the old one is remembered as long as the rules say.</summary>
    public void Replace(Account account, string newHash, DateTime at)
    {
        if (account.PasswordHash is { } old)
        {
            account.Remember(old, account.PasswordSetAt ?? at, Math.Max(0, rules.Value.PasswordsRemembered - 1)); // the present one counts too
        }

        (account.PasswordHash, account.PasswordSetAt, account.SecurityStamp) = (newHash, at, Guid.NewGuid().ToString("N"));
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        WhyNot(user.UserName, password ?? "") is { } why ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = why }) : IdentityResult.Success);

    private static int KindsOf(string password) => new[]
    {
        password.Any(char.IsUpper),
        password.Any(char.IsLower),
        password.Any(char.IsDigit),
        password.Any(letter => !char.IsUpper(letter) && !char.IsLower(letter) && !char.IsDigit(letter)),
    }.Count(there => there);
}
