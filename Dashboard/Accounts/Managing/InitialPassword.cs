using System.Security.Cryptography;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>初始口令: handed over once, on paper or by telephone, and changed at the first sign-in.</summary>
internal static class InitialPassword
{
    // Nothing that is read or heard as something else: no 0 O, 1 I l, 2 Z, 5 S, 8 B, u v.
    private const string Capitals = "ACDEFGHJKLMNPQRTWXY";
    private const string Letters = "abcdefghkmnpqrtwxy";
    private const string Digits = "34679";
    private const int Groups = 5;

    /// <summary>Five groups of four, as <c>Kfm7-Qte4-Wnr9-Hhc3-Rda6</c>: 24 characters, 74 random bits, each kind of character in it.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => $"{One(Capitals)}{One(Letters)}{One(Letters)}{One(Digits)}"));

    private static char One(string of) => of[RandomNumberGenerator.GetInt32(of.Length)];
}
