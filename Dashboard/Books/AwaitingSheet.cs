using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>代表待反馈清单: who is still waiting to hear, by the deputy who owes word.</summary>
internal static class AwaitingSheet
{
    private const int GistLength = 90;
    private const string Undecided = "（代表待定）";

    private static readonly Column[] _columns =
    [
        new("序号", 7, ColumnKind.Number), new("代表", 16), new("家站", 18), new("意见编号", 17), new("选民", 12), new("意见摘要", 38, ColumnKind.LongText),
        new("收集日期", 12, ColumnKind.Date), new("已过天数", 8, ColumnKind.Number), new("状态", 16), new("答复日期", 12, ColumnKind.Date), new("答复要点", 38, ColumnKind.LongText),
        new("应做事项", 22, ColumnKind.LongText), new("期限", 12, ColumnKind.Date), new("逾期（天）", 8, ColumnKind.Number),
    ];

    public static Sheet Of(YearReading reading, BookFrame frame) => frame.Sheet(Tabs.Awaiting, "待反馈清单", "件", _columns, RowsAsync(reading)) with
    {
        FrozenColumns = 2,
        Notes =
        [
            reading.Figures.Total.Counts.AwaitingFeedback == 0
                ? "统计期间内收集的意见没有待反馈的。"
                : $"共 {reading.Figures.Total.Counts.AwaitingFeedback} 件，按代表名册的顺序，每位代表有小计，同一代表按期限先后；没有确定代表的在最后。有几位代表的列在第一位名下。已过天数从收集日期算起。",
            reading.Figures.EarlierAwaiting == 0 ? "以前收集的意见没有待反馈的。" : $"以前收集而仍待反馈的还有 {reading.Figures.EarlierAwaiting} 件，不在本表，见以前的表册。",
        ],
    };

    private static async IAsyncEnumerable<SheetRow> RowsAsync(YearReading reading)
    {
        var (number, before) = (0, 0);
        var owes = null as string;
        await foreach (var opinion in reading.AwaitingFeedbackAsync())
        {
            var next = Owes(opinion.Opinion, reading.Figures.Registers);
            if (owes is not null && owes != next)
            {
                yield return Subtotal(owes, number - before);
                before = number;
            }

            owes = next;
            yield return SheetRow.Detail([++number, .. Cells(opinion, reading.Figures)]);
        }

        YearFigures.RequireAll(Measure.AwaitingFeedback, number, reading.Figures.Total.Counts.AwaitingFeedback);
        if (owes is not null)
        {
            yield return Subtotal(owes, number - before);
        }

        yield return SheetRow.Total(["", "合计", "", $"{number} 件", .. Enumerable.Repeat<Cell>(default, _columns.Length - 4)]);
    }

    private static SheetRow Subtotal(string owes, int count) => SheetRow.Subtotal(["", owes, "小计", $"{count} 件", .. Enumerable.Repeat<Cell>(default, _columns.Length - 4)]);

    /// <summary>Under whom it stands: the deputy the voter knows, by certificate number too, since two may share a name.</summary>
    private static string Owes(Opinion opinion, Registers registers) => opinion.Deputies.FirstOrDefault(link => link.Order == 1) is { } first
        ? $"{registers.Deputy(first.DeputyId).Name}（{registers.Deputy(first.DeputyId).Code}）"
        : Undecided;

    private static IEnumerable<Cell> Cells(WholeOpinion whole, YearFigures figures)
    {
        var opinion = whole.Opinion;
        var late = opinion.DueOn is { } due && due < figures.Today ? figures.Today.DayNumber - due.DayNumber : null as int?;
        return
        [
            opinion.Deputies.Count == 0 ? Undecided : OpinionInWords.Deputies(opinion, figures.Registers), figures.Registers.Station(opinion.StationId).Name,
            opinion.Number, figures.Scope.Voters.Names(opinion), Gist(opinion.Subject.Length > 0 ? opinion.Subject : opinion.Words),
            opinion.CollectedOn, figures.Today.DayNumber - opinion.CollectedOn.DayNumber, OpinionInWords.Standing(opinion), opinion.AwaitingFeedbackSince, Gist(Word(whole)),
            Owed(whole), opinion.DueOn, late,
        ];
    }

    /// <summary>What there is to tell.</summary>
    private static string Word(WholeOpinion whole) => whole.Opinion.Stage switch
    {
        OpinionStage.Merged => whole.Lead is { } lead ? lead.CurrentForwarding?.Standing?.Text ?? lead.Explanation ?? "" : "（主件不在本表册范围内）",
        OpinionStage.Answered => whole.Opinion.CurrentForwarding?.Standing?.Text ?? "",
        _ => whole.Opinion.Explanation ?? "",
    };

    private static string Owed(WholeOpinion whole) => whole.Opinion.Stage switch
    {
        OpinionStage.Answered when whole.Opinion.OwesExplanation => "告诉选民办理结果，并作解释说明",
        OpinionStage.OutOfScope => $"告诉选民应找{whole.Opinion.PointedTo}",
        OpinionStage.Explained => "向选民解释说明",
        OpinionStage.Merged => $"告诉选民主件{whole.LeadNumber}的结果",
        _ => "告诉选民办理结果",
    };

    private static string Gist(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= GistLength ? line : line[..(char.IsHighSurrogate(line[GistLength - 1]) ? GistLength - 1 : GistLength)] + "……";
    }
}
