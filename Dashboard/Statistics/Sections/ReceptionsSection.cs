using VoterLiaison.Dashboard.Books;

namespace VoterLiaison.Dashboard.Statistics.Sections;

/// <summary>接待: receptions held, who was there and who came; three units that never add up together.</summary>
internal static class ReceptionsSection
{
    public static Figure Of(YearFigures figures, StatisticsRows rows) => new("receptions", "接待和述职",
    [
        new FigureTable("各家站的接待",
        [
            Places.Column, Terms.Contact("接待场次", "场"), Terms.Contact("进站代表人次", "人次"), Terms.Contact("接待选民人次", "人次"),
            Terms.Of("驻站代表", "在任、在该家站接待选民的代表；一位代表驻几个家站的，各家站都计，小计、合计只计一人。") with { Unit = "人" }, Terms.Contact("进站率"),
            Terms.Drawn, Terms.Contact("述职率"),
        ],
        Places.Of(figures, rows, (stations, list) =>
        {
            var (sessions, stationed) = (figures.SessionsOf(stations), figures.StationedOf(stations));
            return
            [
                rows.Sessions(sessions.Sessions, list), sessions.Visits, sessions.VoterTimes,
                stationed.Deputies, Share.Of(stationed.Received), new Bar(stationed.Received.Numerator, stationed.Received.Denominator), Share.Of(stationed.Reported),
            ];
        })),
    ])
    {
        Unit = "场、人、人次，互不相加",
        Notes = ["进站率、述职率下面是分子/分母；停用的家站没有驻站代表。述职率只算驻站的区人大代表。"],
    };
}
