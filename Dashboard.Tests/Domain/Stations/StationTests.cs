using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Stations;

public sealed class StationTests
{
    private static readonly DateOnly March2 = new(2026, 3, 2);

    [Fact]
    public void A_station_goes_on_with_what_was_merged_into_it_directly_or_by_way_of_another() =>
        Assert.Equal([1, 2, 3], new Succession([(2, 1), (3, 2), (5, 4)]).With([1]).Order());

    [Fact]
    public void Its_name_kind_and_hours_change_and_its_code_stays()
    {
        var station = Some();
        station.Describe(station.AsDescribed() with { Name = " 八角北里联络站 ", Phone = " 10000008001 ", Notice = "已搬到新址" });

        Assert.Equal(("BJ02", "八角北里联络站", "10000008001", "已搬到新址"), (station.Code, station.Name, station.Phone, station.Notice));
    }

    [Fact]
    public void It_has_a_code_and_a_name()
    {
        Assert.Equal("请填写家站代码。", Refused(() => _ = new Station(1, " ", "八角联络站", StationKind.Station, "", "")));
        Assert.Equal("请填写家站名称。", Refused(() => _ = new Station(1, "BJ02", "", StationKind.Station, "", "")));
        var station = Some();
        Assert.Equal("请填写家站名称。", Refused(() => station.Describe(station.AsDescribed() with { Name = " " })));
    }

    [Fact]
    public void It_did_not_open_after_it_closed()
    {
        var station = Some();
        station.Close(March2);

        Assert.Equal("八角联络站已于2026年3月2日停用，启用日期不能更晚。", Refused(() => station.Describe(station.AsDescribed() with { OpenedOn = March2.AddDays(1) })));
    }

    [Fact]
    public void It_closes_once_and_not_before_it_opened()
    {
        var station = Some();
        station.Describe(station.AsDescribed() with { OpenedOn = March2 });
        Assert.Equal("八角联络站2026年3月2日才启用，停用日期不能更早。", Refused(() => station.Close(March2.AddDays(-1))));

        station.Close(March2);

        Assert.Equal((true, false), (station.IsOpenOn(March2.AddDays(-1)), station.IsOpenOn(March2)));
        Assert.Equal("八角联络站已于2026年3月2日停用。", Refused(() => station.Close(March2)));
    }

    [Fact]
    public void A_closing_is_taken_back_and_only_where_there_was_one()
    {
        var station = Some();
        Assert.Equal("八角联络站没有停用。", Refused(station.Reopen));
        station.Close(March2);

        station.Reopen();

        Assert.True(station.IsOpenOn(March2));
    }

    [Fact]
    public void It_is_merged_into_another_that_is_open()
    {
        var closed = new Station(1, "BJ03", "古城联络站", StationKind.Station, "", "");
        closed.Close(March2);
        var station = Some();

        Assert.Equal("家站不能并入自己。", Refused(() => station.MergeInto(station, March2)));
        Assert.Equal("古城联络站已经停用，不能并入。", Refused(() => station.MergeInto(closed, March2)));
    }

    private static Station Some() => new(1, "bj02", "八角联络站", StationKind.Station, "", "");

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
