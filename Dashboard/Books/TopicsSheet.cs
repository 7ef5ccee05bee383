using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Plans;

namespace VoterLiaison.Dashboard.Books;

/// <summary>议题: what voters said in the year about each subject the Standing Committee looks into.</summary>
internal static class TopicsSheet
{
    private static readonly Column[] _columns =
    [
        new("议题", 40, ColumnKind.LongText), new("种类", 11), new("年度", 8), new("接待场次", 9, ColumnKind.Number),
        .. new[] { "收集", "转交", "答复", "反馈", "当场解释", "超出范围", "并案", "待转交", "待反馈", "逾期" }.Select(name => new Column(name, 9, ColumnKind.Number)),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Topics, "议题意见建议统计表", "意见为件，接待为场", _columns, Rows(figures)) with
    {
        Filtered = false,
        FrozenColumns = 1,
        Notes = ["列统计期间所在年度的议题，和期间内有意见、有接待的其他年度议题。一件意见最多归入一个议题。接待场次是围绕议题举行过的。"],
    };

    public static IReadOnlyList<Topic> Listed(YearFigures figures) =>
        [.. figures.Registers.Topics.Where(topic => (topic.Year >= figures.Period.From.Year && topic.Year <= figures.Period.Until.Year) || figures.Topics.ContainsKey(topic.Id) || figures.Contacts.Topics.ContainsKey(topic.Id))];

    private static IEnumerable<SheetRow> Rows(YearFigures figures) =>
    [
        .. Listed(figures).Select(topic => SheetRow.Detail(
            [topic.Title, topic.Kind.InWords(), $"{topic.Year}", figures.Contacts.Topics.GetValueOrDefault(topic.Id), .. Cells(figures.Topics.GetValueOrDefault(topic.Id, OpinionCounts.None))])),
        SheetRow.Detail(["（没有归入议题）", "", "", figures.Contacts.Total.Sessions - figures.Contacts.Topics.Values.Sum(), .. Cells(figures.Topics.GetValueOrDefault(0, OpinionCounts.None))]),
        SheetRow.Total(["合计", "", "", figures.Contacts.Total.Sessions, .. Cells(OpinionCounts.Sum(figures.Topics.Values))]),
    ];

    private static IEnumerable<Cell> Cells(OpinionCounts counts) =>
    [
        counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack, counts.Explained, counts.OutOfScope, counts.Merged, counts.ToForward, counts.AwaitingFeedback, counts.Overdue,
    ];
}
