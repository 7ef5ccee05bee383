namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Cuts a sheet that is longer than Excel allows into worksheets that name one another.</summary>
internal static class Pagination
{
    // A sentence above the header (where it comes from) and one below the rows (where it goes on).
    private const int JoiningRows = 2;

    public static IEnumerable<SheetPage> Pages(this SpooledSheet spooled, int rowsPerSheet, SheetNames names)
    {
        var whole = new SheetPage(spooled.Sheet, spooled.Name, 0, 0);
        if (whole.LastRow + spooled.Rows <= rowsPerSheet)
        {
            return [whole with { Rows = (int)spooled.Rows, FilteredRows = (int)spooled.FilteredRows }];
        }

        var room = rowsPerSheet - whole.LastRow - JoiningRows;
        var tabs = Enumerable.Range(0, (int)((spooled.Rows + room - 1) / room)).Select(i => i == 0 ? spooled.Name : names.Give(spooled.Name)).ToList();
        return tabs.Select((_, i) => Page(spooled, i, room, tabs));
    }

    private static SheetPage Page(SpooledSheet spooled, int index, int room, List<string> tabs)
    {
        var before = (long)index * room;
        var rows = (int)Math.Min(room, spooled.Rows - before);
        var place = $"全部 {spooled.Rows} 行分列 {tabs.Count} 张工作表，本表为第 {before + 1} 至 {before + rows} 行";
        var sheet = spooled.Sheet;
        if (index > 0)
        {
            sheet = sheet with { Charts = [], Heading = sheet.Heading with { Note = $"（接工作表“{tabs[index - 1]}”。{place}。）{sheet.Heading.Note}" } };
        }

        if (index < tabs.Count - 1)
        {
            sheet = sheet with { Notes = [$"（超出 Excel 单张工作表的行数上限。{place}，续见工作表“{tabs[index + 1]}”。）", .. sheet.Notes] };
        }

        return new SheetPage(sheet, tabs[index], rows, (int)Math.Clamp(spooled.FilteredRows - before, 0, rows));
    }
}
