using System.Text.RegularExpressions;

namespace VoterLiaison.Domain.Opinions;

/// <summary>Numbers in a text that belong to one person: 身份证号 by its check digit (GB 11643), mobile phones, bank cards by theirs.</summary>
public static partial class PersonalNumbers
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private const string CheckDigits = "10X98765432";

    /// <summary>Those that look like an identity card's or a bank card's; they need not be taken down and are warned about.</summary>
    public static IEnumerable<string> WorthAWarning(string text) =>
        Digits().Matches(text).Select(match => match.Value).Where(number => IsIdentityCard(number) || IsBankCard(number))
            .Concat(InGroups().Matches(text).Select(match => Digits(match.Value)).Where(number => IsIdentityCard(number) || IsBankCard(number)));

    /// <summary>The text with each such number, and every mobile phone, replaced by stars.</summary>
    public static string TakeOutOf(string text) => InGroups().Replace(Digits().Replace(text, Hidden), Hidden);

    private static string Hidden(Match match) =>
        Digits(match.Value) is var number && (IsIdentityCard(number) || IsBankCard(number) || IsMobile(number)) ? new string('*', match.Length) : match.Value;

    private static string Digits(string written) => string.Concat(written.Where(char.IsAsciiLetterOrDigit));

    public static bool IsIdentityCard(string number) =>
        number.Length == 18 && number[..17].All(char.IsAsciiDigit)
        && CheckDigits[number[..17].Select((digit, place) => (digit - '0') * Weights[place]).Sum() % 11] == char.ToUpperInvariant(number[17]);

    private static bool IsMobile(string number) => number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9';

    /// <summary>Sixteen to nineteen digits that pass the sum of Luhn.</summary>
    private static bool IsBankCard(string number) =>
        number.Length is >= 16 and <= 19 && number.All(char.IsAsciiDigit)
        && number.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 2)).Sum(value => value > 9 ? value - 9 : value) % 10 == 0;

    [GeneratedRegex(@"(?<![0-9])[0-9]{10,18}[0-9Xx](?![0-9])")]
    private static partial Regex Digits();

    /// <summary>As cards and telephones print them: 6222 0210 0111 6245 957, 110101 19900307 0011, 138 0000 0058.</summary>
    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?|[0-9]{6}[ -][0-9]{8}[ -][0-9]{3}[0-9Xx]|1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4})(?![0-9])")]
    private static partial Regex InGroups();
}
