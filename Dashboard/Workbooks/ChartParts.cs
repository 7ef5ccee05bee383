using System.Xml.Linq;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>The parts that charts add to a package: a drawing for each worksheet that has some, a part for each chart, and what ties them together. Their names are not those that ClosedXML gives to a template's.</summary>
internal sealed class ChartParts
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.";

    private readonly IReadOnlyList<(string Worksheet, SheetPage Page, int Number, IReadOnlyList<(Chart Chart, int Number)> Charts)> _drawings;
    private readonly IReadOnlyList<SheetPage> _pages;

    /// <param name="worksheets">The names of the worksheets' parts.</param>
    /// <param name="pages">What each of them shows.</param>
    public ChartParts(IReadOnlyList<string> worksheets, IReadOnlyList<SheetPage> pages)
    {
        var charts = 0;
        _pages = pages;
        _drawings =
        [
            .. worksheets.Zip(pages).Where(worksheet => worksheet.Second.Sheet.Charts.Count > 0).Select((worksheet, place) =>
                (worksheet.First, worksheet.Second, place + 1, (IReadOnlyList<(Chart, int)>)[.. worksheet.Second.Sheet.Charts.Select(chart => (chart, ++charts))])),
        ];
    }

    /// <summary>The list of the package's parts, with these added.</summary>
    public string Listed(string contentTypes) => contentTypes.Replace(
        "</Types>",
        string.Concat(_drawings.SelectMany(drawing => drawing.Charts.Select(chart => Entry($"/xl/charts/bookchart{chart.Number}.xml", "drawingml.chart+xml"))
            .Prepend(Entry($"/xl/drawings/bookdrawing{drawing.Number}.xml", "drawing+xml")))) + "</Types>",
        StringComparison.Ordinal);

    public void Write(Func<string, Stream> open)
    {
        foreach (var (worksheet, page, number, charts) in _drawings)
        {
            Write($"xl/worksheets/_rels/{worksheet[(worksheet.LastIndexOf('/') + 1)..]}.rels", Tie([("drawing", $"../drawings/bookdrawing{number}.xml")]));
            Write($"xl/drawings/bookdrawing{number}.xml", DrawingXml.Of(page));
            Write($"xl/drawings/_rels/bookdrawing{number}.xml.rels", Tie(charts.Select(chart => ("chart", $"../charts/bookchart{chart.Number}.xml"))));
            foreach (var (chart, its) in charts)
            {
                Write($"xl/charts/bookchart{its}.xml", ChartXml.Of(chart, name => _pages.First(one => one.Sheet.Name == name)));
            }
        }

        void Write(string name, XDocument xml)
        {
            using var part = open(name);
            xml.Save(part, SaveOptions.DisableFormatting);
        }
    }

    private static string Entry(string part, string kind) => $"<Override PartName=\"{part}\" ContentType=\"{ContentType}{kind}\"/>";

    private static XDocument Tie(IEnumerable<(string Kind, string Target)> parts) => new(new XElement(
        XName.Get("Relationships", Packaged),
        parts.Select((part, place) => new XElement(
            XName.Get("Relationship", Packaged), new XAttribute("Id", $"rId{place + 1}"), new XAttribute("Type", $"{Relations}/{part.Kind}"), new XAttribute("Target", part.Target)))));
}
