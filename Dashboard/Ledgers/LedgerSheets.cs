namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>Which sheet of a file is the ledger.</summary>
public static class LedgerSheets
{
    /// <summary>All sheets as a person is shown them before one is read.</summary>
    public static IReadOnlyList<SheetLook> Look(LedgerFile file) => [.. file.Sheets.Select(SheetLook.Of)];

    /// <summary>The sheet a person chose, and its columns as they said; where nothing is said, what can be recognised.</summary>
    /// <exception cref="LedgerRefusedException">There is no such sheet or row, or nothing can be recognised.</exception>
    public static LedgerSheet Pick(LedgerFile file, LedgerChoice choice)
    {
        if (choice.Sheet is null && choice.Columns is null)
        {
            return Pick(file);
        }

        var sheet = choice.Sheet is null ? file.Sheets.OrderBy(sheet => sheet.Hidden).First()
            : file.Sheets.FirstOrDefault(sheet => sheet.Name == choice.Sheet)
                ?? throw new LedgerRefusedException($"“{file.Name}”里没有工作表“{choice.Sheet}”，有的是：{string.Join('、', file.Sheets.Select(one => one.Name))}。");
        var header = choice.Columns is null ? LedgerHeader.Find(sheet.Rows())
            : sheet.Rows().TakeWhile(row => row.Line <= choice.HeaderLine).FirstOrDefault(row => row.Line == choice.HeaderLine) is { } row ? LedgerHeader.Of(row, choice.Columns)
            : throw new LedgerRefusedException($"工作表“{sheet.Name}”的第 {choice.HeaderLine} 行是空的，不是表头。");
        return new LedgerSheet(
            sheet,
            header ?? throw new LedgerRefusedException($"“{file.Name}”的工作表“{sheet.Name}”里没有认得的表头（已看前 {LedgerHeader.RowsLookedAt} 行）。请补上列名，或在导入页面上指明各列是什么。"),
            [.. file.Sheets.Where(other => other != sheet).Select(other => other.Name)]);
    }

    /// <summary>The first sheet with headings that can be recognised; hidden sheets are considered last.</summary>
    /// <exception cref="LedgerRefusedException">No sheet has such headings.</exception>
    public static LedgerSheet Pick(LedgerFile file)
    {
        foreach (var sheet in file.Sheets.OrderBy(sheet => sheet.Hidden))
        {
            if (LedgerHeader.Find(sheet.Rows()) is { } header)
            {
                return new LedgerSheet(sheet, header, [.. file.Sheets.Where(other => other != sheet).Select(other => other.Name)]);
            }
        }
        throw new LedgerRefusedException(
            $"“{file.Name}”里没有找到表头（已看工作表：{string.Join('、', file.Sheets.Select(sheet => sheet.Name))}，每张前 {LedgerHeader.RowsLookedAt} 行）。"
            + "表头要在同一行，至少有两个认得的列名，其中有“意见内容”或“意见编号”（“来信内容”“留言详情”“编号”等也可以）。请补上列名后再导入。");
    }
}

/// <summary>One sheet understood as a ledger.</summary>
public sealed class LedgerSheet
{
    private readonly RawSheet _sheet;

    internal LedgerSheet(RawSheet sheet, LedgerHeader header, IReadOnlyList<string> others)
    {
        _sheet = sheet;
        Header = header;
        Others = others;
    }

    public string Name => _sheet.Name;

    public LedgerHeader Header { get; }

    /// <summary>Sheets of the same file that are not read; a report names them.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>
    /// The rows below the headings, read from the file as they are asked for. Left out are blank rows, headings repeated on every page
    /// and what stands under the table: notes and signatures (填表人…).
    /// </summary>
    /// <exception cref="LedgerRefusedException">While reading: the file turns out to be damaged or too long. What was read before is then no whole ledger.</exception>
    public IEnumerable<LedgerRow> Rows() => _sheet.Rows()
        .Where(row => row.Line > Header.Line && !Header.IsRepeatedIn(row) && !IsSignature(row) && !IsNote(row))
        .Select(row => new LedgerRow(Header, row));

    /// <summary>A whole sentence, alone in its row, where a number should stand.</summary>
    private bool IsNote(RawRow row) =>
        row.Cells.Index().Where(cell => LedgerText.Of(cell.Item).Length > 0).Take(2).ToList() is [var only]
        && LedgerText.Of(only.Item) is [.., '。' or '）']
        && Header.At(only.Index) is LedgerColumn.Serial or LedgerColumn.Number;

    private static bool IsSignature(RawRow row) =>
        row.Cells.Select(LedgerText.Of).First(text => text.Length > 0) is var first
        && (first.StartsWith("填表人", StringComparison.Ordinal) || first.StartsWith("填报人", StringComparison.Ordinal))
        && first.AsSpan(3).TrimStart() is [':' or '：', ..] or [];
}
