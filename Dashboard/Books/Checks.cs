using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Late;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Books;

/// <summary>What the numbers of a year's book owe one another.</summary>
/// <param name="figures">As they were read.</param>
/// <param name="footing">As the sheets say them.</param>
internal sealed class Checks(YearFigures figures, Footing footing)
{
    private static readonly string[] _stationColumns = ["接待场次", "进站代表人次", "接待选民人次", "收集", "当场解释", "已答复", "已反馈", "待反馈", "满意", "基本满意", "不满意"];
    private static readonly string[] _voterRatings = ["满意", "基本满意", "不满意", "未能联系上"];
    private static readonly string[] _deputyRatings = ["应评价", "满意", "基本满意", "不满意", "未评价"];

    private readonly IReadOnlyList<Place> _places =
    [
        .. figures.Registers.Stations.Select(station => new Place(ByStation.Name(station), [station])),
        .. figures.Registers.Units.Select(unit => new Place($"{unit.ShortName}小计", figures.Registers.StationsOf(unit))),
    ];

    /// <summary>年初＋收集－办结＝年末, of each station and unit and of all.</summary>
    public IEnumerable<Check> Balances => _places
        .Select(place => Closes(place.Name, Balance.Sum(place.Stations.Select(station => figures.StationBalances.GetValueOrDefault(station.Id, Balance.None)))))
        .Append(Closes("合计", figures.Balance));

    /// <summary>收集＝转交＋当场解释＋超出范围＋并案＋待转交, of each station and unit and of all.</summary>
    public IEnumerable<Check> Ways =>
        from place in _places.Append(new Place("合计", figures.Registers.Stations))
        let counts = Tally.Sum(place.Stations.Select(station => figures.Stations.GetValueOrDefault(station.Id, Tally.None))).Counts
        select new Check(
            place.Name, "收集", counts.Collected, "转交＋当场解释＋超出范围＋并案＋待转交", counts.Forwarded + counts.Explained + counts.OutOfScope + counts.Merged + counts.ToForward);

    /// <summary>Stations = units = all, of every column that may be added up.</summary>
    public IEnumerable<Check> Sums =>
    [
        .. _stationColumns.SelectMany(header => AddedUp(Tabs.Stations, header)),
        .. StationsSheet.Columns.Where(column => column.Group == StationsSheet.Forwarded).SelectMany(column => AddedUp(Tabs.Stations, column.Header, StationsSheet.Forwarded)),
        .. BalanceSheet.Entries(figures.Period).SelectMany(header => AddedUp(Tabs.Balance, header, BalanceSheet.ByEvent)),
        .. BalanceSheet.Ways.SelectMany(header => AddedUp(Tabs.Balance, header, BalanceSheet.ByCollection)),
        .. _voterRatings.SelectMany(header => AddedUp(Tabs.Satisfaction, header, SatisfactionSheet.Voters)),
        .. _deputyRatings.SelectMany(header => AddedUp(Tabs.Satisfaction, header, SatisfactionSheet.Deputies)),
        new("五种途径相加", $"{Tabs.Stations}转办各栏", Enum.GetValues<ForwardingChannel>().Sum(channel => footing.Sum(Tabs.Stations, StationsSheet.Short(channel), StationsSheet.Forwarded, RowKind.Total)), $"{Tabs.Stations}转办合计", OfStations("合计", StationsSheet.Forwarded)),
    ];

    /// <summary>The rows of each table add up to what the stations have together.</summary>
    public IEnumerable<Check> Tables =>
    [
        .. Entries(figures.Balance),
        .. Table(Tabs.Months, ("收集", "收集"), ("转交", "合计"), ("答复", "已答复"), ("反馈", "已反馈"), ("当场解释", "当场解释"), ("待反馈", "待反馈")),
        .. Table(Tabs.Channels, ("转交", "合计"), ("答复", "已答复"), ("反馈", "已反馈")),
        .. Table(Tabs.Organs, ("转交", "合计"), ("答复", "已答复")),
        .. Table(Tabs.Categories, ("收集", "收集"), ("转交", "合计"), ("答复", "已答复"), ("反馈", "已反馈"), ("当场解释", "当场解释"), ("待反馈", "待反馈")),
        .. Table(Tabs.Topics, ("接待场次", "接待场次"), ("收集", "收集"), ("转交", "合计"), ("答复", "已答复"), ("反馈", "已反馈"), ("当场解释", "当场解释"), ("待反馈", "待反馈")),
        .. Table(Tabs.Deputies, ("收集", "收集"), ("转交", "合计"), ("答复", "已答复"), ("反馈", "已反馈"), ("待反馈", "待反馈")),
        .. figures.Scope.Reach.Everything ? Table(Tabs.Deputies, ("参加接待", "进站代表人次")) : [], // of a part, deputies also went to stations outside of it
        new("办理结果", $"{Tabs.Organs}各类办理结果相加", footing.SumAcross(Tabs.Organs, OrgansSheet.Outcome), $"{Tabs.Organs}答复", footing.Sum(Tabs.Organs, "答复")),
    ];

    /// <summary>A ledger has a row for each that is counted, and its columns add up.</summary>
    public IEnumerable<Check> Ledgers =>
    [
        new("台账行数", $"{Tabs.Ledger}行数", footing.Rows(Tabs.Ledger), $"{Tabs.Stations}收集", OfStations("收集")),
        new("台账行数", $"{Tabs.Awaiting}行数", footing.Rows(Tabs.Awaiting), $"{Tabs.Stations}待反馈", OfStations("待反馈")),
        new("台账行数", $"{PerformanceLedger.Tab}行数", footing.Rows(PerformanceLedger.Tab), $"{Tabs.Stations}进站代表人次", OfStations("进站代表人次")),
        new("台账行数", $"{ReceptionLedger.Tab}行数", footing.Rows(ReceptionLedger.Tab), "接待中收集的意见＋没有意见的场次", figures.Contacts.ReceptionRows),
        .. figures.Late is { } late ? Late(late) : [],
        new("台账合计", $"{ReceptionLedger.Tab}接待人次相加", footing.Sum(ReceptionLedger.Tab, "接待人次"), $"{Tabs.Stations}接待选民人次", OfStations("接待选民人次")),
    ];

    /// <summary>What was entered late after a closing; and that what it hands on is what the period begins with, if that follows at once.</summary>
    private IEnumerable<Check> Late(LateFigures late)
    {
        yield return new Check("台账行数", $"{Tabs.Late}行数", footing.Rows(Tabs.Late), $"{late.Closed.Year}年度封账后的迟录", late.Entries);
        if (figures.Period.From == late.Closed.CutOffOn.AddDays(1))
        {
            yield return new Check("封账与结转", $"{late.Closed.Year}年度封账结转", late.CarryOver.Opening, $"总览{figures.Period.Edge}初未办结", figures.Balance.Opening);
        }
    }

    private Check Closes(string name, Balance balance) => new(
        name, $"{figures.Period.Edge}初{balance.Opening}＋收集{balance.Received}－办结{balance.Concluded}", balance.Opening + balance.Received - balance.Concluded, $"{figures.Period.Edge}末未办结", balance.Closing);

    private IEnumerable<Check> Entries(Balance all) => BalanceSheet.Entries(figures.Period).Zip([all.Opening, all.Received, all.Concluded, all.Closing], (header, number) =>
        new Check($"{Tabs.Balance}与总览", $"{Tabs.Balance}各家站{header}相加", footing.Sum(Tabs.Balance, header, BalanceSheet.ByEvent), $"总览{header}", number));

    private IEnumerable<Check> AddedUp(string tab, string header, string? group = null)
    {
        var (name, total) = ($"{tab}：{(group is null ? "" : $"{group} ")}{header}", footing.Sum(tab, header, group, RowKind.Total));
        yield return new Check(name, "各家站相加", footing.Sum(tab, header, group), "合计", total);
        yield return new Check(name, "各单位小计相加", footing.Sum(tab, header, group, RowKind.Subtotal), "合计", total);
    }

    private IEnumerable<Check> Table(string tab, params (string Header, string OfStations)[] columns) => columns.Select(column => new Check(
        $"{tab}与{Tabs.Stations}", $"{tab}各行{column.Header}相加", footing.Sum(tab, column.Header),
        $"{Tabs.Stations}{(column.OfStations == "合计" ? "转办合计" : column.OfStations)}", OfStations(column.OfStations, column.OfStations == "合计" ? StationsSheet.Forwarded : null)));

    private decimal OfStations(string header, string? group = null) => footing.Sum(Tabs.Stations, header, group, RowKind.Total);

    private sealed record Place(string Name, IReadOnlyList<Station> Stations);
}
