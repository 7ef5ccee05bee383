using System.Globalization;
using System.Xml.Linq;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A chart's part in DrawingML, which ClosedXML does not write.</summary>
internal static class ChartXml
{
    private const string CategoryAxis = "1";
    private const string NumberAxis = "2";
    private const int Crowded = 20;

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    // Told apart in grey print too: dark, light, middle, pale.
    private static readonly string[] _colours = ["1F4E79", "E0A030", "4F9D69", "9DB7D5"];
    private static readonly string[] _markers = ["circle", "square", "triangle", "diamond"];

    /// <param name="chart">What to draw.</param>
    /// <param name="pageOf">The worksheet on which a sheet's rows begin.</param>
    public static XDocument Of(Chart chart, Func<string, SheetPage> pageOf) => new(new XElement(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        Val("date1904", "0"),
        Val("roundedCorners", "0"),
        new XElement(
            C + "chart",
            Title(chart.Title),
            Val("autoTitleDeleted", "0"),
            new XElement(C + "plotArea", new XElement(C + "layout"), Plot(chart, pageOf), Categories(chart), Numbers(chart.Kind)),
            chart.Series.Count > 1 ? new XElement(C + "legend", Val("legendPos", "b"), Val("overlay", "0")) : null,
            Val("plotVisOnly", "0"), // a filter on the sheet hides rows, not what is so
            Val("dispBlanksAs", "gap")),
        new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", "900"))), new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN"))))));

    private static XElement Title(string title) => new(
        C + "title",
        new XElement(C + "tx", new XElement(
            C + "rich",
            new XElement(A + "bodyPr"),
            new XElement(A + "p", new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "zh-CN"), new XAttribute("sz", "1200"), new XAttribute("b", "1")), new XElement(A + "t", CellText.Clean(title)))))),
        Val("overlay", "0"));

    private static XElement Plot(Chart chart, Func<string, SheetPage> pageOf)
    {
        var series = chart.Series.Select((one, place) => Series(chart, one, place, pageOf));
        return chart.Kind is ChartKind.Lines
            ? new XElement(C + "lineChart", Val("grouping", "standard"), Val("varyColors", "0"), series, Val("marker", "1"), Axes())
            : new XElement(C + "barChart", Val("barDir", chart.Kind is ChartKind.Bars ? "bar" : "col"), Val("grouping", "clustered"), Val("varyColors", "0"), series, Val("gapWidth", "60"), Axes());
    }

    private static XElement Series(Chart chart, ChartSeries series, int place, Func<string, SheetPage> pageOf)
    {
        var (colour, isLine) = (Fill(_colours[place % _colours.Length]), chart.Kind is ChartKind.Lines);
        return new XElement(
            C + "ser",
            Val("idx", place),
            Val("order", place),
            new XElement(C + "tx", new XElement(C + "v", CellText.Clean(series.Name))),
            new XElement(C + "spPr", isLine ? new XElement(A + "ln", new XAttribute("w", "28575"), colour) : colour),
            isLine
                ? new XElement(C + "marker", Val("symbol", _markers[place % _markers.Length]), Val("size", "6"), new XElement(C + "spPr", colour))
                : Val("invertIfNegative", "0"),
            chart.Kind is ChartKind.Bars ? Labels() : null,
            new XElement(C + "cat", new XElement(C + "strRef", Reference(chart.Categories, pageOf), Cache("strCache", null, chart.Categories))),
            new XElement(C + "val", new XElement(C + "numRef", Reference(series.Numbers, pageOf), Cache("numCache", "#,##0", series.Numbers))),
            isLine ? Val("smooth", "0") : null);
    }

    private static XElement Reference(ChartCells cells, Func<string, SheetPage> pageOf) => new(C + "f", ChartReference.To(cells, pageOf(cells.Sheet)));

    private static XElement Cache(string name, string? format, ChartCells cells) => new(
        C + name,
        format is null ? null : new XElement(C + "formatCode", format),
        Val("ptCount", cells.Cells.Count),
        cells.Cells.Select((cell, place) => new XElement(C + "pt", new XAttribute("idx", place), new XElement(C + "v", cell.Value.Words))));

    private static XElement Labels() => new(
        C + "dLbls",
        Val("dLblPos", "outEnd"), Val("showLegendKey", "0"), Val("showVal", "1"), Val("showCatName", "0"), Val("showSerName", "0"), Val("showPercent", "0"), Val("showBubbleSize", "0"));

    private static XElement Categories(Chart chart) => new(
        C + "catAx",
        Val("axId", CategoryAxis),
        new XElement(C + "scaling", Val("orientation", chart.Kind is ChartKind.Bars ? "maxMin" : "minMax")),
        Val("delete", "0"),
        Val("axPos", chart.Kind is ChartKind.Bars ? "l" : "b"),
        Ticks(),
        chart.Categories.Cells.Count > Crowded ? Upright() : null,
        Val("crossAx", NumberAxis),
        Val("crosses", "autoZero"),
        Val("auto", "1"),
        Val("lblAlgn", "ctr"),
        Val("lblOffset", "100"),
        Val("tickLblSkip", "1"),
        Val("noMultiLvlLbl", "0"));

    // So many names have room side by side only when each stands on its end.
    private static XElement Upright() => new(
        C + "txPr",
        new XElement(A + "bodyPr", new XAttribute("rot", "-5400000"), new XAttribute("vert", "horz")),
        new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", "700"))), new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN"))));

    private static XElement Numbers(ChartKind kind) => new(
        C + "valAx",
        Val("axId", NumberAxis),
        new XElement(C + "scaling", Val("orientation", "minMax"), Val("min", "0")),
        Val("delete", "0"),
        Val("axPos", kind is ChartKind.Bars ? "b" : "l"),
        new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", Fill("D9D9D9")))),
        new XElement(C + "numFmt", new XAttribute("formatCode", "#,##0"), new XAttribute("sourceLinked", "0")),
        Ticks(),
        Val("crossAx", CategoryAxis),
        Val("crosses", kind is ChartKind.Bars ? "max" : "autoZero"),
        Val("crossBetween", "between"));

    private static IEnumerable<XElement> Ticks() => [Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo")];

    private static IEnumerable<XElement> Axes() => [Val("axId", CategoryAxis), Val("axId", NumberAxis)];

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Val(string name, string value) => new(C + name, new XAttribute("val", value));

    private static XElement Val(string name, int value) => Val(name, value.ToString(CultureInfo.InvariantCulture));
}
