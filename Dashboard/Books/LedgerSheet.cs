using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>选民意见建议台账: every opinion of the period, whole, a row each.</summary>
internal static class LedgerSheet
{
    private static readonly Column[] _columns =
    [
        new("序号", 6.5, ColumnKind.Number), new("意见编号", 15), new("收集日期", 10.5, ColumnKind.Date), new("来源", 6), new("家站", 12), new("街道（联组）", 10.5),
        new("代表", 8), new("选民", 8.5), new("联系方式", 12.5), new("意见内容", 44, ColumnKind.LongText), new("类别", 8.5), new("合并至", 15),
        new("反映渠道", 10.5), new("反映日期", 10.5, ColumnKind.Date), new("承办单位", 13), new("交办日期", 10.5, ColumnKind.Date), new("答复时限", 10.5, ColumnKind.Date), new("延期至", 10.5, ColumnKind.Date),
        new("答复日期", 10.5, ColumnKind.Date), new("办理结果类别", 9), new("答复内容", 38, ColumnKind.LongText), new("是否超期（天）", 7.5, ColumnKind.Number),
        new("反馈日期", 10.5, ColumnKind.Date), new("反馈方式", 6), new("反馈人", 8), new("解释说明", 22, ColumnKind.LongText), new("选民评价", 8.5), new("代表评价", 8.5),
        new("办理轮次", 5.5, ColumnKind.Number), new("办结日期", 10.5, ColumnKind.Date), new("状态", 9), new("备注", 26, ColumnKind.LongText),
    ];

    public static Sheet Of(YearReading reading, BookFrame frame) => frame.Sheet(Tabs.Ledger, "选民意见建议台账", "件", _columns, RowsAsync(reading)) with
    {
        OnA3 = true,
        FrozenColumns = 2,
        Notes =
        [
            reading.Figures.Total.Counts.Collected == 0 ? "统计期间内没有收集到意见。" : $"共 {reading.Figures.Total.Counts.Collected} 件，按收集日期排列。",
            "答复时限空白：没有转交，或尚未交办、不计期限。“是否超期”写天数的，是答复比时限晚的天数，没有答复的算到数据截至之日。",
            frame.Scope.Voters.Masking,
        ],
    };

    private static async IAsyncEnumerable<SheetRow> RowsAsync(YearReading reading)
    {
        var number = 0;
        await foreach (var opinion in reading.OpinionsAsync())
        {
            yield return SheetRow.Detail([++number, .. Cells(opinion, reading.Figures)]);
        }

        YearFigures.RequireAll(Measure.Collected, number, reading.Figures.Total.Counts.Collected);
    }

    private static IEnumerable<Cell> Cells(WholeOpinion whole, YearFigures figures)
    {
        var (opinion, registers) = (whole.Opinion, figures.Registers);
        var (journey, feedback, station) = (opinion.CurrentForwarding, opinion.CurrentFeedback, registers.Station(opinion.StationId));
        var due = journey is null ? null : Clock.OnAnswerBeforeExtension(journey, figures.Limits)?.DueOn;
        var extended = journey?.ExtendedOn is null ? null : Clock.OnAnswer(journey, figures.Limits)?.DueOn;
        var answer = journey?.Answers.FirstOrDefault(one => one.Kind is AnswerKind.Lead);
        return
        [
            opinion.Number, opinion.CollectedOn, opinion.Source.InWords(), station.Name, registers.UnitOf(station).ShortName,
            OpinionInWords.Deputies(opinion, registers), figures.Scope.Voters.Names(opinion), figures.Scope.Voters.Phones(opinion),
            opinion.Words, registers.Category(opinion.CategoryId), whole.LeadNumber,
            journey?.Channel.InWords(), journey?.ForwardedOn, OpinionInWords.Handlers(journey, registers), journey?.AssignedOn, due, extended,
            answer?.AnsweredOn, answer is null ? null as string : opinion.Outcome?.InWords(), OpinionInWords.Answers(journey, registers), Late(extended ?? due, answer?.AnsweredOn, figures.Today),
            feedback?.FedBackOn, feedback?.Means.InWords(), feedback?.GivenBy, OpinionInWords.Explanation(opinion, feedback), opinion.Rating?.InWords(), journey?.DeputyRating?.InWords(),
            opinion.Round == 0 ? null as int? : opinion.Round, opinion.ConcludedOn, OpinionInWords.Standing(opinion), OpinionInWords.Remarks(opinion, registers),
        ];
    }

    private static Cell Late(DateOnly? due, DateOnly? answered, DateOnly today) =>
        due is not { } limit ? null as string
        : (answered ?? today).DayNumber - limit.DayNumber is > 0 and var days ? days
        : "否";
}
