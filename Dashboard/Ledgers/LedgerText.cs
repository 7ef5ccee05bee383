using System.Globalization;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>
/// Cleans what copying between programs left around a text. The voter's own words inside stay exactly as they are:
/// their spaces, indents, full-width forms and blank lines.
/// </summary>
public static partial class LedgerText
{
    /// <summary>
    /// Undoes <c>_x000D_</c> escapes, makes every line break one \n, removes characters that cannot be seen or stored, and trims both ends
    /// (no-break and full-width spaces included).
    /// </summary>
    public static string Clean(string text)
    {
        var plain = Escape().Replace(text, escape => ((char)ushort.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return Unseen().Replace(LineBreak().Replace(plain, "\n"), "").Trim();
    }

    /// <summary>The text of a cell as Excel would show it unformatted: numbers without exponent, days as 2024-03-05; an empty cell is "".</summary>
    public static string Of(object? cell) => cell switch
    {
        null => "",
        string text => Clean(text),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e27 => ((decimal)number).ToString(CultureInfo.InvariantCulture), // 15 digits, all that Excel keeps
        bool yes => yes ? "TRUE" : "FALSE",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Clean(cell.ToString() ?? ""),
    };

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();

    [GeneratedRegex("\r\n|[\r\v\f\u0085\u2028\u2029]")]
    private static partial Regex LineBreak();

    /// <summary>
    /// Control, zero-width and direction characters, halves of surrogate pairs and what XML cannot hold.
    /// A joiner between two emoji stays: it is part of one sign.
    /// </summary>
    [GeneratedRegex("""[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|(?<![\uDC00-\uDFFF\uFE0F])\u200D|\u200D(?![\uD800-\uDBFF\u2600-\u27BF])|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]""")]
    private static partial Regex Unseen();
}
