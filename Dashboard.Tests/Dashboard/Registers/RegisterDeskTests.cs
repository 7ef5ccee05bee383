using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>The registers as the office keeps them, and as a unit's staff may.</summary>
public sealed class RegisterDeskTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => LiaisonHouse.Today;

    private static DateOnly Tomorrow => Today.AddDays(1);

    private SmallDistrict District => _house.District;

    private RegisterDesk Office => _house.The<RegisterDesk>();

    private RegisterDesk Bajiao => _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))])).GetRequiredService<RegisterDesk>();

    private RegisterDesk Shougang => _house.As("首钢联组", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.ShougangHome.Id))])).GetRequiredService<RegisterDesk>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_new_station_gets_the_next_code_of_its_unit_and_is_entered_in_the_log()
    {
        Assert.Equal("BJ03", await Bajiao.AddStationAsync(District.BajiaoHome.UnitId, Facts("景晖联络站")));
        Assert.Equal("BJ04", await Bajiao.AddStationAsync(District.BajiaoHome.UnitId, Facts("杨庄联络站")));

        Assert.Equal((AuditAct.RegisterChanged, "家站 BJ04", "新增杨庄联络站"), await LastAsync());
    }

    [Fact]
    public async Task A_unit_has_one_home_and_no_two_stations_of_one_name()
    {
        Assert.Equal("八角街道已经有代表之家，一个单位一个。", await RefusedAsync(() => Office.AddStationAsync(District.BajiaoHome.UnitId, Facts("又一个家") with { Kind = StationKind.Home })));
        Assert.Equal("已经有一个家站叫“古城南路联络站”。", await RefusedAsync(() => Office.AddStationAsync(District.ShougangHome.UnitId, Facts("古城南路联络站"))));
    }

    [Fact]
    public async Task Another_units_station_deputy_and_district_are_refused_as_unknown_and_noted()
    {
        var foreign = await DeputyAsync("17-0009", "陌生人", District.ShougangHome.UnitId);
        var facts = District.ShougangHome.AsDescribed();
        Assert.Equal("没有找到这个家站。", await OutOfReachAsync(() => Bajiao.DescribeStationAsync(District.ShougangHome.Id, facts, facts)));
        Assert.Equal("没有找到这个家站。", await RefusedAsync(() => Bajiao.DescribeStationAsync(4711, facts, facts)));
        Assert.Equal("没有找到这位代表。", await OutOfReachAsync(() => Bajiao.ChangeOfficeAsync(foreign, OfficeStatus.InOffice, OfficeStatus.Resigned, Today, "")));
        Assert.Equal("没有找到这位代表。", await RefusedAsync(() => Bajiao.ChangeOfficeAsync(4711, OfficeStatus.InOffice, OfficeStatus.Resigned, Today, "")));
        Assert.Equal("请选择联系单位。", await OutOfReachAsync(() => Bajiao.AddStationAsync(District.ShougangHome.UnitId, Facts("首钢二站"))));
        Assert.Equal("请选择联系单位。", await OutOfReachAsync(() => Bajiao.AddDistrictAsync(new DistrictForm { Number = 5, Name = "第5选区", UnitId = District.ShougangHome.UnitId })));
        Assert.Equal("承办单位名册由联络室维护。", await OutOfReachAsync(() => Bajiao.RetireOrganAsync(District.Court.Id, Today, null)));
        Assert.Equal("联系单位名册由联络室维护。", await OutOfReachAsync(() => Bajiao.DescribeUnitAsync(District.BajiaoHome.UnitId, "八角", "八角")));

        await using var db = _house.Rows();
        Assert.Equal(6, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.OutOfReach, Cancelled));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_said_and_what_stands_now_is_given_back()
    {
        var seen = District.BajiaoStation.AsDescribed();
        await Office.DescribeStationAsync(District.BajiaoStation.Id, seen, seen with { Phone = "10000008001" });

        var changed = await Assert.ThrowsAsync<RegisterChangedException>(() => Bajiao.DescribeStationAsync(District.BajiaoStation.Id, seen, seen with { Contact = "高老师" }));

        Assert.Equal("10000008001", ((StationFacts)changed.Now).Phone);
    }

    [Fact]
    public async Task A_station_with_open_opinions_is_not_closed_unless_another_goes_on_with_them()
    {
        await _house.CollectAsync("一件", stationId: District.BajiaoStation.Id);
        await _house.CollectAsync("两件", stationId: District.BajiaoStation.Id);
        await ReceivesAsync(District.Gu, District.BajiaoStation);
        Assert.Equal("古城南路联络站还有2件意见没有办结。请先选并入哪个家站，由那里的工作人员接着办。", await RefusedAsync(() => Office.CloseStationAsync(District.BajiaoStation.Id, Tomorrow, null)));

        await Office.CloseStationAsync(District.BajiaoStation.Id, Tomorrow, District.BajiaoHome.Id);

        await using var db = _house.Rows();
        var closed = await db.Stations.SingleAsync(station => station.Id == District.BajiaoStation.Id, Cancelled);
        Assert.Equal((Tomorrow, District.BajiaoHome.Id), (closed.ClosedOn!.Value, closed.SuccessorId));
        Assert.Equal(2, await db.Opinions.CountAsync(opinion => opinion.StationId == closed.Id, Cancelled));
        Assert.Equal([District.BajiaoHome.Id, District.BajiaoStation.Id], await ReceivesAtAsync(District.Gu)); // and of the closed one the register keeps that it was so
        Assert.Equal((AuditAct.RegisterChanged, "家站 BJ02", "古城南路联络站2026年3月3日并入八角代表之家（BJ01），未办结2件由它接着办"), await LastAsync());
        Assert.Equal("八角代表之家还有2件意见没有办结。请先选并入哪个家站，由那里的工作人员接着办。", await RefusedAsync(() => Office.CloseStationAsync(District.BajiaoHome.Id, Tomorrow, null)));
    }

    [Fact]
    public async Task A_station_is_not_closed_from_under_what_is_entered_or_arranged_there()
    {
        await _house.CollectAsync("今天的一件", stationId: District.BajiaoStation.Id);
        Assert.StartsWith("2026年3月2日和以后，古城南路联络站还收集了1件意见", await RefusedAsync(() => Office.CloseStationAsync(District.BajiaoStation.Id, Today, District.BajiaoHome.Id)), StringComparison.Ordinal);
        Assert.StartsWith("2027年3月3日还早，", await RefusedAsync(() => Office.CloseStationAsync(District.BajiaoStation.Id, Today.AddYears(1).AddDays(1), District.BajiaoHome.Id)), StringComparison.Ordinal);
        await using (var db = _house.Rows())
        {
            db.Add(ContactSession.Plan(District.BajiaoStation, new SessionFacts(Today.AddDays(9), new TimeOnly(9, 0), new TimeOnly(11, 0), "八角", ContactForm.Talk, [await db.Deputies.SingleAsync(deputy => deputy.Id == District.Gu.Id, Cancelled)]), LiaisonHouse.Entered));
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.StartsWith("2026年3月3日和以后，古城南路联络站还安排了1场接待。", await RefusedAsync(() => Office.CloseStationAsync(District.BajiaoStation.Id, Tomorrow, District.BajiaoHome.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closing_may_be_entered_ahead_and_until_then_the_station_goes_on()
    {
        await Bajiao.CloseStationAsync(District.BajiaoStation.Id, Today.AddDays(30), null);

        await _house.CollectAsync("这一件还收", stationId: District.BajiaoStation.Id);
        var row = await RowAsync("BJ02");
        Assert.Equal((true, Today.AddDays(30), 1), (row.IsOpen, row.Station.ClosedOn, row.Open));
    }

    [Fact]
    public async Task A_closing_is_taken_back_with_a_reason_and_all_is_as_it_was()
    {
        await _house.CollectAsync("一件", stationId: District.BajiaoStation.Id);
        await ReceivesAsync(District.Gu, District.BajiaoStation);
        await Office.CloseStationAsync(District.BajiaoStation.Id, Tomorrow, District.BajiaoHome.Id);
        Assert.Equal("请写明为什么恢复。", await RefusedAsync(() => Bajiao.ReopenStationAsync(District.BajiaoStation.Id, " ")));
        Assert.Equal("没有找到这个家站。", await OutOfReachAsync(() => Shougang.ReopenStationAsync(District.BajiaoStation.Id, "选错了")));

        await Bajiao.ReopenStationAsync(District.BajiaoStation.Id, "停用的家站选错了");

        var row = await RowAsync("BJ02");
        Assert.Equal((true, null, null, 1, 1), (row.IsOpen, row.Station.ClosedOn, row.Station.SuccessorId, row.Open, row.Deputies));
        Assert.Equal((AuditAct.RegisterChanged, "家站 BJ02", "古城南路联络站恢复使用（原定2026年3月3日起停用）：停用的家站选错了"), await LastAsync());
        Assert.Equal("古城南路联络站没有停用。", await RefusedAsync(() => Bajiao.ReopenStationAsync(District.BajiaoStation.Id, "再来一次")));
    }

    [Fact]
    public async Task What_was_built_on_a_closing_stands_in_the_way_of_taking_it_back()
    {
        await Office.CloseStationAsync(District.BajiaoHome.Id, Today, District.ShougangHome.Id);
        Assert.Equal("它并入了别的单位的家站，请联络室恢复。", await OutOfReachAsync(() => Bajiao.ReopenStationAsync(District.BajiaoHome.Id, "选错了")));

        var code = await Office.AddStationAsync(District.BajiaoHome.UnitId, Facts("八角新家") with { Kind = StationKind.Home });
        Assert.Equal("八角街道已经有代表之家，一个单位一个。", await RefusedAsync(() => Office.ReopenStationAsync(District.BajiaoHome.Id, "选错了")));

        var another = (await RowAsync(code)).Station.Id;
        await Office.CloseStationAsync(District.BajiaoStation.Id, Today, another);
        await Office.CloseStationAsync(another, Today, District.ShougangHome.Id);
        Assert.Equal("八角新家后来也停用了。请先恢复八角新家。", await RefusedAsync(() => Office.ReopenStationAsync(District.BajiaoStation.Id, "选错了")));
    }

    [Fact]
    public async Task A_station_shows_one_photo_which_its_own_staff_replace_and_take_down()
    {
        var before = new Developed([1, 2, 3], 2, 1);
        await Bajiao.ShowPictureAsync(District.BajiaoStation.Id, before);
        Assert.Equal((AuditAct.RegisterChanged, "家站 BJ02", "加古城南路联络站的照片"), await LastAsync());
        Assert.Equal("没有找到这个家站。", await OutOfReachAsync(() => Shougang.ShowPictureAsync(District.BajiaoStation.Id, before)));
        Assert.Equal("没有找到这个家站。", await OutOfReachAsync(() => Shougang.RemovePictureAsync(District.BajiaoStation.Id)));

        await Bajiao.ShowPictureAsync(District.BajiaoStation.Id, new Developed([4, 5, 6], 2, 1));

        Assert.Equal("换古城南路联络站的照片", (await LastAsync()).Detail);
        await using (var db = _house.Rows())
        {
            Assert.Equal([4, 5, 6], (await db.Pictures.SingleAsync(Cancelled)).Content);
        }

        await Bajiao.RemovePictureAsync(District.BajiaoStation.Id);
        await Bajiao.RemovePictureAsync(District.BajiaoStation.Id);

        Assert.Equal("撤下古城南路联络站的照片", (await LastAsync()).Detail);
        Assert.Null((await RowAsync("BJ02")).PictureId);
    }

    [Fact]
    public async Task A_certificate_number_is_given_once_and_names_are_no_keys()
    {
        Assert.Equal("代表证号17-0001已经在名册里。同名的代表，证号不同。", await RefusedAsync(() => Office.AddDeputyAsync(Form("17-0001", "顾砚清"))));

        await Bajiao.AddDeputyAsync(Form("17-0003", "顾砚清"));

        await using var db = _house.Rows();
        Assert.Equal(2, await db.Deputies.CountAsync(deputy => deputy.Name == "顾砚清", Cancelled));
    }

    [Fact]
    public async Task A_unit_neither_takes_a_deputy_to_another_unit_nor_to_its_stations()
    {
        var seen = DeputyForm.Of(District.Gu);
        Assert.Equal("请选择您的单位。", await OutOfReachAsync(() => Bajiao.DescribeDeputyAsync(District.Gu.Id, seen, seen with { UnitId = District.ShougangHome.UnitId })));
        Assert.Equal("请重新选择驻站。", await OutOfReachAsync(() => Bajiao.DescribeDeputyAsync(District.Gu.Id, seen, seen with { StationIds = [District.ShougangHome.Id] })));

        await Bajiao.DescribeDeputyAsync(District.Gu.Id, seen, seen with { Post = "某小学校长", StationIds = [District.BajiaoStation.Id] });

        await using var db = _house.Rows();
        var gu = await db.Deputies.Include(deputy => deputy.Stations).SingleAsync(deputy => deputy.Id == District.Gu.Id, Cancelled);
        Assert.Equal(("某小学校长", District.BajiaoStation.Id), (gu.Post, Assert.Single(gu.Stations).StationId));
    }

    [Fact]
    public async Task What_a_deputy_carries_and_is_open_gets_the_other_in_the_same_place_and_one_entry_says_how_many()
    {
        var first = await CollectAsync("两位代表的一件", District.Tao, District.Gu);
        await CollectAsync("一位代表的一件", District.Gu);
        var done = await CollectAsync("解释过的一件", District.Gu);
        await _house.Desk.ExplainAsync(done, "说明了情况。", Today, new FeedbackFacts(FeedbackMeans.InPerson, "高文秀", "说明了情况。", Today));
        var to = await DeputyAsync("17-0003", "温润泽", District.BajiaoHome.UnitId);

        Assert.Equal(new HandedOver(2, 0), await Bajiao.HandOverAsync(District.Gu.Id, to));

        Assert.Equal((AuditAct.ItemsHandedOver, "代表 17-0001", "顾砚清未办结的2件移交给温润泽（17-0003）"), await LastAsync());
        await using var db = _house.Rows();
        var opinions = await db.Opinions.Include(opinion => opinion.Deputies).Include(opinion => opinion.History).OrderBy(opinion => opinion.Id).ToListAsync(Cancelled);
        Assert.Equal([District.Tao.Id, to], opinions.Single(opinion => opinion.Id == first.OpinionId).Deputies.OrderBy(link => link.Order).Select(link => link.DeputyId));
        Assert.Equal("代表：陶知言、温润泽", opinions.Single(opinion => opinion.Id == first.OpinionId).History.OrderBy(entry => entry.Sequence).Last().Note);
        Assert.Equal([District.Gu.Id], opinions.Single(opinion => opinion.Id == done.OpinionId).Deputies.Select(link => link.DeputyId));
        Assert.Equal("顾砚清没有未办结的意见要移交。", await RefusedAsync(() => Bajiao.HandOverAsync(District.Gu.Id, to)));
    }

    [Fact]
    public async Task What_speaks_of_the_other_deputys_own_work_is_not_handed_to_that_deputy()
    {
        await CollectAsync("说的是陶代表的工作", District.Gu, concerns: District.Tao);
        Assert.Equal("没有可以移交的：1件说的都是陶知言代表本人的工作（第七条），请另选一位代表。", await RefusedAsync(() => Office.HandOverAsync(District.Gu.Id, District.Tao.Id)));
        await CollectAsync("路灯不亮", District.Gu);

        Assert.Equal(new HandedOver(1, 1), await Office.HandOverAsync(District.Gu.Id, District.Tao.Id));
    }

    [Fact]
    public async Task Nobody_out_of_office_takes_over()
    {
        await CollectAsync("路灯不亮", District.Gu);
        await Office.ChangeOfficeAsync(District.Tao.Id, OfficeStatus.InOffice, OfficeStatus.Resigned, Today, "接受辞职");

        Assert.Equal("陶知言现在辞职，请选一位在任的代表。", await RefusedAsync(() => Office.HandOverAsync(District.Gu.Id, District.Tao.Id)));
    }

    [Fact]
    public async Task An_organ_is_retired_with_who_goes_on_and_a_name_stands_once()
    {
        await Office.RetireOrganAsync(District.Housing.Id, Today, District.UrbanManagement.Id);
        Assert.Equal((AuditAct.RegisterChanged, "承办单位 QZJW", "区住房和城乡建设委员会2026年3月2日撤并，由区城市管理委员会接着办"), await LastAsync());

        Assert.Equal("“区人民法院”已经在名册里。", await RefusedAsync(() => Office.AddOrganAsync(new OrganForm { Code = "FY2", Name = "区人民法院", Kind = OrganKind.Court })));
        Assert.Equal("区住房和城乡建设委员会已于2026年3月2日撤并。", await RefusedAsync(() => Office.RetireOrganAsync(District.Housing.Id, Today, null)));
    }

    [Fact]
    public async Task Nothing_is_forwarded_to_an_organ_that_is_retired()
    {
        await Office.RetireOrganAsync(District.UrbanManagement.Id, Today, District.Housing.Id);
        var opinion = await _house.CollectAsync();

        Assert.Equal("区城市管理委员会已于2026年3月2日撤并，不能再转交。由区住房和城乡建设委员会接着办。", await RefusedAsync(() => _house.Desk.ForwardAsync(opinion, Acts.ToOrgan(District, Today))));
    }

    [Fact]
    public async Task An_electoral_district_has_its_own_number()
    {
        await Bajiao.AddDistrictAsync(new DistrictForm { Number = 32, Name = "第32选区", UnitId = District.BajiaoHome.UnitId, Communities = "景晖社区" });

        Assert.Equal("第32选区已经在名册里。", await RefusedAsync(() => Office.AddDistrictAsync(new DistrictForm { Number = 32, Name = "又一个" })));
    }

    private async Task<StationRow> RowAsync(string code) => (await _house.The<RegisterQueries>().StationsAsync(cancellationToken: Cancelled)).Stations.Single(row => row.Station.Code == code);

    private async Task<IEnumerable<int>> ReceivesAtAsync(Deputy deputy)
    {
        await using var db = _house.Rows();
        return (await db.Deputies.Include(known => known.Stations).SingleAsync(known => known.Id == deputy.Id, Cancelled)).Stations.Select(link => link.StationId).Order();
    }

    [Fact]
    public async Task A_new_unit_needs_a_kind_and_a_code_of_letters_that_is_nobodys()
    {
        var form = new UnitForm { Code = "GC", Name = "人大古城街道工作委员会", ShortName = "古城新街道", Kind = LiaisonUnitKind.StreetCommittee };

        Assert.Equal("请选人大街工委还是代表联组。", await RefusedAsync(() => Office.AddUnitAsync(form with { Kind = null })));
        Assert.Equal("代码写2到4个拉丁字母，如 BJ；家站代码和意见编号都用它。", await RefusedAsync(() => Office.AddUnitAsync(form with { Code = "G" })));
        Assert.Equal("代码写2到4个拉丁字母，如 BJ；家站代码和意见编号都用它。", await RefusedAsync(() => Office.AddUnitAsync(form with { Code = "GUCHE" })));
        Assert.Equal("代码写2到4个拉丁字母，如 BJ；家站代码和意见编号都用它。", await RefusedAsync(() => Office.AddUnitAsync(form with { Code = "古城" })));
        Assert.Equal("代码 BJ 已经有单位在用。", await RefusedAsync(() => Office.AddUnitAsync(form with { Code = "bj" })));
        Assert.Equal("请填写联系单位的代码。", await RefusedAsync(() => Office.AddUnitAsync(form with { Code = " " })));
        Assert.Equal("请填写联系单位的名称。", await RefusedAsync(() => Office.AddUnitAsync(form with { Name = "" })));
        Assert.Equal("请填写联系单位的简称。", await RefusedAsync(() => Office.DescribeUnitAsync(District.BajiaoHome.UnitId, "人大八角街道工作委员会", " ")));
    }

    [Fact]
    public async Task What_is_not_in_the_registers_cannot_be_named_in_them()
    {
        var form = Form("17-0200", "新代表");

        Assert.Equal("没有找到这个选区。", await RefusedAsync(() => Office.DescribeDistrictAsync(4711, new DistrictForm(), new DistrictForm())));
        Assert.Equal("请选择选区。", await RefusedAsync(() => Office.AddDeputyAsync(form with { ElectoralDistrictId = 4711 })));
        Assert.Equal("请重新选择驻站。", await RefusedAsync(() => Office.AddDeputyAsync(form with { StationIds = [4711] })));
        Assert.Equal("请选择并入哪个家站。", await RefusedAsync(() => Office.CloseStationAsync(District.BajiaoStation.Id, Today, 4711)));
        Assert.Equal("请选择由哪个单位接着办。", await RefusedAsync(() => Office.RetireOrganAsync(District.Court.Id, Today, 4711)));
        Assert.Equal("请选择是哪一类单位。", await RefusedAsync(() => Office.AddOrganAsync(new OrganForm { Code = "QJT", Name = "区交通局", ShortName = "区交通局" })));
    }

    [Fact]
    public async Task A_day_that_is_too_far_off_is_said()
    {
        Assert.Equal("2026年3月3日还没有到，到那天再登记。", await RefusedAsync(() => Office.ChangeOfficeAsync(District.Gu.Id, OfficeStatus.InOffice, OfficeStatus.Resigned, Tomorrow, "")));
        Assert.Equal(
            "2027年3月3日还早，停用最多提前一年定。现在可以先在“告示”里写一句，告诉选民。",
            await RefusedAsync(() => Office.CloseStationAsync(District.BajiaoStation.Id, Today.AddYears(1).AddDays(1), null)));
        await Office.CloseStationAsync(District.BajiaoStation.Id, Today, null);
        Assert.Equal("古城南路联络站已经停用，不能驻站。", await RefusedAsync(() => Office.AddDeputyAsync(Form("17-0200", "新代表") with { StationIds = [District.BajiaoStation.Id] })));
        Assert.Equal("请选另一位代表，不能移交给顾砚清自己。", await RefusedAsync(() => Office.HandOverAsync(District.Gu.Id, District.Gu.Id)));
    }

    private static StationFacts Facts(string name) => new() { Name = name, Kind = StationKind.Station };

    private DeputyForm Form(string code, string name) => new() { Code = code, Name = name, Term = 17, UnitId = District.BajiaoHome.UnitId, ElectoralDistrictId = District.Gu.ElectoralDistrictId };

    private async Task<int> DeputyAsync(string code, string name, int unitId)
    {
        await Office.AddDeputyAsync(Form(code, name) with { UnitId = unitId });
        await using var db = _house.Rows();
        return await db.Deputies.Where(deputy => deputy.Code == code).Select(deputy => deputy.Id).SingleAsync(Cancelled);
    }

    private async Task ReceivesAsync(Deputy deputy, Station station)
    {
        await using var db = _house.Rows();
        (await db.Deputies.Include(d => d.Stations).SingleAsync(d => d.Id == deputy.Id, Cancelled)).ReceivesAt(station.Id);
        await db.SaveChangesAsync(Cancelled);
    }

    private async Task<Seen> CollectAsync(string words, Deputy first, Deputy? second = null, Deputy? concerns = null)
    {
        var collected = await _house.Desk.CollectAsync(
            new CollectForm { StationId = District.BajiaoHome.Id, Words = words, On = Today, DeputyIds = second is null ? [first.Id] : [first.Id, second.Id], ConcernsDeputyId = concerns?.Id }, Guid.NewGuid());
        return new Seen(collected.Id, 1, Guid.NewGuid());
    }

    private async Task<(AuditAct Act, string About, string Detail)> LastAsync()
    {
        await using var db = _house.Rows();
        var last = await db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancelled);
        return (last.Act, last.About, last.Detail);
    }

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAnyAsync<RuleBrokenException>(act)).Message;

    private static async Task<string> OutOfReachAsync(Func<Task> act) => (await Assert.ThrowsAsync<OutOfReachException>(act)).Message;
}
