using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Plans;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Activities;

public sealed class SessionsPageTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public SessionsPageTests()
    {
        Services.AddActivities();
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public void A_month_without_receptions_says_what_to_do_next() => Assert.Contains("这个月还没有安排接待", Render<SessionsPage>().Markup);

    [Fact]
    public async Task What_was_not_entered_stands_first_and_can_be_entered_there()
    {
        await PlanAsync(Today.AddDays(-3));
        await PlanAsync(Today.AddDays(3));
        var page = Render<SessionsPage>();

        var first = page.Find("[data-testid=unregistered] [data-testid=session]");
        Assert.Contains("还没有登记", first.TextContent);
        _ = first.QuerySelector("[data-testid=hold]")!.ClickAsync(new());
        _dialogs.WaitForElement("[data-testid=voter-times]").Change(4);
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=unregistered]")));
    }

    [Fact]
    public async Task One_is_planned_in_the_dialog_and_what_lacks_is_said_beside_the_button()
    {
        var page = Render<SessionsPage>();
        _ = page.Find("[data-testid=plan]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=station]").ChangeAsync(new ChangeEventArgs { Value = $"{District.BajiaoHome.Id}" });
        await _dialogs.Find("[data-testid=from]").ChangeAsync(new ChangeEventArgs { Value = "14:00:00" });
        await _dialogs.Find("[data-testid=until]").ChangeAsync(new ChangeEventArgs { Value = "16:00:00" });
        await _dialogs.Find("[data-testid=place]").ChangeAsync(new ChangeEventArgs { Value = "八角北里" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        _dialogs.WaitForAssertion(() => Assert.Contains("还没有落实人员", _dialogs.Find("[role=alert]").TextContent));

        await _dialogs.Find("[data-testid=deputies]").ChangeAsync(new ChangeEventArgs { Value = "顾砚清" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("14:00–16:00", page.Find("[data-testid=session]").TextContent));
    }

    [Fact]
    public async Task Its_way_its_topic_and_its_title_are_chosen_where_it_is_planned_and_stand_there_when_it_is_changed()
    {
        var topic = new Topic("加装电梯", TopicKind.Supervision, 2026, "");
        await using (var db = Database.CreateDbContext())
        {
            db.Add(topic);
            await db.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        }

        var page = Render<SessionsPage>();
        _ = page.Find("[data-testid=plan]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=station]").ChangeAsync(new ChangeEventArgs { Value = $"{District.BajiaoHome.Id}" });
        foreach (var (field, value) in new[] { ("day", "2026-03-09"), ("from", "14:00:00"), ("until", "16:00:00"), ("place", "八角北里"), ("deputies", "顾砚清"), ("way-SupervisionTopic", "SupervisionTopic"), ("topic", $"{topic.Id}"), ("title", "老楼加装电梯") })
        {
            await _dialogs.Find($"[data-testid={field}]").ChangeAsync(new ChangeEventArgs { Value = value });
        }

        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForElement("[data-testid=session]");
        await using (var db = Database.CreateDbContext())
        {
            var session = Assert.Single(db.ContactSessions);
            Assert.Equal((ContactWay.SupervisionTopic, topic.Id, "老楼加装电梯"), (session.Way, session.TopicId, session.Title));
        }

        _ = page.Find("[data-testid=change]").ClickAsync(new());
        Assert.True(_dialogs.WaitForElement("[data-testid=way-SupervisionTopic]").HasAttribute("checked"));
        Assert.Equal("老楼加装电梯", _dialogs.Find("[data-testid=title]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_conflict_is_said_before_saving()
    {
        await PlanAsync(Today.AddDays(1));
        _ = Render<SessionsPage>().Find("[data-testid=plan]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=from]").ChangeAsync(new ChangeEventArgs { Value = "10:00:00" });
        await _dialogs.Find("[data-testid=until]").ChangeAsync(new ChangeEventArgs { Value = "12:00:00" });

        await _dialogs.Find("[data-testid=deputies]").ChangeAsync(new ChangeEventArgs { Value = "顾砚清" });

        _dialogs.WaitForAssertion(() => Assert.Contains("时间重叠", _dialogs.Find("[data-testid=conflicts]").TextContent));
    }

    [Fact]
    public async Task A_deputy_sees_the_own_receptions_to_come_and_who_is_none_finds_no_such_page()
    {
        await PlanAsync(Today.AddDays(3));
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");
        Assert.Contains("与陶知言代表一同接待", Render<MySessionsPage>().Find("[data-testid=to-come]").TextContent);

        IsSeenBy(Rights.OfTheHouse);
        Assert.Empty(Render<MySessionsPage>().FindAll("h1"));
    }

    private Task<int> PlanAsync(DateOnly on) => The<SessionDesk>().PlanAsync(new SessionForm
    {
        StationId = District.BajiaoHome.Id,
        On = on,
        From = new TimeOnly(9, 0),
        Until = new TimeOnly(11, 0),
        Place = "八角北里",
        DeputyIds = [District.Gu.Id, District.Tao.Id],
    });
}
