using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>反映途径: how the five channels of 第六条 were used.</summary>
internal static class ChannelsSection
{
    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var total = Tally.Sum(figures.Channels.Values);
        var longest = figures.Channels.Values.Select(tally => tally.Counts.Forwarded).DefaultIfEmpty().Max();
        return new Figure("channels", "反映途径",
        [
            new FigureTable("五种途径",
            [
                "途径（《办法》第六条）", FigureColumn.Of(Measure.Forwarded), Terms.ShareOf("转交合计"), Terms.Drawn, FigureColumn.Of(Measure.AnsweredOnes), Terms.AnswerRate, Terms.InTimeRate, Terms.MeanDays,
                .. Terms.Of(Measure.AnswerOverdue, Measure.FedBackOnes, Measure.AwaitingFeedback),
            ],
            [
                .. Enum.GetValues<ForwardingChannel>().Select(channel => new FigureRow(
                    new Term($"（{"一二三四五"[(int)channel - 1]}）{channel.InWords()}"),
                    Cells(figures.Channels.GetValueOrDefault(channel, Tally.None), total, longest, rows, rows.All is { } all ? all with { Channel = channel } : null))),
                new FigureRow(new Term("合计"), Cells(total, total, null, rows, rows.All)) { Look = "total" },
            ]),
        ])
        {
            Unit = "件",
            Notes = [$"合计为转交的意见；当场解释{figures.Total.Counts.Explained:N0}件、超出范围{figures.Total.Counts.OutOfScope:N0}件、并案{figures.Total.Counts.Merged:N0}件、待转交{figures.Total.Counts.ToForward:N0}件没有途径，不在本表。"],
        };
    }

    private static IReadOnlyList<FigureCell> Cells(Tally tally, Tally total, int? longest, StatisticsRows rows, OpinionFilter? list) =>
    [
        rows.Count(tally.Counts, Measure.Forwarded, list), Share.Of(new Rate(tally.Counts.Forwarded, total.Counts.Forwarded)), Bar.OrNone(tally.Counts.Forwarded, longest),
        rows.Count(tally.Counts, Measure.AnsweredOnes, list), Share.Of(tally.AnswerRate), Share.Of(tally.InTimeRate), Rate.Mean(tally.Answers.Days, tally.Answers.Answered).Words,
        rows.Count(tally.Counts, Measure.AnswerOverdue, list), rows.Count(tally.Counts, Measure.FedBackOnes, list),
        rows.Count(tally.Counts, Measure.AwaitingFeedback, list is { Channel: null } ? null : list), // 待反馈 of all has those that took no channel too
    ];
}
