using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Activities;

public sealed class ContactSessionTests
{
    private static readonly Signature Entered = On(March2);

    private static readonly SessionFacts Settled = new(March2, new TimeOnly(14, 0), new TimeOnly(16, 0), "八角街道特钢社区", ContactForm.Talk, [Gu, Tao]);

    [Fact]
    public void Without_people_time_or_place_it_is_not_planned_and_which_is_said()
    {
        Assert.Equal("还没有落实人员：请选接待的代表。", Refused(Settled with { Deputies = [] }));
        Assert.Equal("还没有落实时间：结束时间要晚于开始时间。", Refused(Settled with { Until = Settled.From }));
        Assert.Equal("还没有落实地点：请填写接待地点。", Refused(Settled with { Place = " " }));
    }

    [Fact]
    public void A_deputy_out_of_office_receives_nobody()
    {
        var resigned = Deputy.OfDistrict("17-0009", "钱闻道", 17, 31, 1, "");
        resigned.ChangeStatus(OfficeStatus.Resigned, March2);

        Assert.Equal("钱闻道在3月2日已不再履职，请换一位代表。", Refused(Settled with { Deputies = [resigned] }));
        Assert.Single(ContactSession.Plan(Home, Settled with { On = March2.AddDays(-1), Deputies = [resigned] }, Entered).Deputies);
    }

    [Fact]
    public void It_is_held_when_its_day_has_come_by_those_who_were_there()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);
        Assert.Equal("接待在3月2日，那天以后再登记。", Assert.Throws<RuleBrokenException>(() => session.Hold(new([Gu], 3), On(March2.AddDays(-1)))).Message);
        Assert.Throws<RuleBrokenException>(() => session.Hold(new([], 3), Entered));

        session.Hold(new([Gu, CityDeputy], 3), Entered);

        Assert.Equal([(Gu.Id, true), (Tao.Id, false), (CityDeputy.Id, true)], session.Deputies.Select(link => (link.DeputyId, link.Attended!.Value)));
        Assert.Equal((SessionStatus.Held, 3), (session.Status, session.VoterTimes));
    }

    [Fact]
    public void What_was_entered_wrongly_is_entered_again()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);
        session.Hold(new([Gu], 3), Entered);

        session.Hold(new([Gu, Tao], 5, "", "少记了陶代表。"), Entered);

        Assert.Equal((5, 2), (session.VoterTimes, session.Deputies.Count(link => link.Attended is true)));
        Assert.Throws<RuleBrokenException>(() => session.Change(Home, Settled, "", Entered));
        Assert.Throws<RuleBrokenException>(() => session.Cancel("下雨。", Entered));
    }

    [Fact]
    public void It_is_moved_with_the_same_care_and_called_off_with_a_reason()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);

        session.Change(Home, Settled with { On = March2.AddDays(7), Deputies = [Tao] }, "代表开会。", Entered);
        Assert.Equal((March2.AddDays(7), Tao.Id), (session.On, Assert.Single(session.Deputies).DeputyId));

        Assert.Throws<RuleBrokenException>(() => session.Cancel(" ", Entered));
        session.Cancel("活动室维修。", Entered);
        Assert.Equal("这一场已经取消，请另外安排一场再登记。", Assert.Throws<RuleBrokenException>(() => session.Hold(new([Tao], 1), On(March2.AddDays(8)))).Message);
    }

    [Fact]
    public void Who_moves_it_says_why_and_who_only_changes_the_people_need_not()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);

        Assert.Equal("改期、换地点要写明原因，选民在接待时间里看得到。", Refused(() => session.Change(Home, Settled with { Place = "八角北里" }, " ", Entered)));
        session.Change(Home, Settled with { Deputies = [Tao] }, "", Entered);

        Assert.Equal((false, null as string), (session.IsMoved, session.ChangeReason));
    }

    [Fact]
    public void It_is_not_planned_where_the_station_is_closed_nor_with_a_deputy_twice()
    {
        var closed = new Station(1, "BJ03", "古城联络站", StationKind.Station, "", "");
        closed.Close(March2);

        Assert.Equal("古城联络站已于2026年3月2日停用。", Refused(() => ContactSession.Plan(closed, Settled, Entered)));
        Assert.Equal("同一位代表写了两次。", Refused(Settled with { Deputies = [Gu, Gu] }));
    }

    [Fact]
    public void A_deputy_who_was_planned_for_it_confirms_it_once_when_it_was_held()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);
        Assert.Equal("这一场还没有登记，没有可以核对的。", Refused(() => session.Confirm(Gu, Entered)));
        Assert.Equal("接待人次不能是负数。", Refused(() => session.Hold(new([Gu], -1), Entered)));
        session.Hold(new([Gu], 3), Entered);
        Assert.Equal("没有找到这一场接待。", Refused(() => session.Confirm(CityDeputy, Entered)));
        session.Confirm(Gu, Entered);

        Assert.Equal("您已经核对过了。", Refused(() => session.Confirm(Gu, Entered)));
    }

    [Fact]
    public void It_is_handed_to_the_activity_system_once_when_it_was_held_and_again_after_a_correction()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);
        Assert.Equal("还没有登记接待情况，不能登记到活动服务系统。", Refused(() => session.HandOver(Entered)));
        session.Hold(new([Gu], 3), Entered);
        session.HandOver(Entered);
        Assert.Equal("已在2026年3月2日登记到活动服务系统。", Refused(() => session.HandOver(Entered)));

        session.Hold(new([Gu], 4, "", "多了一位。"), Entered);

        Assert.Null(session.HandedOverOn);
    }

    [Fact]
    public void What_was_said_stands_in_the_record_of_its_own_day_and_station_alone()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);
        session.RequireSaidHere(Home.Id, March2);
        Assert.Throws<RuleBrokenException>(() => session.RequireSaidHere(Home.Id, March2.AddDays(1)));
        Assert.Throws<RuleBrokenException>(() => session.RequireSaidHere(Home.Id + 1, March2));

        session.Cancel("活动室维修。", Entered);
        Assert.Throws<RuleBrokenException>(() => session.RequireSaidHere(Home.Id, March2));
    }

    [Fact]
    public void It_is_held_in_the_way_it_came_about_and_keeps_its_number_when_it_is_moved()
    {
        var session = ContactSession.Plan(Home, Settled, Entered);
        var number = session.Number;
        session.Change(Home, Settled with { On = March2.AddDays(1) }, "代表开会。", Entered);

        session.Hold(new([Gu], 3) { Form = ContactForm.Visit }, On(March2.AddDays(1)));

        Assert.Equal((ContactForm.Visit, number), (session.Form, session.Number));
        session.Hold(new([Gu], 4, "", "多了一位。"), On(March2.AddDays(1)));
        Assert.Equal(ContactForm.Visit, session.Form);
    }

    private static Signature On(DateOnly day) => new("值班员", ChinaTime.StartOf(day).AddHours(12));

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;

    private static string Refused(SessionFacts facts) => Assert.Throws<RuleBrokenException>(() => ContactSession.Plan(Home, facts, Entered)).Message;
}
