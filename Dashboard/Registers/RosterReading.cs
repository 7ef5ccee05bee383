using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>A deputies' roster as a file has it, before it is held against the register.</summary>
public sealed record RosterReading(string FileName, string Sheet, IReadOnlyList<RosterRow> Rows, IReadOnlyList<string> Unrecognised)
{
    private const int RowsLookedAt = 20; // titles may stand above the headings

    /// <summary>Reads the file. It keeps a processor busy: from a circuit, call it on a thread of its own.</summary>
    /// <exception cref="RuleBrokenException">The file cannot or must not be read, or has no such headings; says why.</exception>
    public static async Task<RosterReading> ReadAsync(byte[] content, string fileName, CancellationToken cancellationToken = default)
    {
        try
        {
            var file = await LedgerFile.OpenAsync(new MemoryStream(content, writable: false), fileName, cancellationToken);
            foreach (var sheet in file.Sheets.OrderBy(sheet => sheet.Hidden))
            {
                if (sheet.Rows().Take(RowsLookedAt).FirstOrDefault(IsHeader) is { } header)
                {
                    return Read(file.Name, sheet, header);
                }
            }

            throw new RuleBrokenException($"“{file.Name}”里没有找到表头。要有一行写着“代表证号”和“姓名”；可以下载样表，照着填。");
        }
        catch (LedgerRefusedException refused)
        {
            throw new RuleBrokenException(refused.Message);
        }
    }

    private static RosterReading Read(string fileName, RawSheet sheet, RawRow header)
    {
        var columns = new Dictionary<RosterColumn, int>();
        var unrecognised = new List<string>();
        foreach (var (place, heading) in header.Cells.Index())
        {
            if (RosterHeadings.Meaning(heading) is { } column)
            {
                columns.TryAdd(column, place);
            }
            else if (LedgerText.Of(heading) is { Length: > 0 } words and not "序号")
            {
                unrecognised.Add(words);
            }
        }

        var rows = sheet.Rows().Where(row => row.Line > header.Line && !IsHeader(row))
            .Select(row => new RosterRow(row.Line, columns.Where(column => column.Value < row.Cells.Count).ToDictionary(column => column.Key, column => row.Cells[column.Value])))
            .Where(row => row.IsAnybody);
        return new RosterReading(fileName, sheet.Name, [.. rows], unrecognised);
    }

    private static bool IsHeader(RawRow row) =>
        row.Cells.Select(RosterHeadings.Meaning).ToHashSet() is var meanings && meanings.Contains(RosterColumn.Code) && meanings.Contains(RosterColumn.Name);
}

/// <summary>One deputy as the file has it.</summary>
/// <param name="Line">The row number that Excel or WPS shows beside it.</param>
/// <param name="Cells">By meaning.</param>
public sealed record RosterRow(int Line, IReadOnlyDictionary<RosterColumn, object?> Cells)
{
    public bool IsAnybody => Cells.Where(cell => cell.Key is not RosterColumn.Stations).Any(cell => LedgerText.Of(cell.Value).Length > 0);

    /// <summary>In one line and half width; empty where the file says nothing.</summary>
    public string Text(RosterColumn column) =>
        string.Join(' ', LedgerText.Of(Cells.GetValueOrDefault(column)).Normalize(System.Text.NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public object? Cell(RosterColumn column) => Cells.GetValueOrDefault(column);
}
