using System.ComponentModel.DataAnnotations;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>意见台账的列: what ledger C may hold. An office leaves some out, orders and renames them by <c>Liaison:LedgerColumns</c>.</summary>
internal static class LedgerColumns
{
    private static readonly LedgerColumn[] _known =
    [
        Of("意见编号", 15, line => line.Opinion.Number),
        Of("收集日期", 10.5, line => line.Opinion.CollectedOn, ColumnKind.Date),
        Of("来源", 6, line => line.Opinion.Source.InWords()),
        Of("家站", 12, line => line.Station.Name),
        Of("街道（联组）", 10.5, line => line.Registers.UnitOf(line.Station).ShortName),
        Of("代表", 8, line => OpinionInWords.Deputies(line.Opinion, line.Registers)),
        Of("选民", 8.5, line => line.Figures.Scope.Voters.Names(line.Opinion)),
        Of("联系方式", 12.5, line => line.Figures.Scope.Voters.Phones(line.Opinion)),
        Of("意见内容", 44, line => line.Opinion.Words, ColumnKind.LongText),
        Of("类别", 8.5, line => line.Registers.Category(line.Opinion.CategoryId)),
        Of("合并至", 15, line => line.Whole.LeadNumber),
        Of("反映渠道", 10.5, line => line.Journey?.Channel.InWords()),
        Of("反映日期", 10.5, line => line.Journey?.ForwardedOn, ColumnKind.Date),
        Of("承办单位", 13, line => OpinionInWords.Handlers(line.Journey, line.Registers)),
        Of("交办日期", 10.5, line => line.Journey?.AssignedOn, ColumnKind.Date),
        Of("答复时限", 10.5, line => line.DueOn, ColumnKind.Date),
        Of("延期至", 10.5, line => line.ExtendedTo, ColumnKind.Date),
        Of("答复日期", 10.5, line => line.Answer?.AnsweredOn, ColumnKind.Date),
        Of("办理结果类别", 9, line => line.Answer is null ? null as string : line.Opinion.Outcome?.InPrint(line.Office)),
        Of("答复内容", 38, line => OpinionInWords.Answers(line.Journey, line.Registers), ColumnKind.LongText),
        Of("是否超期（天）", 7.5, Late, ColumnKind.Number),
        Of("反馈日期", 10.5, line => line.Feedback?.FedBackOn, ColumnKind.Date),
        Of("反馈方式", 6, line => line.Feedback?.Means.InWords()),
        Of("反馈人", 8, line => line.Feedback?.GivenBy),
        Of("解释说明", 22, line => OpinionInWords.Explanation(line.Opinion, line.Feedback), ColumnKind.LongText),
        Of("选民评价", 8.5, line => line.Opinion.Rating?.InWords()),
        Of("代表评价", 8.5, line => line.Journey?.DeputyRating?.InWords()),
        Of("办理轮次", 5.5, line => line.Opinion.Round == 0 ? null as int? : line.Opinion.Round, ColumnKind.Number),
        Of("办结日期", 10.5, line => line.Opinion.ConcludedOn, ColumnKind.Date),
        Of("状态", 9, line => OpinionInWords.Standing(line.Opinion)),
        Of("备注", 26, line => OpinionInWords.Remarks(line.Opinion, line.Registers), ColumnKind.LongText),
    ];

    public static IEnumerable<string> Names => _known.Select(column => column.Column.Header);

    /// <summary>The columns that are named, in that order and by those names, after their number; all of them where none is.</summary>
    public static IReadOnlyList<LedgerColumn> Parse(string names) =>
    [
        Of("序号", 6.5, line => line.Number, ColumnKind.Number),
        .. names.Length == 0 ? _known : Split(names).Select(chosen => Named(Array.Find(_known, column => column.Column.Header == chosen.Name)!, chosen.As)),
    ];

    /// <summary>What is wrong with a choice of columns, as a sentence; null where nothing is.</summary>
    public static string? WhyNot(string names)
    {
        var chosen = Split(names).ToList();
        return chosen.Find(one => !Names.Contains(one.Name)) is { Name: { } unknown } ? $"“{unknown}”不认识"
            : chosen.GroupBy(one => one.As).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice ? $"“{twice}”写了两次"
            : null;
    }

    private static LedgerColumn Named(LedgerColumn column, string name) => column with { Column = column.Column with { Header = name } };

    private static IEnumerable<(string Name, string As)> Split(string names) =>
        from part in names.Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let sides = part.Split(['=', '＝'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select sides.Length == 0 ? (part, part) : (sides[0], sides[^1]);

    private static Cell Late(LedgerLine line) =>
        (line.ExtendedTo ?? line.DueOn) is not { } limit ? null as string
        : (line.Answer?.AnsweredOn ?? line.Figures.Today).DayNumber - limit.DayNumber is > 0 and var days ? days
        : "否";

    private static LedgerColumn Of(string name, double width, Func<LedgerLine, Cell> cell, ColumnKind kind = ColumnKind.Text) => new(new Column(name, width, kind), cell);
}

/// <param name="Column">As the ledger shows it.</param>
/// <param name="Cell">Of one opinion.</param>
internal sealed record LedgerColumn(Column Column, Func<LedgerLine, Cell> Cell);

/// <summary>An unknown column stops the app at start and is named.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KnownLedgerColumnsAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => LedgerColumns.WhyNot(value as string ?? "") is { } wrong
        ? new ValidationResult($"Liaison:LedgerColumns 里{wrong}。可以写的列：{string.Join('、', LedgerColumns.Names)}；改名写“原名＝新名”。", [validationContext.MemberName!])
        : ValidationResult.Success;
}
