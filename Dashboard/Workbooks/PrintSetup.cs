using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

internal static class PrintSetup
{
    public static void Apply(IXLWorksheet worksheet, SheetPage page)
    {
        var setup = worksheet.PageSetup;
        setup.PaperSize = page.Sheet.OnA3 ? XLPaperSize.A3Paper : XLPaperSize.A4Paper;
        setup.PageOrientation = page.Sheet.Charts.Count == 0 ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        setup.FitToPages(1, page.Sheet.Charts.Count == 0 ? 0 : 1); // a page's end would cut a chart in two
        setup.CenterHorizontally = true;
        setup.Margins.SetTop(0.6).SetBottom(0.6).SetLeft(0.4).SetRight(0.4).SetHeader(0.3).SetFooter(0.3);
        setup.PrintAreas.Add(1, 1, page.PrintedTo, page.LastColumn);
        setup.SetRowsToRepeatAtTop(page.HeaderFrom, page.HeaderTo);
        setup.Footer.Left.AddText(XLHFPredefinedText.SheetName);
        setup.Footer.Right.AddText("第 ");
        setup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        setup.Footer.Right.AddText(" 页，共 ");
        setup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
        setup.Footer.Right.AddText(" 页");
    }
}
