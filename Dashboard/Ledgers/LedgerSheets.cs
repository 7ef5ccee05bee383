namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>Which sheet of a file is the ledger.</summary>
public static class LedgerSheets
{
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
            $"“{file.Name}”里没有找到表头（已看工作表：{string.Join('、', file.Sheets.Select(sheet => sheet.Name))}，每张前 20 行）。"
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
    /// and the signatures under the table (填表人…).
    /// </summary>
    /// <exception cref="LedgerRefusedException">While reading: the file turns out to be damaged or too long. What was read before is then no whole ledger.</exception>
    public IEnumerable<LedgerRow> Rows() => _sheet.Rows()
        .Where(row => row.Line > Header.Line && !Header.IsRepeatedIn(row) && !IsSignature(row))
        .Select(row => new LedgerRow(Header, row));

    private static bool IsSignature(RawRow row) =>
        row.Cells.Select(LedgerText.Of).First(text => text.Length > 0) is var first
        && (first.StartsWith("填表人", StringComparison.Ordinal) || first.StartsWith("填报人", StringComparison.Ordinal))
        && first.AsSpan(3).TrimStart() is [':' or '：', ..] or [];
}
