using System.Text;
using CsvHelper;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>A text table, read as one sheet.</summary>
internal static class CsvSheet
{
    /// <summary>A row this long is many rows, swallowed by a quotation mark never closed.</summary>
    private const int BytesInARow = 8 << 20;

    private static readonly char[] Separators = [',', '\t', ';'];

    public static RawSheet Of(byte[] content, string fileName)
    {
        var encoding = CsvEncoding.Of(content, fileName);
        var separator = SeparatorOf(content, fileName);
        return new RawSheet(Path.GetFileNameWithoutExtension(fileName), Hidden: false, () => Rows(content, encoding, separator, fileName));
    }

    /// <summary>The table's own headings tell best what parts them: the words of a cell may be full of commas. Where none is known, the cells of the first rows are counted.</summary>
    public static char SeparatorOf(byte[] content, string fileName)
    {
        var encoding = CsvEncoding.Of(content, fileName);
        return Separators.MaxBy(separator => Likeness(() => Rows(content, encoding, separator, fileName)));
    }

    private static IEnumerable<RawRow> Rows(byte[] content, Encoding encoding, char separator, string fileName) =>
        Read(new StreamReader(new MemoryStream(content, writable: false), encoding), separator, fileName);

    private static (int Headings, int Cells) Likeness(Func<IEnumerable<RawRow>> rows)
    {
        try
        {
            return (LedgerHeader.Find(rows())?.Columns.Count ?? 0, rows().Take(LedgerHeader.RowsLookedAt).Select(row => row.Cells.Count).Where(cells => cells > 1).DefaultIfEmpty().Max());
        }
        catch (LedgerRefusedException) // under the wrong separator, sound quotation marks look broken
        {
            return (0, 0);
        }
    }

    private static IEnumerable<RawRow> Read(StreamReader text, char separator, string fileName)
    {
        CsvMalformedRecord? malformed = null;
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false, // they count as lines
            TrimWhitespace = true,
            MaxRecordSize = BytesInARow,
            OnMalformedRecord = record => malformed ??= Swallows(record) ? record : null,
        });
        while (MoveNext(reader, fileName) && malformed is null)
        {
            yield return new RawRow((int)reader.RowNumber, Cells(reader, fileName));
        }
        if (malformed is { } broken)
        {
            throw QuotesUnpaired(fileName, broken.RecordNumber);
        }
    }

    /// <summary>A quotation mark within plain words is one of the words; any other out of place may have swallowed cells or rows.</summary>
    private static bool Swallows(CsvMalformedRecord record) =>
        record.Reason != CsvMalformedReason.StrayQuote || record.RawRecord.Contains('\n');

    private static bool MoveNext(CsvReader reader, string fileName)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException cause)
        {
            throw QuotesUnpaired(fileName, cause.RecordNumber, cause);
        }
    }

    private static string[] Cells(CsvReader reader, string fileName)
    {
        if (reader.FieldCount > LedgerLimits.Columns)
        {
            throw new LedgerRefusedException($"“{fileName}”第 {reader.RowNumber:N0} 行超过 {LedgerLimits.Columns} 列，不像台账。请检查这一行的分隔符后再导入。");
        }
        var cells = new string[reader.FieldCount];
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = reader.GetString(column);
            if (cells[column].Length > LedgerLimits.CellCharacters)
            {
                throw QuotesUnpaired(fileName, reader.RowNumber);
            }
        }
        return cells;
    }

    private static LedgerRefusedException QuotesUnpaired(string fileName, long row, Exception? cause = null) => new(
        $"“{fileName}”第 {row:N0} 行的引号不成对，或有一格超过 {LedgerLimits.CellCharacters:N0} 字，分不清从哪里换格。请检查这一行的引号后再导入。", cause);
}
