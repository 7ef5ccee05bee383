using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>
/// Reads the day from a cell of a date column, the same on every machine: a date cell, Excel's serial number of a day, or a text such as
/// 2019/4/25 9:32:09, 2024.3.5, 2024年3月5日, 20240305, or 3月5日 of a year given. The time of day is dropped; the day is taken as written.
/// </summary>
public static partial class LedgerDates
{
    /// <summary>Years outside these are slips of the pen or numbers that are no dates.</summary>
    private const int FirstYear = 1950, LastYear = 2099;

    private static readonly double FirstSerial = new DateTime(FirstYear, 1, 1).ToOADate(), LastSerial = new DateTime(LastYear, 12, 31).ToOADate();

    /// <returns>False when no day can be read; <paramref name="refusal"/> then is a sentence for the clerk.</returns>
    public static bool TryRead(object? cell, int? year, out DateOnly on, [NotNullWhen(false)] out string? refusal)
    {
        if (cell is DateTime moment)
        {
            return TryDay(moment.Year, moment.Month, moment.Day, LedgerText.Of(cell), out on, out refusal);
        }
        var written = LedgerText.Of(cell);
        var plain = HalfWidth(written);
        if (cell is not string && MonthLostItsZero().IsMatch(plain))
        {
            return Refuse($"“{written}”是数字，分不清是 {plain.Replace('.', '月')}日还是 {plain.Replace('.', '月')}0日，请写成 2024-03-05 这样的日期。", out on, out refusal);
        }
        if (Serial().IsMatch(plain) && double.Parse(plain, CultureInfo.InvariantCulture) is var serial && serial >= FirstSerial && serial < LastSerial + 1)
        {
            (on, refusal) = (DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial))), null);
            return true;
        }
        if ((Packed().Match(plain) is { Success: true } packed ? packed : Parted().Match(plain)) is not { Success: true } match)
        {
            return Refuse(written.Length == 0 ? "没有写日期。" : $"“{Short(written)}”看不出是哪一天，请写成 2024-03-05 这样的日期。", out on, out refusal);
        }
        var named = match.Groups["y"] is { Success: true } y ? Number(y) : year;
        return named is null
            ? Refuse($"“{Short(written)}”没有写年份，请在导入时指明年份，或补上年份。", out on, out refusal)
            : TryDay(named.Value, Number(match.Groups["m"]), Number(match.Groups["d"]), written, out on, out refusal);
    }

    private static bool TryDay(int year, int month, int day, string written, out DateOnly on, [NotNullWhen(false)] out string? refusal)
    {
        if (year is < FirstYear or > LastYear)
        {
            return Refuse($"“{Short(written)}”的年份 {year} 不在 {FirstYear}—{LastYear} 年之间，请核对。", out on, out refusal);
        }
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return Refuse($"“{Short(written)}”不是有效的日期：没有 {year}年{month}月{day}日，请核对。", out on, out refusal);
        }
        (on, refusal) = (new DateOnly(year, month, day), null);
        return true;
    }

    private static bool Refuse(string sentence, out DateOnly on, out string refusal)
    {
        (on, refusal) = (default, sentence);
        return false;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Short(string written) => written.Length <= 30 ? written : written[..30] + "…";

    /// <summary>Full-width digits and signs as typed by a Chinese input method, and every kind of space.</summary>
    private static string HalfWidth(string text) => string.Concat(text.Select(character => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - '\uFF01' + '!'),
        '—' or '–' or '−' => '-',
        _ when char.IsWhiteSpace(character) => ' ',
        _ => character,
    }));

    private const string Time = @"(?:[ T]*(?:上午|下午|中午|早上|晚上|凌晨|[AaPp][Mm])? ?(?:[01]?[0-9]|2[0-4]) ?[:时点] ?(?:[0-5]?[0-9] ?分?(?:[:]? ?[0-5]?[0-9](?:\.[0-9]+)?秒?)?)? ?(?:[AaPp][Mm])?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?";

    private const string Weekday = @"(?: ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?";

    [GeneratedRegex("^(?:(?<y>[0-9]{4}) ?年 ?)?(?<m>[0-9]{1,2}) ?月 ?(?<d>[0-9]{1,2}) ?[日号]?" + Weekday + Time + "$"
        + "|^(?:(?<y>[0-9]{4}) ?(?<s>[-/.]) ?)?(?<m>[0-9]{1,2}) ?(?(s)\\k<s>|[-/.]) ?(?<d>[0-9]{1,2})" + Weekday + Time + "$")]
    private static partial Regex Parted();

    [GeneratedRegex("^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})" + "(?: " + Time + ")?$")]
    private static partial Regex Packed();

    [GeneratedRegex(@"^[0-9]{5}(?:\.[0-9]+)?$")]
    private static partial Regex Serial();

    /// <summary>Excel made a number of 3.10 and shows 3.1; the tenth and the first are then the same.</summary>
    [GeneratedRegex("^(?:1[0-2]|[1-9])\\.[123]$")]
    private static partial Regex MonthLostItsZero();
}
