using System.Text;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>Writes a further cell at the end of the lines of a text table; everything else stays, character by character, in the encoding it came in.</summary>
internal static class CsvMarking
{
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="headerLine">Where the headings stand.</param>
    /// <param name="sentences">What is said of a line.</param>
    public static byte[] Mark(byte[] content, string fileName, int headerLine, IReadOnlyDictionary<int, string> sentences)
    {
        var encoding = CsvEncoding.Of(content, fileName);
        var preamble = encoding.GetPreamble() is { Length: > 0 } usual && content.AsSpan().StartsWith(usual) ? usual
            : content is [0xEF, 0xBB, 0xBF, ..] ? content[..3]
            : [];
        var text = encoding.GetString(content, preamble.Length, content.Length - preamble.Length);
        var separator = CsvSheet.SeparatorOf(content, fileName);
        List<Record> records = [.. Records(text, separator)];
        var width = records.Count == 0 ? 0 : records.Max(record => record.Cells);

        var marked = new StringBuilder(text.Length + sentences.Sum(line => line.Value.Length + 8));
        foreach (var (place, record) in records.Index())
        {
            marked.Append(text, record.Start, record.End - record.Start);
            if ((place + 1 == headerLine ? LedgerHeadings.Check : sentences.GetValueOrDefault(place + 1)) is { } words)
            {
                marked.Append(separator, width - record.Cells + 1).Append('"').Append(words.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }

            marked.Append(text, record.End, record.Next - record.End);
        }

        return [.. preamble, .. encoding.GetBytes(marked.ToString())];
    }

    /// <summary>Where each line begins and ends. A cell in quotation marks may hold line breaks; a mark within plain words is one of the words.</summary>
    private static IEnumerable<Record> Records(string text, char separator)
    {
        for (var start = 0; start < text.Length;)
        {
            var (place, cells, fresh) = (start, 1, true);
            for (; place < text.Length && text[place] is not ('\n' or '\r'); place++)
            {
                if (text[place] == separator)
                {
                    (cells, fresh) = (cells + 1, true);
                }
                else if (fresh && text[place] == '"')
                {
                    place = ClosingOf(text, place);
                    fresh = false;
                }
                else
                {
                    fresh &= text[place] == ' ';
                }
            }

            var next = place + (place + 1 < text.Length && text[place] == '\r' && text[place + 1] == '\n' ? 2 : place < text.Length ? 1 : 0);
            yield return new Record(start, place, next, cells);
            start = next;
        }
    }

    private static int ClosingOf(string text, int opening)
    {
        for (var place = opening + 1; place < text.Length; place++)
        {
            if (text[place] == '"')
            {
                if (place + 1 == text.Length || text[place + 1] != '"')
                {
                    return place;
                }

                place++;
            }
        }

        return text.Length - 1;
    }

    private readonly record struct Record(int Start, int End, int Next, int Cells);
}
