using System.Xml;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>What has to be known of a sheet before a column is written into it.</summary>
/// <param name="CheckColumn">The first column after everything that has a value, from 1; that of an earlier check, where there was one.</param>
/// <param name="Styles">The styles of the rows to be coloured, and of the heading last in its row.</param>
internal sealed record SheetExtent(int CheckColumn, IReadOnlySet<int> Styles)
{
    public static SheetExtent Of(XmlReader reader, int headerLine, IReadOnlySet<int> coloured)
    {
        var (line, column, style, last, earlier) = (0, 0, 0, 0, 0);
        var styles = new HashSet<int> { 0 };
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text && line == headerLine && reader.Value == LedgerHeadings.Check)
            {
                earlier = column;
            }

            if (reader.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    line = int.TryParse(reader.GetAttribute("r"), out var number) ? number : line + 1;
                    column = 0;
                    break;
                case "c":
                    column = XlsxMarking.ColumnOf(reader.GetAttribute("r"), column);
                    style = int.TryParse(reader.GetAttribute("s"), out var set) ? set : 0;
                    if (coloured.Contains(line) || line == headerLine)
                    {
                        styles.Add(style);
                    }

                    break;
                case "v" or "f" or "is":
                    last = Math.Max(last, column);
                    break;
            }
        }

        return new SheetExtent(earlier > 0 ? earlier : last + 1, styles);
    }
}
