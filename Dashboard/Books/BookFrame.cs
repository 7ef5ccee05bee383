using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Books;

/// <summary>What every sheet of a year's book has alike: title, reporting line, as-of, signatures.</summary>
internal sealed record BookFrame(LiaisonOptions Office, int Year, DateTime AsOf)
{
    private DateOnly Today => ChinaTime.DayOf(AsOf);

    public string Title => $"{Office.DistrictName}人大代表联系选民年度表册（{Year}年度）";

    public string AsOfInWords => $"{ChinaTime.At(AsOf):yyyy年M月d日 HH:mm:ss}";

    public string Period => $"{Year}年1月1日至12月31日";

    public Signatures Signatures => new(Today);

    public Sheet Sheet(string name, string table, string unit, IReadOnlyList<Column> columns, IEnumerable<SheetRow> rows) =>
        Sheet(name, table, unit, columns, rows.ToAsyncEnumerable());

    public Sheet Sheet(string name, string table, string unit, IReadOnlyList<Column> columns, IAsyncEnumerable<SheetRow> rows) =>
        new(name, new Heading($"{Office.DistrictName}人大代表{table}（{Year}年度）", Office.OfficeName, Period, unit) { Note = $"数据截至{AsOfInWords}" }, columns, rows)
        {
            Signatures = Signatures,
        };
}
