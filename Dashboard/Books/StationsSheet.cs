using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>家站年度工作统计表: a row for each station, a subtotal for each unit in official order, the total of the book's scope.</summary>
internal static class StationsSheet
{
    /// <summary>Columns whose register does not exist yet; they stand empty, and the notes say so.</summary>
    public static readonly IReadOnlyList<string> Waiting = ["接待场次", "进站代表人次", "进站率", "接待选民人次", "述职代表数", "述职率"];

    private static readonly Column[] _columns =
    [
        new("序号", 6), new("街道（联组）", 13), new("家站", 24), new("驻站代表数", 8, ColumnKind.Number),
        Count("接待场次"), Count("进站代表人次"), new("进站率", 8, ColumnKind.Percent), Count("接待选民人次"),
        Count("收集"), Count("当场解释"),
        .. Enum.GetValues<ForwardingChannel>().Select(channel => new Column(Short(channel), 9, ColumnKind.Number) { Group = "转办" }), new("合计", 7, ColumnKind.Number) { Group = "转办" },
        Count("已答复"), .. Rate("答复率"), .. Rate("按期答复率"),
        Count("已反馈"), .. Rate("反馈率"), Count("待反馈"),
        Count("满意"), Count("基本满意"), Count("不满意"), .. Rate("满意率"), new("含基本满意", 8, ColumnKind.Percent) { Group = "满意率" },
        Count("述职代表数"), new("述职率", 8, ColumnKind.Percent),
    ];

    public static Sheet Of(YearFigures figures, BookFrame frame) => frame.Sheet(Tabs.Stations, $"家站{(frame.Period.Year is null ? "" : "年度")}工作统计表", "件（驻站代表数为人）", _columns, Rows(figures)) with
    {
        OnA3 = true,
        FrozenColumns = 3,
        Notes =
        [
            $"一位代表驻几个家站的，各家站都计，小计、合计只计一人。收集＝当场解释＋转办合计＋超出范围＋并案＋待转交，后三项见“{frame.OverviewTab}”。比率的口径见“说明”。",
            $"{string.Join('、', Waiting)}暂缺：接待登记和述职登记尚未建立，有了登记以后填列。",
        ],
    };

    private static IEnumerable<SheetRow> Rows(YearFigures figures)
    {
        var number = 0;
        foreach (var unit in figures.Registers.Units)
        {
            var stations = figures.Registers.Stations.Where(station => station.UnitId == unit.Id).ToList();
            foreach (var station in stations)
            {
                yield return SheetRow.Detail([++number, unit.ShortName, Name(station), .. Cells(figures, [station])]);
            }

            yield return SheetRow.Subtotal([null as string, unit.ShortName, figures.Registers.IsWhole(unit) ? "小计" : "小计（范围内的家站）", .. Cells(figures, stations)]);
        }

        yield return SheetRow.Total([null as string, figures.Scope.Title, "合计", .. Cells(figures, figures.Registers.Stations)]);
    }

    private static IEnumerable<Cell> Cells(YearFigures figures, IReadOnlyList<Station> stations)
    {
        var tally = Tally.Sum(stations.Select(station => figures.Stations.GetValueOrDefault(station.Id, Tally.None)));
        var (counts, ratings, empty) = (tally.Counts, tally.Ratings, (Cell)(null as string));
        return
        [
            figures.Registers.DeputiesAt(stations),
            empty, empty, empty, empty,
            counts.Collected, counts.Explained,
            .. Enum.GetValues<ForwardingChannel>().Select(channel => (Cell)stations.Sum(station => Along(figures, station, channel))), counts.Forwarded,
            counts.Answered, .. tally.AnswerRate.Cells, .. tally.InTimeRate.Cells,
            counts.FedBack, .. tally.FeedbackRate.Cells, counts.AwaitingFeedback,
            ratings.Satisfied, ratings.MostlySatisfied, ratings.Dissatisfied, .. tally.SatisfiedRate.Cells, tally.MostlySatisfiedRate.Share,
            empty, empty,
        ];
    }

    private static int Along(YearFigures figures, Station station, ForwardingChannel channel) =>
        figures.StationChannels.GetValueOrDefault(new StationChannel { StationId = station.Id, Channel = channel }, OpinionCounts.None).Forwarded;

    private static string Name(Station station) => station.ClosedOn is { } closed ? $"{station.Name}（{closed:yyyy年M月d日}停用）" : station.Name;

    private static string Short(ForwardingChannel channel) => channel switch
    {
        ForwardingChannel.CongressSession => "人代会期间",
        ForwardingChannel.BetweenSessions => "闭会期间",
        ForwardingChannel.CommitteeMeeting => "列席会议",
        ForwardingChannel.StateOrgan => "一府一委两院",
        ForwardingChannel.MunicipalDeputy => "市人大代表",
    };

    private static Column Count(string header) => new(header, 7.5, ColumnKind.Number);

    private static IEnumerable<Column> Rate(string name) => [new("件数", 10, ColumnKind.Number) { Group = name }, new("比率", 8, ColumnKind.Percent) { Group = name }];
}
