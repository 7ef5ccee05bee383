using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>满意度: how voters rate what they were told, and how deputies rate the answers they got. Two voices, never added up.</summary>
internal static class SatisfactionSection
{
    private const string Voters = "选民评价";
    private const string Deputies = "代表评价答复";

    public static Figure Of(YearFigures figures, StatisticsRows rows)
    {
        var (voters, deputies) = (figures.Total.Ratings, figures.AnswerRatingsOf(figures.Registers.Stations));
        return new Figure("satisfaction", "满意度",
        [
            new FigureTable("两方的评价",
            [
                Places.Column,
                Grade(Voters, "满意", "最近一轮反馈后，选民评价为满意的。"), Grade(Voters, "基本满意", "最近一轮反馈后，选民评价为基本满意的。"), Grade(Voters, "不满意", "最近一轮反馈后，选民评价为不满意的。"),
                Terms.SatisfiedRate with { Group = Voters }, Terms.MostlySatisfiedRate with { Group = Voters }, Grade(Voters, "未能联系上", "联系不上，没有评价的，不进比率。"),
                Grade(Deputies, "应评价", "人代会期间议案建议、闭会期间建议中，已答复的。等于满意、基本满意、不满意、未评价之和。"), Grade(Deputies, "满意", "最近一轮的答复，代表评价为满意的。"),
                Grade(Deputies, "基本满意", "最近一轮的答复，代表评价为基本满意的。"), Grade(Deputies, "不满意", "最近一轮的答复，代表评价为不满意的。"),
                Terms.SatisfiedRate with { Group = Deputies }, Grade(Deputies, "未评价", "应评价而还没有评价的。"),
            ],
            Places.Of(figures, rows, (stations, list) => Cells(figures.TallyOf(stations).Ratings, figures.AnswerRatingsOf(stations), rows, list), stations: false)),
        ])
        {
            Unit = "件；比率下面是分子/分母",
            Picture = new Voices(
            [
                new Voice(Voters, [.. Grades(voters), new("未能联系上", voters.NotReached, "k0")]),
                new Voice(Deputies, [.. Grades(deputies.Ratings), new("未评价", deputies.Unrated, "k0")]),
            ]),
            Notes = ["选民评价：最近一轮反馈后选民的评价，没有评价的不列。代表评价：只评价人代会期间议案建议和闭会期间建议的答复。两种评价不相加。"],
        };
    }

    private static IReadOnlyList<FigureCell> Cells(RatingTally voters, AnswerRatings deputies, StatisticsRows rows, OpinionFilter? list)
    {
        return
        [
            Rated(voters.Satisfied, VoterRating.Satisfied), Rated(voters.MostlySatisfied, VoterRating.MostlySatisfied), Rated(voters.Dissatisfied, VoterRating.Dissatisfied),
            Share.Of(voters.SatisfiedRate), Share.Of(voters.MostlySatisfiedRate), Rated(voters.NotReached, VoterRating.NotReached),
            deputies.Owed, deputies.Ratings.Satisfied, deputies.Ratings.MostlySatisfied, deputies.Ratings.Dissatisfied, Share.Of(deputies.Ratings.SatisfiedRate), deputies.Unrated,
        ];

        Counted Rated(int count, VoterRating rating) => rows.Count(count, null, list is null ? null : list with { Rating = rating });
    }

    private static FigureColumn Grade(string group, string name, string definition) => Terms.Of(name, definition) with { Group = group };

    private static IEnumerable<Part> Grades(RatingTally ratings) => [new("满意", ratings.Satisfied, "k4"), new("基本满意", ratings.MostlySatisfied, "k2"), new("不满意", ratings.Dissatisfied, "k1")];
}
