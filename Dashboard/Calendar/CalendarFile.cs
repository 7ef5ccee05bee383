using System.Globalization;
using CsvHelper;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Calendar;

/// <summary>A year's calendar as a table that Excel opens, and that can be loaded again: the sample from which the next year's is made.</summary>
internal static class CalendarFile
{
    public static byte[] Write(CalendarYear year)
    {
        using var text = new MemoryStream();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord("日期", "类型", "名称");
            foreach (var day in year.Days.OrderBy(day => day.On))
            {
                csv.WriteRecord(day.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Kind.InWords(), day.Name);
            }
        }

        return text.ToArray();
    }
}
