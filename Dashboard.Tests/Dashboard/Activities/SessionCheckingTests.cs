using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Activities;

public sealed class SessionCheckingTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test
    private HeldSession _held = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private int Gu => _house.District.Gu.Id;

    private int Tao => _house.District.Tao.Id;

    private SessionDesk Staff => _house.The<SessionDesk>();

    private SessionDesk GuHimself => Deputy("顾砚清", Gu).GetRequiredService<SessionDesk>();

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        _held = await HeldSession.OfAsync(_house);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_deputy_says_that_the_record_is_right_and_a_second_click_finds_it_done()
    {
        var record = await RecordAsync();
        await GuHimself.ConfirmAsync(record, Gu);
        await GuHimself.ConfirmAsync(record, Gu);

        var session = await _held.ReadAsync();
        Assert.Equal(LiaisonHouse.Today, session.Deputies.Single(link => link.DeputyId == Gu).ConfirmedOn);
        Assert.Equal("顾砚清代表核对无误。", Assert.Single(session.Entries, entry => entry.Act is SessionAct.Confirm).Note);
        Assert.Equal([Tao], (await _house.The<SessionQueries>().OneAsync(_held.Id, Cancelled))!.Row.Unconfirmed.Select(person => person.DeputyId));
        Assert.Equal(1, await EnteredAsync(AuditAct.SessionConfirmed));
    }

    [Fact]
    public async Task What_was_put_right_since_it_was_read_is_to_be_read_first()
    {
        var record = await RecordAsync();
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await CorrectAsync(8);

        Assert.Equal("您打开以后，家站更正了这一场的登记。请看过新的再核对。", (await Assert.ThrowsAsync<RuleBrokenException>(() => GuHimself.ConfirmAsync(record, Gu))).Message);
        await GuHimself.ConfirmAsync(await RecordAsync(), Gu);
    }

    [Fact]
    public async Task A_correction_is_a_further_entry_with_its_reason_and_takes_the_confirmations_back()
    {
        await GuHimself.ConfirmAsync(await RecordAsync(), Gu);
        Assert.Equal("这一场登记过了。要更正，请写明为什么。", (await Assert.ThrowsAsync<RuleBrokenException>(async () => await Staff.HoldAsync(await SeenAsync(), [Gu], 9))).Message);

        await CorrectAsync(8);

        var session = await _held.ReadAsync();
        Assert.Equal(
            ["到场顾砚清，7人次。谈了路灯和停车。", "到场顾砚清、陶知言，8人次。谈了路灯和停车。　更正原因：少记了陶代表。"],
            session.Entries.Where(entry => entry.Act is SessionAct.Hold or SessionAct.Correct).Select(entry => entry.Note));
        Assert.All(session.Deputies, link => Assert.Null(link.ConfirmedOn));
        Assert.Equal(2, (await _house.The<SessionQueries>().OneAsync(_held.Id, Cancelled))!.Row.Unconfirmed.Count());
    }

    [Fact]
    public async Task A_record_sent_twice_is_entered_once()
    {
        var seen = await SeenAsync();
        await Staff.HoldAsync(seen, [Gu, Tao], 8, "谈了路灯。", "少记了陶代表。");
        await Staff.HoldAsync(seen, [Gu, Tao], 8, "谈了路灯。", "少记了陶代表。");

        Assert.Single((await _held.ReadAsync()).Entries, entry => entry.Act is SessionAct.Correct);
        await Assert.ThrowsAsync<SessionChangedException>(() => Staff.HoldAsync(seen, [Gu], 8, "谈了路灯。", "多记了陶代表。"));
    }

    [Fact]
    public async Task What_a_deputy_says_is_not_right_hangs_on_the_session_until_it_is_answered()
    {
        await GuHimself.ObjectAsync(_held.Id, Gu, "来了八位。");
        await GuHimself.ObjectAsync(_held.Id, Gu, "来了八位。 ");

        var objection = Assert.Single((await _house.The<SessionQueries>().OneAsync(_held.Id, Cancelled))!.Objections);
        Assert.Equal(("来了八位。", "顾砚清", _held.Id), (objection.Objection.Words, objection.Name, objection.Objection.SessionId));
        var own = (await Deputy("顾砚清", Gu).GetRequiredService<SessionQueries>().OwnAsync(2026, Cancelled))!;
        Assert.Null(own.ToCheck(Assert.Single(own.Past), new HashSet<int> { Gu }));
        Assert.Equal(1, await EnteredAsync(AuditAct.ObjectionRaised));
    }

    [Fact]
    public async Task Nobody_speaks_for_another_deputy_and_the_try_is_noted()
    {
        var (outside, record) = (Deputy("裴见微", _house.District.CityDeputy.Id).GetRequiredService<SessionDesk>(), await RecordAsync());
        foreach (var act in new Func<Task>[]
        {
            () => outside.ConfirmAsync(record, Gu), () => outside.ConfirmAsync(record, _house.District.CityDeputy.Id), () => outside.ObjectAsync(_held.Id, Gu, "不对。"),
            () => GuHimself.ConfirmAsync(record, Tao),
        })
        {
            Assert.Equal("没有找到这一场接待。", (await Assert.ThrowsAsync<OutOfReachException>(act)).Message);
        }

        Assert.Equal(4, await EnteredAsync(AuditAct.OutOfReach));
        Assert.DoesNotContain((await _held.ReadAsync()).Entries, entry => entry.Act is SessionAct.Confirm);
        Assert.Null(await Deputy("顾砚清", Gu).GetRequiredService<SessionQueries>().OneAsync(_held.Id, Cancelled));
    }

    [Fact]
    public async Task What_was_said_in_it_stands_in_its_record_and_is_explained_by_the_same_commit()
    {
        var said = (await _house.The<SessionQueries>().OneAsync(_held.Id, Cancelled))!.Opinions;

        Assert.Equal([OpinionStage.Collected, OpinionStage.Explained, OpinionStage.OutOfScope], said.Select(opinion => opinion.Stage));
        Assert.All(said, opinion => Assert.Equal(("韩**女士", "138****0058"), (opinion.Voter, opinion.Phone)));
    }

    [Fact]
    public async Task An_opinion_of_another_day_or_station_is_no_part_of_it()
    {
        Assert.StartsWith("这一场在3月2日", (await Assert.ThrowsAsync<RuleBrokenException>(() => _held.SayAsync("昨天说的。", on: LiaisonHouse.Today.AddDays(-1)))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.CollectAsync(new CollectForm { SessionId = _held.Id, StationId = _house.District.ShougangHome.Id, On = LiaisonHouse.Today, Words = "别处说的。" }, Guid.NewGuid()));
        await Assert.ThrowsAsync<RuleBrokenException>(() => _house.Desk.CollectAsync(new CollectForm { SessionId = 4711, StationId = _house.District.BajiaoHome.Id, On = LiaisonHouse.Today, Words = "无处说的。" }, Guid.NewGuid()));
    }

    [Fact]
    public async Task A_session_in_which_somebody_spoke_is_not_moved_away_from_what_was_said()
    {
        var planned = new HeldSession(_house);
        await planned.PlanAsync();
        await planned.SayAsync("路灯不亮");
        var seen = new SeenSession(planned.Id, 0);
        var elsewhen = HeldSession.Form(_house.District, LiaisonHouse.Today.AddDays(3)) with { Reason = "停电。" };

        Assert.Equal("这一场已经记下1件意见，不能取消，请登记接待情况。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Staff.CancelAsync(seen, "停电。"))).Message);
        Assert.StartsWith("这一场已经记下1件意见，不能改到", (await Assert.ThrowsAsync<RuleBrokenException>(() => Staff.ChangeAsync(seen, elsewhen))).Message, StringComparison.Ordinal);
        await Staff.ChangeAsync(seen, HeldSession.Form(_house.District) with { DeputyIds = [Gu] });
    }

    [Fact]
    public async Task What_a_voter_said_about_a_deputy_is_not_told_to_that_deputy_by_the_session()
    {
        await _house.Desk.CollectAsync(
            new CollectForm { SessionId = _held.Id, StationId = _house.District.BajiaoHome.Id, On = LiaisonHouse.Today, Words = "我是韩秀兰，顾代表没来。", ConcernsDeputyId = Gu, DeputyIds = [Tao], Voters = [new VoterForm { Name = "韩秀兰" }] },
            Guid.NewGuid());
        var both = new Rights([new Holding(Role.StationStaff, Reach.OfStations(_house.District.BajiaoHome.Id)), new Holding(Role.Deputy, Reach.OfDeputy(Gu))]);

        var said = (await _house.As("顾砚清", both).GetRequiredService<SessionQueries>().OneAsync(_held.Id, Cancelled))!.Opinions[^1];

        Assert.DoesNotContain("韩秀兰", said.Words + said.Voter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_keeps_a_few_photos_which_its_own_staff_take_down_again()
    {
        var photo = new Developed([1, 2, 3], 2, 1);
        await Staff.AddPicturesAsync(_held.Id, [photo, photo]);
        Assert.Equal("一场最多存6张照片，已经有2张。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Staff.AddPicturesAsync(_held.Id, [photo, photo, photo, photo, photo]))).Message);
        var elsewhere = _house.As("首钢联组", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.ShougangHome.Id))])).GetRequiredService<SessionDesk>();
        await Assert.ThrowsAsync<OutOfReachException>(() => elsewhere.AddPicturesAsync(_held.Id, [photo]));

        var first = (await _house.The<SessionQueries>().OneAsync(_held.Id, Cancelled))!.Pictures[0];
        await Assert.ThrowsAsync<OutOfReachException>(() => elsewhere.RemovePictureAsync(_held.Id, first));
        await Staff.RemovePictureAsync(_held.Id, first);
        await Staff.RemovePictureAsync(_held.Id, first);

        Assert.Single((await _house.The<SessionQueries>().OneAsync(_held.Id, Cancelled))!.Pictures);
    }

    private async Task CorrectAsync(int times) => await Staff.HoldAsync(await SeenAsync(), [Gu, Tao], times, "谈了路灯和停车。", "少记了陶代表。");

    private IServiceProvider Deputy(string name, int id) => _house.As(name, new Rights([new Holding(Role.Deputy, Reach.OfDeputy(id))]));

    private async Task<SeenSession> SeenAsync() => new(_held.Id, (await _held.ReadAsync()).Version);

    private async Task<SeenRecord> RecordAsync() => new(_held.Id, (await _held.ReadAsync()).RecordedAt);

    private async Task<int> EnteredAsync(AuditAct act)
    {
        await using var db = _house.Rows();
        return await db.AuditEntries.CountAsync(entry => entry.Act == act, Cancelled);
    }
}
