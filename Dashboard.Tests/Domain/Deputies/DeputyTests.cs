using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Deputies;

public sealed class DeputyTests
{
    private static readonly DateOnly March2 = new(2026, 3, 2);

    [Fact]
    public void A_change_of_office_keeps_its_day_and_its_reason()
    {
        var deputy = Some();
        deputy.ChangeStatus(OfficeStatus.Suspended, March2);
        deputy.ChangeStatus(OfficeStatus.InOffice, March2.AddDays(5), " 恢复执行职务 ");

        Assert.Equal((OfficeStatus.InOffice, March2.AddDays(5)), (deputy.Status, deputy.StatusSince));
        Assert.Equal(["", "恢复执行职务"], deputy.OfficeChanges.Select(change => change.Note));
    }

    [Fact]
    public void A_change_of_office_changes_something_and_lies_after_the_last_one()
    {
        var deputy = Some();
        Assert.Equal("顾砚清的任职状态本来就是这样，没有变动。", Refused(() => deputy.ChangeStatus(OfficeStatus.InOffice, March2)));
        deputy.ChangeStatus(OfficeStatus.Resigned, March2);

        Assert.Equal("顾砚清的任职状态在2026年3月2日已经变过，新的日期不能更早。", Refused(() => deputy.ChangeStatus(OfficeStatus.InOffice, March2.AddDays(-1))));
    }

    [Fact]
    public void A_district_deputy_keeps_an_electoral_district_and_a_city_deputy_an_electing_body()
    {
        var city = Deputy.OfCity("S16-0001", "裴见微", 16, "石景山区人民代表大会", null, "");

        Assert.Equal("区人大代表要写明选区。", Refused(() => Some().Describe(Some().AsDescribed() with { ElectoralDistrictId = null })));
        Assert.Equal("市人大代表要写明选举单位。", Refused(() => city.Describe(city.AsDescribed() with { ElectingBody = " " })));
    }

    [Fact]
    public void A_deputy_has_a_certificate_number_a_name_and_a_term()
    {
        Assert.Equal("请填写代表证号。", Refused(() => Deputy.OfDistrict(" ", "顾砚清", 17, 31, 1, "")));
        Assert.Equal("请填写代表姓名。", Refused(() => Deputy.OfCity("S16-0001", "", 16, "石景山区人民代表大会", null, "")));
        Assert.Equal("市人大代表要写明选举单位。", Refused(() => Deputy.OfCity("S16-0001", "裴见微", 16, "", null, "")));
        Assert.Equal("请填写代表姓名。", Refused(() => Some().Describe(Some().AsDescribed() with { Name = " " })));
        Assert.Equal("请填写届次。", Refused(() => Some().Describe(Some().AsDescribed() with { Term = 0 })));
    }

    [Fact]
    public void An_electoral_district_has_a_number_and_a_name()
    {
        Assert.Equal("请填写选区名称。", Refused(() => _ = new ElectoralDistrict(31, "", 1)));
        Assert.Equal("选区号从1开始。", Refused(() => new ElectoralDistrict(31, "第31选区", 1).Describe(0, "第31选区", 1, "")));
        Assert.Equal("请填写选区名称。", Refused(() => new ElectoralDistrict(31, "第31选区", 1).Describe(31, " ", 1, "")));
    }

    [Fact]
    public void A_deputy_receives_at_exactly_the_stations_that_are_named()
    {
        var deputy = Some();
        deputy.ReceivesAt(1);
        deputy.ReceivesAt(2);
        deputy.ReceivesAtOnly([2, 3]);

        Assert.Equal([2, 3], deputy.Stations.Select(link => link.StationId));
    }

    private static Deputy Some() => Deputy.OfDistrict("17-0001", "顾砚清", 17, 31, 1, "");

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
