using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>全区总览: this period beside the one before, counts, rates and the year's balance.</summary>
internal static class OverviewSheet
{
    private static readonly (Measure Measure, Func<OpinionCounts, int> Count)[] _measures =
    [
        (Measure.Collected, counts => counts.Collected),
        (Measure.Forwarded, counts => counts.Forwarded),
        (Measure.AnsweredOnes, counts => counts.Answered),
        (Measure.FedBackOnes, counts => counts.FedBack),
        (Measure.Explained, counts => counts.Explained),
        (Measure.OutOfScope, counts => counts.OutOfScope),
        (Measure.Merged, counts => counts.Merged),
        (Measure.ToForward, counts => counts.ToForward),
        (Measure.AwaitingAnswer, counts => counts.AwaitingAnswer),
        (Measure.AwaitingFeedback, counts => counts.AwaitingFeedback),
        (Measure.Outstanding, counts => counts.Outstanding),
        (Measure.Overdue, counts => counts.Overdue),
        (Measure.AnswerOverdue, counts => counts.AnswerOverdue),
        (Measure.FeedbackOverdue, counts => counts.FeedbackOverdue),
        (Measure.GravelyOverdue, counts => counts.GravelyOverdue),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(frame.OverviewTab, "联系选民工作总览", "件", Columns(figures.Period), Rows(figures)) with
    {
        Filtered = false,
        FrozenColumns = 1,
        Notes =
        [
            "两个期间都按收集日期归入，都是数据截至时的状态；以前的意见后来办理的，也已反映在前一栏的数字里。",
            "收集＝转交＋当场解释＋超出范围＋并案＋待转交；转交＝答复＋待答复；逾期＝答复逾期＋反馈逾期。没有分母的比率记为“—”。",
        ],
    };

    public static IReadOnlyList<SheetRow> Rows(YearFigures figures) =>
    [
        .. Counts(figures.Total.Counts, figures.PeriodBefore.Counts),
        .. Rates(figures.Total, figures.PeriodBefore),
        .. Ratings(figures.Total.Ratings, figures.PeriodBefore.Ratings),
        .. Balances(figures.Period, figures.Balance, figures.BalanceBefore),
    ];

    private static Column[] Columns(BookPeriod period) =>
    [
        new("项目", 22),
        new("件数", 14, ColumnKind.Number) { Group = period.Name },
        new("比率", 11, ColumnKind.Percent) { Group = period.Name },
        new("件数", 14, ColumnKind.Number) { Group = period.Before.Name },
        new("比率", 11, ColumnKind.Percent) { Group = period.Before.Name },
        new("增减", 11, ColumnKind.Number),
        new("口径", 92, ColumnKind.LongText),
    ];

    private static IEnumerable<SheetRow> Counts(OpinionCounts now, OpinionCounts before) =>
        _measures.Select(row => Count(row.Measure.InWords(), row.Count(now), row.Count(before), row.Measure.Definition())).Prepend(Section("件数"));

    private static IEnumerable<SheetRow> Rates(Tally now, Tally before) =>
    [
        Section("比率（分子/分母）"),
        Rate("答复率", now.AnswerRate, before.AnswerRate, RateWording.Answer),
        Rate("按期答复率", now.InTimeRate, before.InTimeRate, RateWording.InTime),
        Rate("反馈率", now.FeedbackRate, before.FeedbackRate, RateWording.Feedback),
        Rate("满意率", now.SatisfiedRate, before.SatisfiedRate, RateWording.Satisfied),
        Rate("满意和基本满意率", now.MostlySatisfiedRate, before.MostlySatisfiedRate, RateWording.MostlySatisfied),
    ];

    private static IEnumerable<SheetRow> Ratings(RatingTally now, RatingTally before) =>
    [
        Section("选民评价"),
        Count("满意", now.Satisfied, before.Satisfied, "最近一轮反馈后，选民评价为满意的。"),
        Count("基本满意", now.MostlySatisfied, before.MostlySatisfied, "最近一轮反馈后，选民评价为基本满意的。"),
        Count("不满意", now.Dissatisfied, before.Dissatisfied, "最近一轮反馈后，选民评价为不满意的。"),
    ];

    private static IEnumerable<SheetRow> Balances(BookPeriod period, Balance now, Balance before) =>
    [
        Section($"{(period.Year is null ? "" : "年度")}结转"),
        .. BalanceWording.All(period).Zip(
            new[] { (now.Opening, before.Opening), (now.Received, before.Received), (now.Concluded, before.Concluded), (now.Closing, before.Closing) },
            (entry, count) => Count(entry.Name, count.Item1, count.Item2, entry.Definition)),
    ];

    private static SheetRow Section(string title) => SheetRow.Subtotal(title, null as string, null as string, null as string, null as string, null as string, null as string);

    private static SheetRow Count(string name, int now, int before, string definition) => SheetRow.Detail(name, now, null as string, before, null as string, now - before, definition);

    private static SheetRow Rate(string name, Rate now, Rate before, string definition) => SheetRow.Detail(name, now.Fraction, now.Share, before.Fraction, before.Share, null as string, definition);
}
