using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>议题: what voters said about each subject the Standing Committee looks into.</summary>
internal static class TopicsSection
{
    private static readonly Measure[] _measures = [Measure.Forwarded, Measure.AnsweredOnes, Measure.FedBackOnes, Measure.AwaitingFeedback, Measure.Overdue];

    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var listed = TopicsSheet.Listed(figures);
        var longest = listed.Select(topic => figures.Topics.GetValueOrDefault(topic.Id, OpinionCounts.None).Collected).DefaultIfEmpty().Max();
        return new Figure("topics", "议题",
        [
            new FigureTable("各议题", ["议题", Terms.Contact("接待场次", "场"), FigureColumn.Of(Measure.Collected), Terms.Drawn, .. Terms.Of(_measures)],
            [
                .. listed.Select(topic => Row(
                    $"{topic.Title}（{topic.Year}年{topic.Kind.InWords()}）", figures.Contacts.Topics.GetValueOrDefault(topic.Id), figures.Topics.GetValueOrDefault(topic.Id, OpinionCounts.None), longest,
                    rows.All is { } all ? all with { TopicId = topic.Id } : null)),
                Row("（没有归入议题）", figures.Contacts.Total.Sessions - figures.Contacts.Topics.Values.Sum(), figures.Topics.GetValueOrDefault(0, OpinionCounts.None), null, null),
                Row("合计", figures.Contacts.Total.Sessions, OpinionCounts.Sum(figures.Topics.Values), null, rows.All) with { Look = "total" },
            ]),
        ])
        {
            Unit = "意见为件，接待为场",
            Notes = ["列统计期间所在年度的议题，和期间内有意见、有接待的其他年度议题。一件意见最多归入一个议题。接待场次是围绕议题举行过的。"],
        };

        FigureRow Row(string name, int sessions, OpinionCounts counts, int? of, OpinionFilter? list) => new(new Term(name),
        [
            sessions, rows.Count(counts, Measure.Collected, list), Bar.OrNone(counts.Collected, of), .. _measures.Select(measure => rows.Count(counts, measure, list)),
        ]);
    }
}
