using System.Text;
using ExcelDataReader;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>The sheets of an Excel workbook, read forward only.</summary>
internal static class XlsxSheets
{
    // ExcelDataReader asks for code page 1252 whatever it is to read.
    static XlsxSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<RawSheet> Of(byte[] content, string fileName)
    {
        XlsxPackage.RequireHarmless(content, fileName);
        using var reader = Open(content, fileName);
        var sheets = new List<RawSheet>();
        if (reader.ResultsCount > 0)
        {
            do
            {
                var position = sheets.Count;
                sheets.Add(new RawSheet(reader.Name, reader.VisibleState is "hidden" or "veryHidden", () => Rows(content, fileName, position)));
            }
            while (OrRefuse(reader.NextResult, fileName));
        }
        return sheets.Count > 0 ? sheets : throw new LedgerRefusedException($"“{fileName}”里没有工作表，没有可以导入的内容。");
    }

    private static IEnumerable<RawRow> Rows(byte[] content, string fileName, int position)
    {
        using var reader = Open(content, fileName);
        for (var passed = 0; passed < position; passed++)
        {
            OrRefuse(reader.NextResult, fileName);
        }
        // Nothing lies beyond that column but formatting: XlsxPackage has seen to it.
        var width = Math.Min(reader.FieldCount, LedgerLimits.Columns);
        for (var line = 1; OrRefuse(reader.Read, fileName); line++)
        {
            object?[]? cells = null;
            for (var column = 0; column < width; column++)
            {
                if (reader.GetValue(column) is { } value)
                {
                    (cells ??= new object?[width])[column] = value;
                }
            }
            if (cells is not null)
            {
                yield return new RawRow(line, cells);
            }
        }
    }

    private static IExcelDataReader Open(byte[] content, string fileName) =>
        OrRefuse(() => ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false)), fileName);

    private static T OrRefuse<T>(Func<T> read, string fileName)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is not OutOfMemoryException) // the reader fails in a dozen ways on a damaged workbook
        {
            throw XlsxPackage.Damaged(fileName, cause);
        }
    }
}
