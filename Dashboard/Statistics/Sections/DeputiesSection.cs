using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>代表: what each carried, attended and reported, in official order. Never a rank.</summary>
internal static class DeputiesSection
{
    private static readonly Measure[] _measures = [Measure.Collected, Measure.Forwarded, Measure.AnsweredOnes, Measure.FedBackOnes, Measure.AwaitingFeedback];

    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var listed = DeputiesSheet.Listed(figures);
        var (attended, reported) = DeputiesSheet.Own(figures, listed);
        return new Figure("deputies", "代表",
        [
            new FigureTable("各位代表", ["代表", .. Terms.Of(_measures), Terms.Contact("参加接待", "场"), new FigureColumn(new Term("述职", "期间内向选民述职的日期和方式。合计为已述职的区人大代表/在任的区人大代表。")) { FromTheLeft = true }],
            [
                .. listed.Select(deputy => new FigureRow(new Term($"{deputy.Name}{(deputy.Level is DeputyLevel.City ? "（市人大代表）" : "")}　{deputy.Code}"),
                [
                    .. Cells(figures.Carried.Deputies.GetValueOrDefault(deputy.Id, OpinionCounts.None), rows.Of(deputy.Id)),
                    .. figures.Scope.Reach.Covers(deputy) ? [figures.Contacts.Attended.GetValueOrDefault(deputy.Id), Reported(figures, deputy)] : new FigureCell[] { null as string, null as string },
                ])),
                new FigureRow(new Term("（代表待定）"), [.. Cells(figures.Carried.Without, null), null as string, null as string]),
                new FigureRow(new Term("减：共同反映的重复计数"), [.. Cells(figures.Carried.Repeats, null), null as string, null as string]),
                new FigureRow(new Term("合计"), [.. Cells(figures.Total.Counts, rows.All), attended, $"{reported.Numerator}/{reported.Denominator}"]) { Look = "total" },
            ]),
        ])
        {
            Unit = "意见为件，接待为场",
            Notes = ["按代表名册的顺序，不作排名。几位代表共同反映的一件，各人都计一件，合计前减去重复的。参加接待是期间内在各家站参加的场次。"
                + (figures.Scope.Reach.Everything ? "" : "不在范围内家站接待的代表，只列他们反映的、范围内家站收集的意见。")],
        };

        IEnumerable<FigureCell> Cells(OpinionCounts counts, OpinionFilter? list) => _measures.Select(measure => rows.Count(counts, measure, list));
    }

    private static string Reported(YearFigures figures, Deputy deputy) => figures.Contacts.Reports.TryGetValue(deputy.Id, out var report) ? $"{report.ReportedOn:yyyy-MM-dd} {report.Form.InWords()}" : "";
}
