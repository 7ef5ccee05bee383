using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>承办单位: what each organ was charged with as lead, how soon and how it answered. In official order, not by result.</summary>
internal static class OrgansSection
{
    private const string Outcome = "办理结果（最近一次答复）";

    public static Figure Of(YearFigures figures, StatisticsRows rows, LiaisonOptions office) => new("organs", "承办单位",
    [
        new FigureTable("各主办单位",
        [
            "承办单位（主办）", .. Terms.Of(Measure.Forwarded, Measure.AnsweredOnes), Terms.AnswerRate, Terms.InTimeRate, Terms.MeanDays, FigureColumn.Of(Measure.AnswerOverdue),
            .. Enum.GetValues<AnswerOutcome>().Select(outcome => (FigureColumn)outcome.InHeader(office) with { Group = Outcome }),
            FigureColumn.Of(Measure.AwaitingFeedback),
        ],
        [
            .. figures.Registers.Organs.Where(organ => figures.Organs.ContainsKey(organ.Id))
                .Select(organ => Row(organ.Name, [figures.Organs[organ.Id]], rows, rows.All is { } all ? all with { OrganId = organ.Id } : null)),
            .. figures.Organs.TryGetValue(0, out var without) ? [Row("（没有主办单位）", [without], rows, null)] : Array.Empty<FigureRow>(),
            Row("合计", [.. figures.Organs.Values], rows, rows.All, isAll: true) with { Look = "total" },
        ]),
    ])
    {
        Unit = "件",
        Notes = ["按一府一委两院的顺序，不作排名。一件只计主办单位，协办不计。“没有主办单位”：尚未交办的，和请市人大代表反映的。办理结果各类相加等于答复。"],
    };

    private static FigureRow Row(string name, IReadOnlyList<OrganTally> organs, StatisticsRows rows, OpinionFilter? list, bool isAll = false)
    {
        var tally = Tally.Sum(organs.Select(organ => organ.Tally));
        return new FigureRow(new Term(name),
        [
            rows.Count(tally.Counts, Measure.Forwarded, list), rows.Count(tally.Counts, Measure.AnsweredOnes, list), Share.Of(tally.AnswerRate), Share.Of(tally.InTimeRate),
            Rate.Mean(tally.Answers.Days, tally.Answers.Answered).Words, rows.Count(tally.Counts, Measure.AnswerOverdue, list),
            .. Enum.GetValues<AnswerOutcome>().Select(outcome => rows.Count(
                organs.Sum(organ => organ.Outcomes.GetValueOrDefault(outcome)), Measure.AnsweredOnes, list is null ? null : list with { Outcome = outcome })),
            rows.Count(tally.Counts, Measure.AwaitingFeedback, isAll ? null : list), // 待反馈 of all has those that took no channel too
        ]);
    }
}
