using System.ComponentModel.DataAnnotations;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>登记表的列: what the file for the deputies' activity system may hold. An office picks and orders them by <c>Liaison:RegisterColumns</c>.</summary>
internal static class RegisterColumns
{
    public const string Usual = "代表姓名、代表证号、活动日期、开始时间、结束时间、活动类型、活动名称、方式、地点、组织单位、接待人次、意见建议数、内容摘要、登记人";

    private static readonly RegisterColumn[] _known =
    [
        Of("序号", 6, (_, _, number) => number, ColumnKind.Number),
        Of("记录编号", 13, (session, _, _) => session.Session.Number),
        Of("代表姓名", 9, (_, one, _) => one.Deputy.Name),
        Of("代表证号", 10, (_, one, _) => one.Deputy.Code),
        Of("选区", 16, (_, one, _) => one.District),
        Of("代表小组", 11, (_, one, _) => one.Unit),
        Of("活动日期", 10.5, (session, _, _) => session.Session.On, ColumnKind.Date),
        Of("开始时间", 9, (session, _, _) => $"{session.Session.From:HH':'mm}"),
        Of("结束时间", 9, (session, _, _) => $"{session.Session.Until:HH':'mm}"),
        Of("活动类型", 10, (session, _, _) => session.Kind),
        Of("活动名称", 16, (session, _, _) => session.Title),
        Of("方式", 6, (session, _, _) => session.Session.Form.InWords()),
        Of("监督议题", 18, (session, _, _) => session.Topic),
        Of("家站", 13, (session, _, _) => session.Station.Name),
        Of("地点", 18, (session, _, _) => session.Session.Place, ColumnKind.LongText),
        Of("组织单位", 11, (session, _, _) => session.Unit.Name),
        Of("参加代表", 14, (session, _, _) => session.Names),
        Of("接待人次", 8, (session, _, _) => session.Session.VoterTimes, ColumnKind.Number),
        Of("意见建议数", 8, (session, one, _) => session.OpinionsOf(one), ColumnKind.Number),
        Of("内容摘要", 40, (session, _, _) => session.Gist, ColumnKind.LongText),
        Of("登记人", 8, (session, _, _) => session.Session.RecordedBy),
        Of("登记日期", 10.5, (session, _, _) => session.Session.RecordedAt is { } at ? ChinaTime.DayOf(at) : null as DateOnly?, ColumnKind.Date),
        Of("代表核对", 8, (_, one, _) => one.Checked),
        Of("核对日期", 10.5, (_, one, _) => one.ConfirmedOn, ColumnKind.Date),
    ];

    public static IEnumerable<string> Names => _known.Select(column => column.Column.Header);

    /// <summary>The columns that are named, in the order they are named in.</summary>
    public static IReadOnlyList<RegisterColumn> Parse(string names) => [.. Split(names).Select(name => Array.Find(_known, column => column.Column.Header == name)).OfType<RegisterColumn>()];

    /// <summary>What is wrong with a choice of columns, as a sentence; null where nothing is.</summary>
    public static string? WhyNot(string names)
    {
        var chosen = Split(names);
        return chosen.Length == 0 ? "一列也没有写"
            : Array.Find(chosen, name => !Names.Contains(name)) is { } unknown ? $"“{unknown}”不认识"
            : chosen.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice ? $"“{twice}”写了两次"
            : null;
    }

    private static string[] Split(string names) => names.Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static RegisterColumn Of(string name, double width, Func<LedgerSession, LedgerDeputy, int, Cell> cell, ColumnKind kind = ColumnKind.Text) => new(new Column(name, width, kind), cell);
}

/// <param name="Column">As the file shows it.</param>
/// <param name="Cell">Of a session, a deputy who was there, and the row's number.</param>
internal sealed record RegisterColumn(Column Column, Func<LedgerSession, LedgerDeputy, int, Cell> Cell);

/// <summary>An unknown column stops the app at start and is named.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KnownRegisterColumnsAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => RegisterColumns.WhyNot(value as string ?? "") is { } wrong
        ? new ValidationResult($"Liaison:RegisterColumns 里{wrong}。可以写的列：{string.Join('、', RegisterColumns.Names)}。", [validationContext.MemberName!])
        : ValidationResult.Success;
}
