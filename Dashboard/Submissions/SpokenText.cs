using System.Text;
using System.Xml;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What a voter typed, as it is kept: as it is. Only what no page and no file can carry is left out: control characters other than tabs and line ends, halves of a character, and U+FFFE and U+FFFF.</summary>
internal static class SpokenText
{
    public static string Of(string? typed)
    {
        var text = new StringBuilder();
        var left = (typed ?? "").AsSpan();
        while (!left.IsEmpty)
        {
            if (left.Length > 1 && XmlConvert.IsXmlSurrogatePair(left[1], left[0]))
            {
                text.Append(left[..2]);
                left = left[2..];
                continue;
            }

            if (XmlConvert.IsXmlChar(left[0]) && (left[0] is < '\u007F' or > '\u009F' or '\u0085'))
            {
                text.Append(left[0]);
            }

            left = left[1..];
        }

        return text.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    /// <summary>The same in one line.</summary>
    public static string Line(string? typed) => Of(typed).Replace('\n', ' ').Replace('\t', ' ').Trim();
}
