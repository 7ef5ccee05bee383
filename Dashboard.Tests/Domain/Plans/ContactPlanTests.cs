using CsCheck;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Plans;

public sealed class ContactPlanTests
{
    private static readonly Signature Entered = new("值班员", ChinaTime.StartOf(March2).AddHours(12));

    private static readonly PlanLineFacts Settled = new()
    {
        StationId = Home.Id,
        On = March2.AddDays(7),
        From = new TimeOnly(14, 0),
        Until = new TimeOnly(16, 0),
        Place = "八角街道特钢社区",
        DeputyIds = [Gu.Id, Tao.Id],
    };

    [Fact]
    public void What_lacks_people_time_or_place_is_not_published_and_which_is_said()
    {
        Assert.Equal("还没有落实人员，不能公布。", Refused(Settled with { DeputyIds = [] }));
        Assert.Equal("还没有落实时间，不能公布。", Refused(Settled with { On = null }));
        Assert.Equal("还没有落实时间，不能公布。", Refused(Settled with { Until = null }));
        Assert.Equal("还没有落实地点，不能公布。", Refused(Settled with { Place = " " }));
        Assert.Equal("还没有落实人员、时间、地点，不能公布。", Refused(new PlanLineFacts()));
    }

    [Fact]
    public void What_is_settled_becomes_a_session_of_the_plans_way_once()
    {
        var plan = APlan();
        var line = plan.Add(Settled with { Title = "加装电梯" });

        var session = plan.Publish(line, Home, [Gu, Tao], Entered);
        line.BecameSession(Known(session));

        Assert.Equal((ContactWay.MidYear, "加装电梯", March2, SessionStatus.Planned), (session.Way, session.Title, session.PublishedOn, session.Status));
        Assert.Equal("这一场已经公布。", Assert.Throws<RuleBrokenException>(() => plan.Publish(line, Home, [Gu, Tao], Entered)).Message);
        Assert.Throws<RuleBrokenException>(() => plan.Change(line, Settled));
        Assert.Throws<RuleBrokenException>(() => plan.Remove(line));
    }

    [Fact]
    public void It_has_a_name_and_a_year()
    {
        Assert.Equal("请填写年度。", Assert.Throws<RuleBrokenException>(() => _ = new ContactPlan(1, 26, ContactWay.MidYear, "年中集中联系", "")).Message);
        Assert.Equal("请填写计划名称。", Assert.Throws<RuleBrokenException>(() => _ = new ContactPlan(1, 2026, ContactWay.MidYear, " ", "")).Message);
    }

    [Fact]
    public void A_day_that_has_passed_is_not_announced() =>
        Assert.Equal("3月1日已经过了，不能再公布。", Refused(Settled with { On = March2.AddDays(-1) }));

    [Fact]
    public void A_line_lies_in_the_plans_year_with_its_hours_the_right_way_round_and_each_deputy_once()
    {
        var plan = APlan();

        Assert.Throws<RuleBrokenException>(() => plan.Add(Settled with { On = new DateOnly(2027, 1, 1) }));
        Assert.Throws<RuleBrokenException>(() => plan.Add(Settled with { Until = Settled.From }));
        Assert.Throws<RuleBrokenException>(() => plan.Add(Settled with { DeputyIds = [Gu.Id, Gu.Id] }));
        Assert.Empty(plan.Sessions);
    }

    [Fact]
    public void Copied_into_the_next_year_it_falls_on_the_same_weekdays_without_whom_and_what_is_gone()
    {
        var plan = APlan();
        plan.Add(Settled);
        plan.Add(Settled with { On = new DateOnly(2026, 1, 1), StationId = Station.Id });

        var copy = plan.CopyTo(2027, deputy => deputy == Gu.Id, station => station == Home.Id);

        Assert.Equal((2027, "2027年年中集中联系", plan.Way), (copy.Year, copy.Title, copy.Way));
        Assert.Equal([new DateOnly(2027, 3, 8), null], copy.Sessions.Select(line => line.On).OrderByDescending(on => on));
        Assert.Equal(DayOfWeek.Monday, copy.Sessions.Single(line => line.On is not null).On!.Value.DayOfWeek);
        Assert.All(copy.Sessions, line => Assert.Equal([Gu.Id], line.Deputies.Select(link => link.DeputyId)));
        Assert.Equal([SettledPart.Time, SettledPart.Place], copy.Sessions.Single(line => line.On is null).Lacking);
        Assert.Throws<RuleBrokenException>(() => plan.CopyTo(2026, _ => true, _ => true));
    }

    [Fact]
    public void Whatever_is_written_only_what_has_people_time_and_place_is_ever_published() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 3], Gen.Int[-3, 40], Gen.Int[8, 20], Gen.Int[0, 6], Gen.Int[0, 2]).Sample((hasStation, deputies, days, from, hours, where) =>
        {
            var plan = APlan();
            Deputy[] named = [.. new[] { Gu, Tao }.Take(deputies)];
            var facts = new PlanLineFacts
            {
                StationId = hasStation ? Home.Id : null,
                On = days < -1 ? null : March2.AddDays(days),
                From = from == 8 ? null : new TimeOnly(from, 0),
                Until = hours == 0 ? null : new TimeOnly(Math.Min(23, from + hours), 30),
                Place = new[] { "", " ", "八角北里" }[where],
                DeputyIds = [.. named.Select(deputy => deputy.Id)],
            };
            var line = plan.Add(facts);
            ContactSession? session = null;
            try
            {
                session = plan.Publish(line, hasStation ? Home : null, named, Entered);
            }
            catch (RuleBrokenException broken)
            {
                Assert.EndsWith("。", broken.Message, StringComparison.Ordinal);
            }

            Assert.Equal(line.Lacking.Count == 0 && line.On >= March2, session is not null);
            if (session is not null)
            {
                Assert.True(session.Deputies.Count > 0 && session.From < session.Until && session.Place.Length > 0);
            }
        });

    private static ContactPlan APlan() => new(1, 2026, ContactWay.MidYear, "2026年年中集中联系", "");

    private static string Refused(PlanLineFacts facts)
    {
        var plan = APlan();
        var line = plan.Add(facts);
        return Assert.Throws<RuleBrokenException>(() => plan.Publish(line, Home, [Gu, Tao], Entered)).Message;
    }

    private static ContactSession Known(ContactSession session)
    {
        typeof(ContactSession).GetProperty(nameof(ContactSession.Id))!.SetValue(session, 7);
        return session;
    }
}
