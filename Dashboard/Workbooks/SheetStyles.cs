using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>How each part of a table looks. 黑体 and 宋体 are on every Windows, and WPS and LibreOffice put a like face in their place.</summary>
internal static class SheetStyles
{
    private const string Gothic = "黑体";
    private const string Song = "宋体";

    private static readonly XLColor HeaderFill = XLColor.FromHtml("#E4EAF1");
    private static readonly XLColor SubtotalFill = XLColor.FromHtml("#F3F5F8");
    private static readonly XLColor TotalFill = XLColor.FromHtml("#E9EDF2");

    public static void Title(IXLStyle style, double size) => style
        .Font.SetFontName(Gothic).Font.SetFontSize(size)
        .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center);

    public static void Line(IXLStyle style, XLAlignmentHorizontalValues side) => style
        .Font.SetFontName(Song).Font.SetFontSize(11)
        .Alignment.SetShrinkToFit()
        .Alignment.SetHorizontal(side).Alignment.SetVertical(XLAlignmentVerticalValues.Center);

    public static void Note(IXLStyle style) => style
        .Font.SetFontName(Song).Font.SetFontSize(10)
        .Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);

    public static void Header(IXLStyle style) => Bordered(style)
        .Font.SetFontName(Gothic).Font.SetFontSize(10.5)
        .Fill.SetBackgroundColor(HeaderFill)
        .Alignment.SetWrapText()
        .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center);

    public static void Body(IXLStyle style, ColumnKind column, RowKind row)
    {
        Bordered(style)
            .Font.SetFontName(Song).Font.SetFontSize(10.5).Font.SetBold(row is not RowKind.Detail)
            .NumberFormat.SetFormat(Format(column))
            .Alignment.SetWrapText(column is ColumnKind.Text or ColumnKind.LongText)
            .Alignment.SetHorizontal(Side(column)).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        if (row is not RowKind.Detail)
        {
            style.Fill.SetBackgroundColor(row is RowKind.Subtotal ? SubtotalFill : TotalFill);
        }
    }

    private static IXLStyle Bordered(IXLStyle style) => style
        .Border.SetLeftBorder(XLBorderStyleValues.Thin).Border.SetRightBorder(XLBorderStyleValues.Thin)
        .Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetBottomBorder(XLBorderStyleValues.Thin);

    // "_ " keeps figures a space off the border; an indent does so in Excel, but not everywhere in LibreOffice.
    private static string Format(ColumnKind column) => column switch
    {
        ColumnKind.Text or ColumnKind.LongText => "@",
        ColumnKind.Number => "#,##0_ ",
        ColumnKind.Date => "yyyy-mm-dd",
        ColumnKind.Percent => "0.0%_ ",
    };

    private static XLAlignmentHorizontalValues Side(ColumnKind column) => column switch
    {
        ColumnKind.LongText => XLAlignmentHorizontalValues.Left,
        ColumnKind.Number or ColumnKind.Percent => XLAlignmentHorizontalValues.Right,
        ColumnKind.Text or ColumnKind.Date => XLAlignmentHorizontalValues.Center,
    };
}
