using System.Xml.Linq;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>A workbook's styles, and beside each that is needed the same one on the colour of a row that cannot be taken over.</summary>
internal sealed record MarkingStyles(XDocument Document, IReadOnlyDictionary<int, int> Coloured, int Note, int ColouredNote)
{
    private const string Colour = "FFFBE3DF";

    public static MarkingStyles? AddTo(XDocument styles, IEnumerable<int> needed)
    {
        var root = styles.Root!;
        var main = root.Name.Namespace;
        if (root.Element(main + "fills") is not { } fills || root.Element(main + "cellXfs") is not { } formats)
        {
            return null;
        }

        List<XElement> known = [.. formats.Elements(main + "xf")];
        fills.Add(new XElement(
            main + "fill",
            new XElement(
                main + "patternFill",
                new XAttribute("patternType", "solid"),
                new XElement(main + "fgColor", new XAttribute("rgb", Colour)),
                new XElement(main + "bgColor", new XAttribute("indexed", 64)))));
        var fill = fills.Elements(main + "fill").Count() - 1;
        fills.SetAttributeValue("count", fill + 1);

        var coloured = needed.Where(style => style < known.Count).ToDictionary(style => style, style => Add(OnColour(new XElement(known[style]))));
        var note = Add(Wrapped(new XElement(known[0])));
        var colouredNote = Add(OnColour(Wrapped(new XElement(known[0]))));
        formats.SetAttributeValue("count", formats.Elements(main + "xf").Count());
        return new MarkingStyles(styles, coloured, note, colouredNote);

        int Add(XElement format)
        {
            formats.Add(format);
            return formats.Elements(main + "xf").Count() - 1;
        }

        XElement OnColour(XElement format)
        {
            format.SetAttributeValue("fillId", fill);
            format.SetAttributeValue("applyFill", 1);
            return format;
        }

        XElement Wrapped(XElement format)
        {
            format.Elements(main + "alignment").Remove();
            format.AddFirst(new XElement(main + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", 1)));
            format.SetAttributeValue("applyAlignment", 1);
            return format;
        }
    }
}
