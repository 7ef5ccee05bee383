using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Books;

/// <summary>What every sheet of a year's book has alike: title, reporting line, as-of, signatures.</summary>
internal sealed record BookFrame(LiaisonOptions Office, int Year, DateTime AsOf, BookScope Scope)
{
    private DateOnly Today => ChinaTime.DayOf(AsOf);

    public string Title => $"{Before}联系选民年度表册（{InBrackets}）";

    public string AsOfInWords => $"{ChinaTime.At(AsOf):yyyy年M月d日 HH:mm:ss}";

    public string Period => $"{Year}年1月1日至12月31日";

    /// <summary>A book of a part of the district has no overview of all of it.</summary>
    public string OverviewTab => Scope.Reach.Everything ? Tabs.Overview : Tabs.PartOverview;

    /// <summary>What every title begins with.</summary>
    private string Before => Office.TablePrefix.Length > 0 ? Office.TablePrefix : $"{Office.DistrictName}人大代表";

    private string InBrackets => Scope.Reach.Everything ? $"{Year}年度" : $"{Year}年度，{Scope.Title}";

    public Signatures Signatures => new(Today, Office.TablePreparer, Office.TableReviewer, Office.OfficePhone);

    public Sheet Sheet(string name, string table, string unit, IReadOnlyList<Column> columns, IEnumerable<SheetRow> rows) =>
        Sheet(name, table, unit, columns, rows.ToAsyncEnumerable());

    public Sheet Sheet(string name, string table, string unit, IReadOnlyList<Column> columns, IAsyncEnumerable<SheetRow> rows) =>
        new(name, new Heading($"{Before}{table}（{InBrackets}）", Office.OfficeName, Period, unit) { Note = $"数据截至{AsOfInWords}{(Scope.Reach.Everything ? "" : $"　范围：{Scope.Title}")}" }, columns, rows)
        {
            Signatures = Signatures,
        };
}
