using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Calendar;

/// <summary>A year's calendar as a file has it, with columns 日期, 类型 and 名称: the days that can be taken, and the rows that cannot.</summary>
public sealed record CalendarReading(string FileName, IReadOnlyList<CalendarDay> Days, IReadOnlyList<RefusedRow> Refused)
{
    private const int RowsLookedAt = 20; // titles may stand above the headings
    private static readonly string[] Headings = ["日期", "类型", "名称"];

    /// <summary>Reads the file. It keeps a processor busy: from a circuit, call it on a thread of its own.</summary>
    /// <param name="content">The file's bytes, .csv or .xlsx.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="year">Whose calendar it shall be; serves dates that name no year.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RuleBrokenException">The file cannot or must not be read, or has no such headings; says why.</exception>
    public static async Task<CalendarReading> ReadAsync(byte[] content, string fileName, int year, CancellationToken cancellationToken = default)
    {
        try
        {
            var file = await LedgerFile.OpenAsync(new MemoryStream(content, writable: false), fileName, cancellationToken);
            foreach (var sheet in file.Sheets.OrderBy(sheet => sheet.Hidden))
            {
                if (sheet.Rows().Take(RowsLookedAt).FirstOrDefault(row => Headings.All(Words(row).Contains)) is { } header)
                {
                    return Read(file.Name, sheet.Rows().Where(row => row.Line > header.Line), [.. Headings.Select(heading => Words(header).IndexOf(heading))], year);
                }
            }

            throw new RuleBrokenException($"“{file.Name}”里没有找到表头。要有一行写着“日期”“类型”“名称”三个列名；可以下载一份样表，照着改。");
        }
        catch (LedgerRefusedException refused)
        {
            throw new RuleBrokenException(refused.Message);
        }
    }

    private static CalendarReading Read(string fileName, IEnumerable<RawRow> rows, int[] columns, int year)
    {
        var (days, refused) = (new List<CalendarDay>(), new List<RefusedRow>());
        foreach (var row in rows)
        {
            var cells = columns.Select(column => column < row.Cells.Count ? row.Cells[column] : null).ToArray();
            if (Array.TrueForAll(cells, cell => LedgerText.Of(cell).Length == 0))
            {
                continue; // a remark beside the table
            }

            if (Refusal(cells, year, days) is { } sentence)
            {
                refused.Add(new RefusedRow(row.Line, sentence));
            }
        }

        return new CalendarReading(fileName, days, refused);
    }

    /// <summary>Takes the row's day, or says why it cannot be taken.</summary>
    private static string? Refusal(object?[] cells, int year, List<CalendarDay> days)
    {
        if (!LedgerDates.TryRead(cells[0], year, out var on, out var unreadable))
        {
            return unreadable;
        }

        if (KindOf(LedgerText.Of(cells[1])) is not { } kind)
        {
            return LedgerText.Of(cells[1]) is { Length: > 0 } written ? $"类型“{written}”认不得，请写“休”或“班”。" : "没有写类型，请写“休”或“班”。";
        }

        var day = new CalendarDay(on, kind, LedgerText.Of(cells[2]));
        if (CalendarYear.WhyNot(year, day, days) is { } sentence)
        {
            return sentence;
        }

        days.Add(day);
        return null;
    }

    private static DayKind? KindOf(string written) => written switch
    {
        "休" or "放假" or "休息" => DayKind.Holiday,
        "班" or "上班" or "调休上班" => DayKind.Workday,
        _ => null,
    };

    private static List<string> Words(RawRow row) => [.. row.Cells.Select(LedgerText.Of)];
}

/// <summary>A row that cannot be taken.</summary>
/// <param name="Line">The row number that Excel or WPS shows beside it.</param>
/// <param name="Sentence">What is wrong with it, and what to do.</param>
public sealed record RefusedRow(int Line, string Sentence);
