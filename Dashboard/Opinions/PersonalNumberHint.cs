using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Numbers in a text that need not be taken down, said calmly and masked. It never stops anyone from saving.</summary>
internal static class PersonalNumberHint
{
    private const int Shown = 4;
    private const string Comfort = "不必记的请删去，照样能存。";

    public static string? Of(string text) =>
        string.Concat(PersonalNumbers.WorthAWarning(text).Distinct().Select(number => $"像是{(PersonalNumbers.IsIdentityCard(number) ? "身份证号" : "银行卡号")}：{Masked(number)}。")) is { Length: > 0 } said
            ? said + Comfort
            : null;

    private static string Masked(string number) => $"{number[..Shown]}{new string('*', number.Length - (2 * Shown))}{number[^Shown..]}";
}
