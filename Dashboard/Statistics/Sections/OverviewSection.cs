using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>总体: the way from 收集 to 反馈, every measure and every rate, beside the period before.</summary>
internal static class OverviewSection
{
    private static readonly Measure[] _measures =
    [
        Measure.Collected, Measure.Forwarded, Measure.AnsweredOnes, Measure.FedBackOnes, Measure.Explained, Measure.OutOfScope, Measure.Merged, Measure.ToForward,
        Measure.AwaitingAnswer, Measure.AwaitingFeedback, Measure.Outstanding, Measure.Overdue, Measure.AnswerOverdue, Measure.FeedbackOverdue, Measure.GravelyOverdue,
    ];

    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var (now, before) = (figures.Total, figures.PeriodBefore);
        var rowsBefore = rows with { Period = figures.Period.Before };
        FigureColumn[] sides = [figures.Period.This, figures.Period.Year is null ? "上年同期" : "上年"];
        return new Figure("overview", "总体",
        [
            new FigureTable($"各数与{sides[1].Term.Name}对照", ["项目", .. sides, "增减"], [.. _measures.Select(measure => new FigureRow(Term.Of(measure),
            [
                rows.Count(now.Counts, measure, rows.All), rowsBefore.Count(before.Counts, measure, rows.All), new Change(now.Counts[measure] - before.Counts[measure]),
            ]) { Look = measure.Late is not Lateness.None ? "late-row" : measure.Owed ? "owe-row" : null })]),
            new FigureTable($"比率与{sides[1].Term.Name}对照", ["比率", .. sides],
            [
                Rate(Terms.AnswerRate, now.AnswerRate, before.AnswerRate), Rate(Terms.InTimeRate, now.InTimeRate, before.InTimeRate), Rate(Terms.FeedbackRate, now.FeedbackRate, before.FeedbackRate),
                Rate(Terms.SatisfiedRate, now.SatisfiedRate, before.SatisfiedRate), Rate(Terms.MostlySatisfiedRate, now.MostlySatisfiedRate, before.MostlySatisfiedRate),
            ]),
        ])
        {
            Unit = "件；比率下面是分子/分母",
            Picture = Flow(now.Counts, rows),
            Notes =
            [
                $"{sides[1].Term.Name}是{figures.Period.Before.InWords}。两段都按收集日期归入，都是数据截至时的状态：以前的意见后来办理的，也已反映在{sides[1].Term.Name}的数字里。",
                "收集＝转交＋当场解释＋超出范围＋并案＋待转交；转交＝答复＋待答复；逾期＝答复逾期＋反馈逾期。没有分母的比率记为“—”。",
            ],
        };
    }

    private static FigureRow Rate(FigureColumn of, Rate now, Rate before) => new(of.Term, [Share.Of(now), Share.Of(before)]);

    private static Flow Flow(OpinionCounts counts, StatisticsRows rows)
    {
        return new Flow(
        [
            Bar(Measure.Collected, new("转交", counts.Forwarded, "k2"), new("待转交", counts.ToForward, "k1"), new("当场解释", counts.Explained, "k0"), new("超出范围", counts.OutOfScope, "k0"), new("并案", counts.Merged, "k0")),
            Bar(Measure.Forwarded, new("答复", counts.Answered, "k2"), new("待答复", counts.AwaitingAnswer, "k1")),
            Bar(Measure.AnsweredOnes, new("反馈", counts.FedBack, "k4"), new("有答复待反馈", counts.AnswerToTell, "k3")),
        ]);

        FlowBar Bar(Measure measure, params IReadOnlyList<Part> parts) => new(measure.InWords(), rows.Count(counts, measure, rows.All), counts.Collected, parts);
    }
}
