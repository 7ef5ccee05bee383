using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>自有模板: the office's own workbook, whose sheets come first with their named cells filled. What ClosedXML cannot read of it, such as charts, is not taken over.</summary>
/// <param name="Path">An .xlsx file.</param>
/// <param name="Words">What goes into a cell of each name; names it does not have are left out, and names that are not here stay as they are.</param>
public sealed record BookTemplate(string Path, IReadOnlyDictionary<string, Cell> Words)
{
    /// <summary>Whether a book can be made on it: it is there, can be read, and can be written again.</summary>
    public static bool IsUsable(string path)
    {
        try
        {
            using var workbook = new XLWorkbook(path);
            workbook.SaveAs(new MemoryStream());
            return true;
        }
        catch (Exception unusable) when (unusable is not OutOfMemoryException)
        {
            return false; // ClosedXML tells of it in many ways
        }
    }

    internal XLWorkbook Open()
    {
        var workbook = new XLWorkbook(Path);
        foreach (var named in workbook.NamedRanges.Concat(workbook.Worksheets.SelectMany(sheet => sheet.NamedRanges)))
        {
            if (Words.TryGetValue(named.Name, out var words) && named.Ranges.FirstOrDefault()?.FirstCell() is { } cell)
            {
                Fill(cell, words);
            }
        }

        return workbook;
    }

    // By type, never by .Value, which guesses: "007" would become 7.
    private static void Fill(IXLCell cell, Cell words)
    {
        switch (words)
        {
            case { Number: { } number }:
                cell.SetValue(number);
                break;
            case { Day: { } day }:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                break;
            default:
                cell.SetValue(words.Words);
                break;
        }
    }
}
