using System.Globalization;
using OtpNet;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>动态验证码 by RFC 6238, as every authenticator app makes it.</summary>
/// <remarks>Identity's own check accepts a code for minutes, as often as it comes; this one remembers the last half minute that opened something.</remarks>
internal static class OneTimeCode
{
    private const int KeyBytes = 20;

    /// <summary>A phone's clock may be off by half a minute either way.</summary>
    private static readonly VerificationWindow _drift = new(previous: 1, future: 1);

    /// <summary>A new key of 160 bits in Base32, as apps take it.</summary>
    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    /// <summary>Whether a code opens the account now. It does so once: neither it nor an older one opens anything afterwards.</summary>
    public static bool Opens(Account account, string key, string code, DateTimeOffset now)
    {
        var last = long.TryParse(account.LastCode, CultureInfo.InvariantCulture, out var used) ? used : 0;
        if (key.Length == 0 || !Of(key).VerifyTotp(now.UtcDateTime, code, out var step, _drift) || step <= last)
        {
            return false;
        }

        account.LastCode = step.ToString(CultureInfo.InvariantCulture);
        return true;
    }

    internal static string At(string key, DateTimeOffset moment) => Of(key).ComputeTotp(moment.UtcDateTime);

    private static Totp Of(string key) => new(Base32Encoding.ToBytes(key));
}
