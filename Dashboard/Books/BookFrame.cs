using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Books;

/// <summary>What every sheet of a book has alike: title, reporting line, as-of, signatures.</summary>
internal sealed record BookFrame(LiaisonOptions Office, BookPeriod Period, DateTime AsOf, BookScope Scope)
{
    private DateOnly Today => ChinaTime.DayOf(AsOf);

    public string Title => $"{Before}联系选民{(Period.Year is null ? "" : "年度")}表册（{InBrackets}）";

    public string AsOfInWords => $"{ChinaTime.At(AsOf):yyyy年M月d日 HH:mm:ss}";

    /// <summary>A book of a part of the district has no overview of all of it.</summary>
    public string OverviewTab => Scope.Reach.Everything ? Tabs.Overview : Tabs.PartOverview;

    /// <summary>What every title begins with.</summary>
    private string Before => Office.TablePrefix.Length > 0 ? Office.TablePrefix : $"{Office.DistrictName}人大代表";

    private string InBrackets => Scope.Reach.Everything ? Period.Name : $"{Period.Name}，{Scope.Title}";

    public Signatures Signatures => new(Today, Office.TablePreparer, Office.TableReviewer, Office.OfficePhone);

    public Sheet Sheet(string name, string table, string unit, IReadOnlyList<Column> columns, IEnumerable<SheetRow> rows) =>
        Sheet(name, table, unit, columns, rows.ToAsyncEnumerable());

    public Sheet Sheet(string name, string table, string unit, IReadOnlyList<Column> columns, IAsyncEnumerable<SheetRow> rows) =>
        new(name, new Heading($"{Before}{table}（{InBrackets}）", Office.OfficeName, Period.InWords, unit) { Note = $"数据截至{AsOfInWords}{(Scope.Reach.Everything ? "" : $"　范围：{Scope.Title}")}" }, columns, rows)
        {
            Signatures = Signatures,
        };
}
