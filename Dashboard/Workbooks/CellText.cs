using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>What a cell can hold of a text: no character that XML forbids, Excel's own line break, and no more than Excel takes.</summary>
internal static partial class CellText
{
    public const int MaxLength = 32_767;
    public const string CutMark = "（全文过长，见系统中原件）";

    public static string? Clean(string? text) =>
        string.IsNullOrEmpty(text) ? null : Cut(WithoutForbidden(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));

    /// <summary>Excel reads _x0041_ as the letter A; the underscore is escaped so that the words stay as written.</summary>
    public static string Escape(string text) => text.Contains("_x", StringComparison.Ordinal) ? EscapeLookalike().Replace(text, "_x005F_") : text;

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = MaxLength - CutMark.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), CutMark);
    }

    private static string WithoutForbidden(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text, i++, 2);
            }
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLookalike();
}
