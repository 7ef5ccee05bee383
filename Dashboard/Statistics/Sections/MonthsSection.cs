using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>月度: what became of the opinions collected in a month, and, apart from it, what was done in that month.</summary>
internal static class MonthsSection
{
    private const string ByCollection = "当月收集的，至今办到哪一步";
    private const string ByEvent = "当月办了多少（件次）";

    private static readonly Measure[] _measures = [Measure.Collected, Measure.Forwarded, Measure.AnsweredOnes, Measure.FedBackOnes, Measure.AwaitingFeedback, Measure.Overdue];

    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var (events, months) = (figures.Events, figures.Period.Months.ToList());
        return new Figure("months", "月度",
        [
            new FigureTable("各月", Columns,
            [
                .. months.Select(month => new FigureRow(new Term(Name(figures, month)),
                [
                    .. Cells(Counts(figures, month), rows, rows.In(month)),
                    events.Forwarded.GetValueOrDefault(month), events.Answered.GetValueOrDefault(month), events.FedBack.GetValueOrDefault(month),
                ])),
                new FigureRow(new Term("合计"), [.. Cells(OpinionCounts.Sum(figures.Months.Values), rows, rows.All), events.Forwarded.Values.Sum(), events.Answered.Values.Sum(), events.FedBack.Values.Sum()]) { Look = "total" },
            ]),
        ])
        {
            Unit = "左为件，右为件次",
            Picture = months.Count > Months.Shown ? null : Columned(figures, months),
            Notes = ["左边各栏按收集日期归月。右边三栏按办理日期归月，以前收集、期间内办理的也在内，一件办几轮的各计一次，所以与左边的数不相等，也不能相加。"],
        };
    }

    private static IReadOnlyList<FigureColumn> Columns =>
    [
        "月份",
        .. Terms.Of(_measures).Select(column => column with { Group = ByCollection }),
        Event("当月转交", "这个月转交出去的，不论什么时候收集；后来撤回、退办的不计。"),
        Event("当月答复", "主办单位这个月答复的，不论什么时候收集；协办和补充的答复不计。"),
        Event("当月反馈", "这个月告诉选民的，不论什么时候收集；含当场解释、超出范围、并案的告知。"),
    ];

    private static FigureColumn Event(string name, string definition) => Terms.Of(name, definition) with { Group = ByEvent, Unit = "件次" };

    private static IEnumerable<FigureCell> Cells(OpinionCounts counts, StatisticsRows rows, Opinions.OpinionFilter? list) => _measures.Select(measure => rows.Count(counts, measure, list));

    private static Months Columned(YearFigures figures, IReadOnlyList<DateOnly> months)
    {
        var most = months.MaxBy(month => Counts(figures, month).Collected);
        return new Months(
            [.. months.Select(month => new MonthColumn(
                Name(figures, month), Counts(figures, month),
                figures.Events.Forwarded.GetValueOrDefault(month), figures.Events.Answered.GetValueOrDefault(month), figures.Events.FedBack.GetValueOrDefault(month),
                month.AddMonths(1).AddDays(-1) > Earlier(figures.Today, figures.Period.Until)))],
            Counts(figures, most).Collected == 0 ? "各月都没有收集到意见。" : $"各月收集的件数和办到哪一步，最多的是{Name(figures, most)}，{Counts(figures, most).Collected:N0}件；各月的数见下表。");
    }

    private static OpinionCounts Counts(YearFigures figures, DateOnly month) => figures.Months.GetValueOrDefault(month, OpinionCounts.None);

    private static string Name(YearFigures figures, DateOnly month) => figures.Period.From.Year == figures.Period.Until.Year ? $"{month.Month}月" : $"{month:yyyy年M月}";

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
