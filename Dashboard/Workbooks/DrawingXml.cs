using System.Xml.Linq;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>The drawing of a worksheet: its charts, one below another under the table, each as wide as it.</summary>
internal static class DrawingXml
{
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace C = ChartUri;
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static XDocument Of(SheetPage page) => new(new XElement(
        Xdr + "wsDr",
        new XAttribute(XNamespace.Xmlns + "xdr", Xdr.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        page.Sheet.Charts.Select((chart, place) => Anchor(page, chart, place))));

    private static XElement Anchor(SheetPage page, Chart chart, int place)
    {
        var row = page.LastRow + (place * SheetPage.ChartRows);
        return new XElement(
            Xdr + "twoCellAnchor",
            new XAttribute("editAs", "oneCell"),
            Corner("from", 0, row + 1),
            Corner("to", page.LastColumn, row + SheetPage.ChartRows),
            new XElement(
                Xdr + "graphicFrame",
                new XAttribute("macro", ""),
                new XElement(
                    Xdr + "nvGraphicFramePr",
                    new XElement(Xdr + "cNvPr", new XAttribute("id", place + 2), new XAttribute("name", $"图{place + 1}"), new XAttribute("descr", chart.Title)),
                    new XElement(Xdr + "cNvGraphicFramePr")),
                new XElement(Xdr + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
                new XElement(A + "graphic", new XElement(
                    A + "graphicData",
                    new XAttribute("uri", ChartUri),
                    new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", ChartUri), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName), new XAttribute(R + "id", $"rId{place + 1}"))))),
            new XElement(Xdr + "clientData"));
    }

    private static XElement Corner(string name, int column, int row) => new(
        Xdr + name, new XElement(Xdr + "col", column), new XElement(Xdr + "colOff", 0), new XElement(Xdr + "row", row), new XElement(Xdr + "rowOff", 0));
}
