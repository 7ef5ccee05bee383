using System.Globalization;
using Microsoft.AspNetCore.Identity;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>The second factor and the passkeys.</summary>
public sealed partial class OwnAccountDesk
{
    private const int LongestPasskeyName = 40;

    /// <summary>Makes a key for the authenticator app, if there is none yet that waits to be confirmed.</summary>
    public Task BeginSecondFactorAsync(CancellationToken cancellationToken = default) => WriteAsync(
        async own =>
        {
            using var kept = new AccountStore(own.Db);
            if (!own.Account.TwoFactorEnabled)
            {
                await kept.SetAuthenticatorKeyAsync(own.Account, OneTimeCode.NewKey(), cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Turns the second factor on, once the app has shown that it has the key.</summary>
    /// <returns>The recovery codes, which nobody sees again.</returns>
    /// <exception cref="Domain.Rules.RuleBrokenException">The code is another.</exception>
    public async Task<IReadOnlyList<string>> ConfirmSecondFactorAsync(string code, CancellationToken cancellationToken = default)
    {
        var codes = RecoveryCodes.New();
        await WriteAsync(
            async own =>
            {
                using var kept = new AccountStore(own.Db);
                var key = await kept.GetAuthenticatorKeyAsync(own.Account, cancellationToken);
                Require(!own.Account.TwoFactorEnabled && key is not null, "请先开始设置。");
                Require(OneTimeCode.Opens(own.Account, key!, RecoveryCodes.Plain(code), clock.GetUtcNow()), "验证码不对。请核对手机的时间，再填这时显示的 6 位数字。");
                own.Account.TwoFactorEnabled = true;
                await kept.ReplaceCodesAsync(own.Account, codes.Select(RecoveryCodes.HashOf), cancellationToken);
                await GoOnAloneAsync(own);
                await own.RecordAsync(AuditAct.SecondFactorChanged, "启用");
            },
            cancellationToken);
        return codes;
    }

    /// <summary>New recovery codes; the old ones open nothing any more.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string password, CancellationToken cancellationToken = default)
    {
        var codes = RecoveryCodes.New();
        await WriteProvenAsync(
            await ProveAsync(password, cancellationToken),
            async own =>
            {
                using var kept = new AccountStore(own.Db);
                Require(own.Account.TwoFactorEnabled, "两步验证还没有启用。");
                await kept.ReplaceCodesAsync(own.Account, codes.Select(RecoveryCodes.HashOf), cancellationToken);
                await own.RecordAsync(AuditAct.SecondFactorChanged, "换新恢复码");
            },
            cancellationToken);
        return codes;
    }

    public async Task EndSecondFactorAsync(string password, CancellationToken cancellationToken = default) => await WriteProvenAsync(
        await ProveAsync(password, cancellationToken),
        async own =>
        {
            using var kept = new AccountStore(own.Db);
            own.Account.TwoFactorEnabled = false;
            await kept.SetAuthenticatorKeyAsync(own.Account, OneTimeCode.NewKey(), cancellationToken);
            await kept.ReplaceCodesAsync(own.Account, [], cancellationToken);
            await GoOnAloneAsync(own);
            await own.RecordAsync(AuditAct.SecondFactorChanged, "停用");
        },
        cancellationToken);

    /// <summary>Whom a new passkey is for, as the device will show it.</summary>
    internal async Task<(string Id, string UserName, string Name)> WhoAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var signedIn = await SignedInAsync(db, cancellationToken);
        return (signedIn.Session.AccountId.ToString(CultureInfo.InvariantCulture), signedIn.UserName, signedIn.Name);
    }

    internal async Task<bool> AddPasskeyAsync(string forWhom, UserPasskeyInfo passkey, string name, CancellationToken cancellationToken)
    {
        var added = false;
        await WriteAsync(
            async own =>
            {
                using var kept = new AccountStore(own.Db);
                if (forWhom != own.Account.Id.ToString(CultureInfo.InvariantCulture) || await kept.FindByPasskeyIdAsync(passkey.CredentialId, cancellationToken) is not null)
                {
                    return;
                }

                passkey.Name = PasskeyName(name);
                await kept.AddOrUpdatePasskeyAsync(own.Account, passkey, cancellationToken);
                await own.RecordAsync(AuditAct.PasskeyChanged, $"添加：{passkey.Name}");
                added = true;
            },
            cancellationToken);
        return added;
    }

    public Task RenamePasskeyAsync(byte[] id, string name, CancellationToken cancellationToken = default) => WriteAsync(
        async own =>
        {
            using var kept = new AccountStore(own.Db);
            if (await kept.FindPasskeyAsync(own.Account, id, cancellationToken) is { } passkey)
            {
                passkey.Name = PasskeyName(name);
                await kept.AddOrUpdatePasskeyAsync(own.Account, passkey, cancellationToken);
            }
        },
        cancellationToken);

    public Task RemovePasskeyAsync(byte[] id, CancellationToken cancellationToken = default) => WriteAsync(
        async own =>
        {
            using var kept = new AccountStore(own.Db);
            if (await kept.FindPasskeyAsync(own.Account, id, cancellationToken) is { } passkey)
            {
                await kept.RemovePasskeyAsync(own.Account, id, cancellationToken);
                await own.RecordAsync(AuditAct.PasskeyChanged, $"移除：{passkey.Name}");
            }
        },
        cancellationToken);

    private static string PasskeyName(string name) => name.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, LongestPasskeyName)] : "通行密钥";
}
