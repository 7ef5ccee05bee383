using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>
/// Looks through the parts of one workbook for what would make its reader stall or swell: rows and columns beyond all measure,
/// rows out of order, endless cells, one sheet named a thousand times. It keeps nothing but counts.
/// </summary>
internal sealed partial class XlsxContent(string fileName)
{
    private const string StrictWorkbook = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private readonly char[] _chunk = new char[4096];
    private readonly HashSet<string> _sheetTargets = new(StringComparer.OrdinalIgnoreCase);
    private int _cells;

    public bool HasMacros { get; private set; }

    public void Inspect(XmlReader reader)
    {
        reader.MoveToContent();
        if (reader.NamespaceURI == StrictWorkbook)
        {
            throw new LedgerRefusedException($"“{fileName}”是“Strict Open XML 电子表格”，读不出来。请另存为普通的“Excel 工作簿（*.xlsx）”后再导入。");
        }
        switch (reader.LocalName)
        {
            case "worksheet" or "sst":
                InspectCells(reader);
                break;
            case "Types":
                Each(reader, () => HasMacros |= MacroType().IsMatch(reader.GetAttribute("ContentType") ?? ""));
                break;
            case "Relationships":
                Each(reader, () => RequireAnotherSheet(reader));
                break;
            default:
                Each(reader, () => { });
                break;
        }
    }

    private static void Each(XmlReader reader, Action look)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                look();
            }
        }
    }

    private void RequireAnotherSheet(XmlReader reader)
    {
        if (reader.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true
            && !_sheetTargets.Add((reader.GetAttribute("Target") ?? "").Replace("/xl/", "")))
        {
            throw XlsxPackage.Damaged(fileName);
        }
    }

    private void InspectCells(XmlReader reader)
    {
        int row = 0, column = 0, lastColumn = 0, characters = 0, runs = 0;
        while (reader.Read())
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    row = RowAfter(row, reader.GetAttribute("r"));
                    column = 0;
                    break;
                case (XmlNodeType.Element, "c"):
                    (characters, runs) = (0, 0);
                    column = ColumnAfter(column, reader.GetAttribute("r"));
                    lastColumn = Math.Max(lastColumn, column);
                    break;
                case (XmlNodeType.Element, "si"):
                    (characters, runs) = (0, 0);
                    break;
                case (XmlNodeType.Element, "v" or "is") when !reader.IsEmptyElement:
                    RequireWithinTable(row, column);
                    break;
                case (XmlNodeType.Element, "r") when ++runs > LedgerLimits.RunsInACell:
                    throw CellTooLong();
                case (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace, _):
                    characters = Characters(reader, characters);
                    break;
            }
        }
        if ((long)row * lastColumn > LedgerLimits.UsedRange)
        {
            throw new LedgerRefusedException(
                $"“{fileName}”有一张工作表的已用区域达 {row:N0} 行 × {lastColumn:N0} 列，绝大部分是空白。请删除空白的行和列，保存后再导入。");
        }
    }

    private int RowAfter(int row, string? reference)
    {
        var next = reference is null ? row + 1
            : int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return next > row && next <= LedgerLimits.SheetRows ? next : throw XlsxPackage.Damaged(fileName);
    }

    private int ColumnAfter(int column, string? reference)
    {
        var next = reference is null ? column + 1
            : CellReference().Match(reference) is { Success: true } match ? match.Groups[1].Value.Aggregate(0, (sum, letter) => sum * 26 + letter - '@') : 0;
        return next is > 0 and <= LedgerLimits.SheetColumns ? next : throw XlsxPackage.Damaged(fileName);
    }

    private void RequireWithinTable(int row, int column)
    {
        if (column > LedgerLimits.Columns)
        {
            throw new LedgerRefusedException($"“{fileName}”第 {row:N0} 行在第 {LedgerLimits.Columns} 列以后还有内容，不像台账。请删去多余的列，保存后再导入。");
        }
        if (++_cells > LedgerLimits.Cells)
        {
            throw new LedgerRefusedException($"“{fileName}”有内容的单元格超过 {LedgerLimits.Cells:N0} 个，一次读不下。请按年份拆成几个文件，分次导入。");
        }
    }

    private int Characters(XmlReader reader, int characters)
    {
        int read;
        while ((read = reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            if ((characters += read) > LedgerLimits.CellCharacters)
            {
                throw CellTooLong();
            }
        }
        return characters;
    }

    private LedgerRefusedException CellTooLong() => new(
        $"“{fileName}”有一个单元格过长或格式过碎（超过 {LedgerLimits.CellCharacters:N0} 字，或 {LedgerLimits.RunsInACell:N0} 段格式），不像正常的台账。请把内容以纯文本粘贴到新的工作簿后再导入。");

    [GeneratedRegex("macroEnabled|vbaProject", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MacroType();

    [GeneratedRegex("^([A-Z]{1,3})[0-9]{1,7}$")]
    private static partial Regex CellReference();
}
