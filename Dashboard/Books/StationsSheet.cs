using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>家站年度工作统计表 (ledger E).</summary>
internal static class StationsSheet
{
    public const string Forwarded = "转办";

    public static IReadOnlyList<Column> Columns { get; } =
    [
        .. ByStation.Columns, new("驻站代表数", 8, ColumnKind.Number),
        Count("接待场次"), Count("进站代表人次"), .. ByStation.Rate("进站率", "人数"), Count("接待选民人次"),
        Count("收集"), Count("当场解释"),
        .. Enum.GetValues<ForwardingChannel>().Select(channel => new Column(Short(channel), 9, ColumnKind.Number) { Group = Forwarded }), new("合计", 7, ColumnKind.Number) { Group = Forwarded },
        Count("已答复"), .. ByStation.Rate("答复率"), .. ByStation.Rate("按期答复率"),
        Count("已反馈"), .. ByStation.Rate("反馈率"), Count("待反馈"),
        Count("满意"), Count("基本满意"), Count("不满意"), .. ByStation.Rate("满意率"), new("含基本满意", 8, ColumnKind.Percent) { Group = "满意率" },
        Count("述职代表数"), .. ByStation.Rate("述职率", "人数"),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Stations, $"家站{(frame.Period.Year is null ? "" : "年度")}工作统计表", "意见为件，代表为人，接待为场、人次", Columns, Rows(figures)) with
    {
        OnA3 = true,
        FrozenColumns = ByStation.Frozen,
        Notes =
        [
            $"一位代表驻几个家站的，各家站都计，小计、合计只计一人。收集＝当场解释＋转办合计＋超出范围＋并案＋待转交，后三项见“{Tabs.Balance}”。比率的口径见“说明”。",
            $"进站率的分子是驻站代表中期间内至少参加过一次接待的，不论在哪个家站；述职率只算驻站的区人大代表，没有驻站的见“{Tabs.Deputies}”；停用的家站没有驻站代表。一位代表一场算一个进站代表人次。",
        ],
    };

    public static IEnumerable<SheetRow> Rows(YearFigures figures) => ByStation.Rows(figures, stations => Cells(figures, stations));

    private static IEnumerable<Cell> Cells(YearFigures figures, IReadOnlyList<Station> stations)
    {
        var (tally, sessions, stationed) = (figures.TallyOf(stations), figures.SessionsOf(stations), figures.StationedOf(stations));
        var (counts, ratings) = (tally.Counts, tally.Ratings);
        return
        [
            stationed.Deputies,
            sessions.Sessions, sessions.Visits, .. stationed.Received.Cells, sessions.VoterTimes,
            counts.Collected, counts.Explained,
            .. Enum.GetValues<ForwardingChannel>().Select(channel => (Cell)stations.Sum(station => figures.Along(station, channel).Forwarded)), counts.Forwarded,
            counts.Answered, .. tally.AnswerRate.Cells, .. tally.InTimeRate.Cells,
            counts.FedBack, .. tally.FeedbackRate.Cells, counts.AwaitingFeedback,
            ratings.Satisfied, ratings.MostlySatisfied, ratings.Dissatisfied, .. tally.SatisfiedRate.Cells, tally.MostlySatisfiedRate.Share,
            stationed.Reported.Numerator, .. stationed.Reported.Cells,
        ];
    }

    public static string Short(ForwardingChannel channel) => channel switch
    {
        ForwardingChannel.CongressSession => "人代会期间",
        ForwardingChannel.BetweenSessions => "闭会期间",
        ForwardingChannel.CommitteeMeeting => "列席会议",
        ForwardingChannel.StateOrgan => "一府一委两院",
        ForwardingChannel.MunicipalDeputy => "市人大代表",
    };

    private static Column Count(string header) => new(header, 7.5, ColumnKind.Number);
}
