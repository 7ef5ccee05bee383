using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>家站: by unit in official order, each with its own hundred per cent.</summary>
internal static class StationsSection
{
    private static readonly Measure[] _before = [Measure.Collected, Measure.Forwarded, Measure.AnsweredOnes, Measure.FedBackOnes];
    private static readonly Measure[] _after = [Measure.AwaitingFeedback, Measure.Overdue, Measure.Outstanding];

    public static Figure Of(YearFigures figures, StatisticsRows rows) => new("stations", "家站",
    [
        new FigureTable("各家站", [Places.Column, .. Terms.Of(_before), Terms.Progress, .. Terms.Of(_after), Terms.FeedbackRate], Places.Of(figures, rows, (stations, list) =>
        {
            var tally = figures.TallyOf(stations);
            return
            [
                .. _before.Select(measure => rows.Count(tally.Counts, measure, list)), new Stages(tally.Counts),
                .. _after.Select(measure => rows.Count(tally.Counts, measure, list)), Share.Of(tally.FeedbackRate),
            ];
        })),
    ])
    {
        Unit = "件",
        Notes = ["按联系单位的法定顺序排列，不作排名；每一条都是各自的百分之百。"],
    };
}
