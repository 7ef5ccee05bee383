using System.Globalization;
using System.Xml;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>Copies one sheet node by node, and puts its word into the rows it has one for.</summary>
/// <param name="from">The sheet.</param>
/// <param name="to">Its copy.</param>
/// <param name="checkColumn">Where the words stand, from 1.</param>
/// <param name="headerLine">Where the headings stand.</param>
/// <param name="sentences">What is said of a row.</param>
/// <param name="coloured">The rows to be coloured.</param>
/// <param name="styles">Null for a workbook without styles: it gets the words alone.</param>
internal sealed class SheetMarker(
    XmlReader from, XmlWriter to, int checkColumn, int headerLine, IReadOnlyDictionary<int, string> sentences, IReadOnlySet<int> coloured, MarkingStyles? styles)
{
    private const string Width = "60";

    private int _line;
    private bool _widthSaid;

    public void Run()
    {
        to.WriteStartDocument(standalone: true);
        from.MoveToContent();
        while (!from.EOF)
        {
            switch (from.NodeType, from.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    Row();
                    break;
                case (XmlNodeType.Element, "cols"):
                    Widths();
                    break;
                case (XmlNodeType.Element, "sheetData") when !_widthSaid:
                    SayWidth(() => to.WriteStartElement(from.Prefix, "cols", from.NamespaceURI), to.WriteEndElement);
                    Open();
                    break;
                case (XmlNodeType.Element, "worksheet" or "sheetData"):
                    Open();
                    break;
                case (XmlNodeType.Element, "dimension"):
                    Dimension();
                    break;
                case (XmlNodeType.EndElement, _):
                    to.WriteFullEndElement();
                    from.Read();
                    break;
                default:
                    to.WriteNode(from, defattr: false);
                    break;
            }
        }
    }

    private void Open()
    {
        to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
        to.WriteAttributes(from, defattr: false);
        if (from.IsEmptyElement)
        {
            to.WriteEndElement();
        }

        from.Read();
    }

    private void Row()
    {
        _line = int.TryParse(from.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : _line + 1;
        var words = _line == headerLine ? LedgerHeadings.Check : sentences.GetValueOrDefault(_line);
        if (words is null)
        {
            to.WriteNode(from, defattr: false);
            return;
        }

        var (prefix, space) = (from.Prefix, from.NamespaceURI);
        Start(except: "spans");
        var (column, written, style) = (0, false, 0);
        Each(() =>
        {
            if (from is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                to.WriteNode(from, defattr: false);
                return;
            }

            column = XlsxMarking.ColumnOf(from.GetAttribute("r"), column);
            if (column >= checkColumn && !written)
            {
                Say(words, prefix, space, style);
                written = true;
            }

            if (column == checkColumn)
            {
                from.Skip();
                return;
            }

            style = int.TryParse(from.GetAttribute("s"), CultureInfo.InvariantCulture, out var set) ? set : 0;
            Cell(style);
        });
        if (!written)
        {
            Say(words, prefix, space, style);
        }

        to.WriteEndElement();
    }

    private void Cell(int style)
    {
        if (styles is null || !coloured.Contains(_line) || !styles.Coloured.TryGetValue(style, out var onColour))
        {
            to.WriteNode(from, defattr: false);
            return;
        }

        Start(except: "s");
        to.WriteAttributeString("s", onColour.ToString(CultureInfo.InvariantCulture));
        Each(() => to.WriteNode(from, defattr: false));
        to.WriteEndElement();
    }

    /// <summary>As text, whatever it looks like.</summary>
    private void Say(string words, string prefix, string space, int headingStyle)
    {
        to.WriteStartElement(prefix, "c", space);
        to.WriteAttributeString("r", $"{XlsxMarking.Letters(checkColumn)}{_line}");
        if (styles is not null)
        {
            to.WriteAttributeString("s", $"{(_line == headerLine ? headingStyle : coloured.Contains(_line) ? styles.ColouredNote : styles.Note)}");
        }

        to.WriteAttributeString("t", "inlineStr");
        to.WriteStartElement(prefix, "is", space);
        to.WriteStartElement(prefix, "t", space);
        to.WriteAttributeString("xml", "space", null, "preserve");
        to.WriteString(words);
        to.WriteEndElement();
        to.WriteEndElement();
        to.WriteEndElement();
    }

    private void Widths()
    {
        var (prefix, space, last) = (from.Prefix, from.NamespaceURI, 0);
        Start(except: null);
        Each(() =>
        {
            if (from.NodeType is XmlNodeType.Element && int.TryParse(from.GetAttribute("max"), CultureInfo.InvariantCulture, out var max))
            {
                last = Math.Max(last, max);
            }

            to.WriteNode(from, defattr: false);
        });
        _widthSaid = true;
        if (last < checkColumn)
        {
            Wide(prefix, space);
        }

        to.WriteEndElement();
    }

    private void SayWidth(Action begin, Action end)
    {
        _widthSaid = true;
        begin();
        Wide(from.Prefix, from.NamespaceURI);
        end();
    }

    private void Wide(string prefix, string space)
    {
        to.WriteStartElement(prefix, "col", space);
        to.WriteAttributeString("min", $"{checkColumn}");
        to.WriteAttributeString("max", $"{checkColumn}");
        to.WriteAttributeString("width", Width);
        to.WriteAttributeString("customWidth", "1");
        to.WriteEndElement();
    }

    private void Dimension()
    {
        var corners = (from.GetAttribute("ref") ?? "").Split(':');
        Start(except: "ref");
        to.WriteAttributeString("ref", corners is [{ Length: > 0 } first, ..] && XlsxMarking.ColumnOf(corners[^1], 0) < checkColumn
            ? $"{first}:{XlsxMarking.Letters(checkColumn)}{string.Concat(corners[^1].SkipWhile(char.IsAsciiLetter))}"
            : string.Join(':', corners));
        Each(() => to.WriteNode(from, defattr: false));
        to.WriteEndElement();
    }

    private void Start(string? except)
    {
        to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
        while (from.MoveToNextAttribute())
        {
            if (from.Prefix.Length > 0 || from.LocalName != except)
            {
                to.WriteAttributeString(from.Prefix, from.LocalName, from.NamespaceURI, from.Value);
            }
        }

        from.MoveToElement();
    }

    /// <summary>Goes through what stands inside the element; each look must move on by itself.</summary>
    private void Each(Action look)
    {
        if (from.IsEmptyElement)
        {
            from.Read();
            return;
        }

        var depth = from.Depth;
        from.Read();
        while (from.Depth > depth)
        {
            look();
        }

        from.Read(); // over the end
    }
}
