using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>意见类别: what voters spoke of.</summary>
internal static class CategoriesSection
{
    private static readonly Measure[] _measures = [Measure.Forwarded, Measure.AnsweredOnes, Measure.FedBackOnes, Measure.AwaitingFeedback, Measure.Outstanding, Measure.Overdue];

    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var total = OpinionCounts.Sum(figures.Categories.Values);
        var longest = figures.Categories.Values.Select(counts => counts.Collected).DefaultIfEmpty().Max();
        return new Figure("categories", "意见类别",
        [
            new FigureTable("各类意见", ["类别", FigureColumn.Of(Measure.Collected), Terms.ShareOf("收集合计"), Terms.Drawn, .. Terms.Of(_measures)],
            [
                .. figures.Registers.Categories.Select(category => Row(category.Name, figures.Categories.GetValueOrDefault(category.Id, OpinionCounts.None), longest, rows.All is { } all ? all with { CategoryId = category.Id } : null)),
                .. figures.Categories.TryGetValue(0, out var without) ? [Row("（未归类）", without, longest, null)] : Array.Empty<FigureRow>(),
                Row("合计", total, null, rows.All) with { Look = "total" },
            ]),
        ])
        {
            Unit = "件",
            Notes = ["类别按登记时所归，一件只归一类。"],
        };

        FigureRow Row(string name, OpinionCounts counts, int? of, OpinionFilter? list) => new(new Term(name),
        [
            rows.Count(counts, Measure.Collected, list), Share.Of(new Rate(counts.Collected, total.Collected)), Bar.OrNone(counts.Collected, of), .. _measures.Select(measure => rows.Count(counts, measure, list)),
        ]);
    }
}
