using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Inquiries;

/// <summary>赵小川 asks 八角代表之家 about the work of 顾砚清.</summary>
public sealed class InquiryTests : IAsyncLifetime
{
    private const string Words = "我是赵小川，电话13800007788，您今年接待了几次？";
    private const string Starred = "我是***，电话***********，您今年接待了几次？";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => LiaisonHouse.Today;

    private SmallDistrict District => _house.District;

    private InquiryDesk Desk => _house.The<InquiryDesk>();

    private InquiryQueries Queries => _house.The<InquiryQueries>();

    private IServiceProvider Gu => _house.As("顾砚清", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]));

    private IServiceProvider Tao => _house.As("陶知言", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Tao.Id))]));

    /// <summary>The deputy in question, who is also staff of the unit that keeps the inquiry.</summary>
    private IServiceProvider GuAndStaff => _house.As("顾砚清", new Rights(
        [new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id)), new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]));

    private IServiceProvider Station => _house.As("高文秀", new Rights([new Holding(Role.StationStaff, Reach.OfStations(District.BajiaoHome.Id))]));

    private IServiceProvider Shougang => _house.As("首钢", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.ShougangHome.Id))]));

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_question_is_taken_down_once_and_the_audit_log_does_not_say_what_or_who()
    {
        var id = await AskAsync();
        Assert.Equal(id, await AskAsync());

        Assert.Equal((AuditAct.InquiryActed, $"询问 询2026-{id:0000}", "提出询问，问顾砚清代表"), await LastAsync());
        await using var db = _house.Rows();
        Assert.DoesNotContain(await db.AuditEntries.ToListAsync(Cancelled), entry => $"{entry.About}{entry.Detail}" is var said && (said.Contains("赵小川", StringComparison.Ordinal) || said.Contains("接待了几次", StringComparison.Ordinal)));
        var kept = await db.Inquiries.SingleAsync(Cancelled);
        Assert.Equal((Words, "赵小川", "13800007788"), (kept.Words, kept.VoterName, kept.VoterPhone));
    }

    [Fact]
    public async Task The_deputy_answers_the_station_tells_the_voter_and_both_are_named()
    {
        var id = await AskAsync();
        await Gu.GetRequiredService<InquiryDesk>().AnswerAsync(new SeenInquiry(id, 0), "接待了三次。", Today);
        Assert.Equal((AuditAct.InquiryActed, $"询问 询2026-{id:0000}", "答复"), await LastAsync());

        await Station.GetRequiredService<InquiryDesk>().TellAsync(new SeenInquiry(id, 1), "打电话告诉了赵女士。", Today);

        var detail = (await Queries.DetailAsync(id, Cancelled))!;
        Assert.Equal(InquiryStage.Told, detail.Stage);
        Assert.Equal([(InquiryAct.Asked, "高文秀"), (InquiryAct.Answered, "顾砚清"), (InquiryAct.Told, "高文秀")], detail.Steps.Select(step => (step.Act, step.By)));
    }

    [Fact]
    public async Task Staff_who_answer_for_the_deputy_are_named_with_the_deputy()
    {
        var id = await AskAsync();

        await _house.As("高文秀", Rights.OfTheHouse).GetRequiredService<InquiryDesk>().AnswerAsync(new SeenInquiry(id, 0), "接待了三次。", Today);

        Assert.Equal("高文秀（代顾砚清代表）", (await Queries.DetailAsync(id, Cancelled))!.Answer!.By);
        Assert.Equal("答复（代顾砚清代表）", (await LastAsync()).Detail);
    }

    [Fact]
    public async Task A_further_question_waits_for_an_answer_again()
    {
        var id = await AskAsync();
        await Desk.AnswerAsync(new SeenInquiry(id, 0), "三次。", Today);
        await Desk.TellAsync(new SeenInquiry(id, 1), "电话告知。", Today);
        await Desk.AskAgainAsync(new SeenInquiry(id, 2), "哪三次？", Today);

        var detail = (await Queries.DetailAsync(id, Cancelled))!;
        Assert.Equal((InquiryStage.Asked, "哪三次？", null), (detail.Stage, detail.Question.Text, detail.Answer));
        Assert.Equal(2, Assert.Single((await Queries.ListAsync(new InquiryFilter(), Cancelled)).Rows).TimesAsked);
        await Gu.GetRequiredService<InquiryDesk>().AnswerAsync(detail.Seen, "春天两次，秋天一次。", Today);
    }

    [Fact]
    public async Task The_deputy_never_learns_who_asked_whatever_else_they_are()
    {
        var id = await AskAsync();
        await Desk.AnswerAsync(new SeenInquiry(id, 0), "三次。", Today);
        await Desk.TellAsync(new SeenInquiry(id, 1), "打13800007788告诉了赵女士，她住古城。", Today);

        foreach (var person in new[] { Gu, GuAndStaff })
        {
            var queries = person.GetRequiredService<InquiryQueries>();
            var own = Assert.Single((await queries.OwnAsync(Cancelled))!);
            Assert.Equal((Starred, "按第七条，不显示是谁问的", false), (own.Steps[0].Text, own.Asker, own.MayReveal));
            Assert.Equal("", own.Steps[^1].Text);
            NothingOf(own);
            await Assert.ThrowsAsync<OutOfReachException>(() => person.GetRequiredService<InquiryDesk>().RevealAsync(id, "想知道是谁"));
            Assert.Equal((AuditAct.OutOfReach, $"询问 询2026-{id:0000}", "看选民姓名电话"), await LastAsync());
        }

        var staff = GuAndStaff.GetRequiredService<InquiryQueries>();
        NothingOf((await staff.DetailAsync(id, Cancelled))!);
        NothingOf(await staff.ListAsync(new InquiryFilter(), Cancelled));
        Assert.Equal("赵** 138****7788", (await Queries.DetailAsync(id, Cancelled))!.Asker);

        static void NothingOf(object read)
        {
            var all = JsonSerializer.Serialize(read, Plain);
            Assert.All(["赵", "13800007788", "7788", "古城"], trace => Assert.DoesNotContain(trace, all, StringComparison.Ordinal));
            Assert.Contains("接待了几次", all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_asked_about_neither_takes_the_question_down_nor_tells_the_voter()
    {
        var desk = GuAndStaff.GetRequiredService<InquiryDesk>();
        var refused = await Assert.ThrowsAsync<OutOfReachException>(() => desk.AskAsync(Form()));
        Assert.StartsWith("问的是您本人的工作。", refused.Message, StringComparison.Ordinal);

        var id = await AskAsync();
        await desk.AnswerAsync(new SeenInquiry(id, 0), "三次。", Today);
        await Assert.ThrowsAsync<OutOfReachException>(() => desk.TellAsync(new SeenInquiry(id, 1), "我自己说了。", Today));
        await Assert.ThrowsAsync<OutOfReachException>(() => desk.AskAgainAsync(new SeenInquiry(id, 1), "再问", Today));
        Assert.Empty((await GuAndStaff.GetRequiredService<InquiryQueries>().DetailAsync(id, Cancelled))!.May);
    }

    [Fact]
    public async Task Out_of_scope_there_is_no_such_inquiry()
    {
        var id = await AskAsync();

        Assert.Null(await Shougang.GetRequiredService<InquiryQueries>().DetailAsync(id, Cancelled));
        Assert.Empty((await Shougang.GetRequiredService<InquiryQueries>().ListAsync(new InquiryFilter(), Cancelled)).Counts);
        Assert.Null(await Gu.GetRequiredService<InquiryQueries>().DetailAsync(id, Cancelled)); // the office's page is not the deputy's
        Assert.Empty((await Tao.GetRequiredService<InquiryQueries>().OwnAsync(Cancelled))!);
        Assert.Null(await Tao.GetRequiredService<InquiryQueries>().OwnAsync(id, Cancelled));
        Assert.Null(await Station.GetRequiredService<InquiryQueries>().OwnAsync(Cancelled));

        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => Shougang.GetRequiredService<InquiryDesk>().TellAsync(new SeenInquiry(id, 0), "电话", Today));
        var unknown = await Assert.ThrowsAsync<RuleBrokenException>(() => Shougang.GetRequiredService<InquiryDesk>().TellAsync(new SeenInquiry(4711, 0), "电话", Today));
        Assert.Equal(unknown.Message, foreign.Message);
        await Assert.ThrowsAsync<OutOfReachException>(() => Tao.GetRequiredService<InquiryDesk>().AnswerAsync(new SeenInquiry(id, 0), "代他答", Today));
        await Assert.ThrowsAsync<OutOfReachException>(() => Station.GetRequiredService<InquiryDesk>().AnswerAsync(new SeenInquiry(id, 0), "家站不代答", Today));
        await Assert.ThrowsAsync<OutOfReachException>(() => Shougang.GetRequiredService<InquiryDesk>().AskAsync(Form()));
        await Assert.ThrowsAsync<OutOfReachException>(() => Shougang.GetRequiredService<InquiryDesk>().RevealAsync(id, "核实"));
    }

    [Fact]
    public async Task Who_asked_is_told_for_a_reason_that_the_audit_log_keeps()
    {
        var id = await AskAsync();
        var desk = Station.GetRequiredService<InquiryDesk>();
        Assert.Equal("请写明为什么要看。", (await Assert.ThrowsAsync<RuleBrokenException>(() => desk.RevealAsync(id, " "))).Message);

        Assert.Equal(new RevealedVoter("赵小川", "13800007788", ""), await desk.RevealAsync(id, "告知选民赵小川"));

        Assert.Equal((AuditAct.VotersRevealed, $"询问 询2026-{id:0000}", "告知选民***"), await LastAsync());
    }

    [Fact]
    public async Task Who_asked_is_erased_on_request_with_what_else_they_asked_and_the_audit_log_keeps_why()
    {
        var id = await AskAsync();
        var other = await AskAsync("我赵小川再问一件");
        var anothers = await Desk.AskAsync(new InquiryForm { StationId = District.BajiaoHome.Id, DeputyId = District.Gu.Id, On = Today, Words = "别人问的", VoterName = "孙女士" });
        await _house.Desk.CollectAsync(new CollectForm { StationId = District.BajiaoHome.Id, Words = "赵小川也说过", On = Today }, Guid.NewGuid());
        Assert.Equal([$"询2026-{other:0000}"], await Queries.OthersOfSameAskerAsync(id, Cancelled));
        Assert.True((await Queries.DetailAsync(id, Cancelled))!.MayErase);

        var erasure = await Desk.EraseVoterAsync(new SeenInquiry(id, 0), "选民赵小川来电要求");

        Assert.Equal([$"询2026-{id:0000}", $"询2026-{other:0000}"], erasure.Opinions);
        Assert.Equal(["2026-BJ01-0001"], erasure.AlsoNamedIn);
        Assert.Equal((AuditAct.VotersErased, $"询问 询2026-{id:0000}", $"选民***来电要求（连同同一选民的询2026-{other:0000}）"), await LastAsync());
        await using var db = _house.Rows();
        var kept = await db.Inquiries.Include(inquiry => inquiry.Entries).OrderBy(inquiry => inquiry.Id).ToListAsync(Cancelled);
        Assert.Equal([("", ""), ("", ""), ("孙女士", "")], kept.Select(inquiry => (inquiry.VoterName, inquiry.VoterPhone)));
        Assert.Equal([Starred, Starred], [kept[0].Words, kept[0].Entries[0].Text]);
        Assert.Equal("里面已经没有选民的个人信息。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.EraseVoterAsync(new SeenInquiry(id, 0), "再来"))).Message);
        Assert.False((await Queries.DetailAsync(id, Cancelled))!.MayErase);
        Assert.True((await Queries.DetailAsync(anothers, Cancelled))!.MayErase);
    }

    [Fact]
    public async Task Erasing_is_the_offices_alone_asks_why_and_is_not_the_deputys_own()
    {
        var id = await AskAsync();
        Assert.Equal("请写明为什么删去。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.EraseVoterAsync(new SeenInquiry(id, 0), " "))).Message);
        await Assert.ThrowsAsync<OutOfReachException>(() => Station.GetRequiredService<InquiryDesk>().EraseVoterAsync(new SeenInquiry(id, 0), "选民要求"));
        Assert.False((await Station.GetRequiredService<InquiryQueries>().DetailAsync(id, Cancelled))!.MayErase);

        var office = _house.As("顾砚清", new Rights([new Holding(Role.LiaisonOffice, Reach.All), new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]));
        await Assert.ThrowsAsync<OutOfReachException>(() => office.GetRequiredService<InquiryDesk>().EraseVoterAsync(new SeenInquiry(id, 0), "选民要求"));
        Assert.False((await office.GetRequiredService<InquiryQueries>().DetailAsync(id, Cancelled))!.MayErase);
    }

    [Fact]
    public async Task Nothing_is_written_over_what_somebody_else_did_meanwhile()
    {
        var id = await AskAsync();
        await Gu.GetRequiredService<InquiryDesk>().AnswerAsync(new SeenInquiry(id, 0), "三次。", Today);

        var changed = await Assert.ThrowsAsync<InquiryChangedException>(() => Desk.AnswerAsync(new SeenInquiry(id, 0), "四次。", Today));

        Assert.Equal("您打开以后，别人办过这条询问，现在是“待告知”。您写的都还在，请看过再决定。", changed.Message);
        Assert.Equal(1, changed.Version);
        Assert.Equal("三次。", (await Queries.DetailAsync(id, Cancelled))!.Answer!.Text);
    }

    [Fact]
    public async Task What_waits_stands_first_and_the_longest_waiting_on_top()
    {
        var told = await AskAsync("一", Today.AddDays(-9));
        await Desk.AnswerAsync(new SeenInquiry(told, 0), "答", Today);
        await Desk.TellAsync(new SeenInquiry(told, 1), "电话", Today);
        var late = await AskAsync("二", Today.AddDays(-1));
        var early = await AskAsync("三", Today.AddDays(-8), District.Tao.Id);

        var all = await Queries.ListAsync(new InquiryFilter(), Cancelled);

        Assert.Equal([early, late, told], all.Rows.Select(row => row.Id));
        Assert.Equal((2, 0, 1), (all.Of(InquiryStage.Asked), all.Of(InquiryStage.Answered), all.Of(InquiryStage.Told)));
        Assert.Equal([early], (await Queries.ListAsync(new InquiryFilter { Stage = InquiryStage.Asked, Deputy = "17-0002" }, Cancelled)).Rows.Select(row => row.Id));
        Assert.Equal(3, (await Queries.ListAsync(new InquiryFilter { Unit = "BJ" }, Cancelled)).Total);
        Assert.Equal(0, (await Queries.ListAsync(new InquiryFilter { Unit = "SG" }, Cancelled)).Total);
    }

    [Fact]
    public async Task Who_asked_is_forgotten_as_long_after_they_were_told_as_the_voters_of_an_opinion()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Liaison:VotersKeptYears=1");
        var desk = house.The<InquiryDesk>();
        var ids = new List<int>();
        foreach (var (on, tell) in new[] { (Today.AddYears(-1).AddDays(-1), true), (Today.AddYears(-1), true), (Today.AddYears(-3), false) })
        {
            var id = await desk.AskAsync(new InquiryForm { StationId = house.District.BajiaoHome.Id, DeputyId = house.District.Gu.Id, On = on, Words = Words, VoterName = "赵小川", VoterPhone = "13800007788" });
            await desk.AnswerAsync(new SeenInquiry(id, 0), "三次。", on);
            if (tell)
            {
                await desk.TellAsync(new SeenInquiry(id, 1), "打电话告诉了赵女士。", on);
            }

            ids.Add(id);
        }

        Assert.Equal(1, await house.The<VoterRetention>().CountAskersDueAsync(Cancelled));
        var done = await house.The<VoterRetention>().AnonymiseAsync(Actor.App, Cancelled);

        Assert.Equal((0, 1), (done.Opinions, done.Inquiries));
        await using var db = house.Rows();
        var kept = await db.Inquiries.Include(inquiry => inquiry.Entries).OrderBy(inquiry => inquiry.Id).ToListAsync(Cancelled);
        Assert.Equal(["", "赵小川", "赵小川"], kept.Select(inquiry => inquiry.VoterName));
        Assert.Equal((Starred, "打电话告诉了***。"), (kept[0].Words, kept[0].Entries.Single(entry => entry.Act is InquiryAct.Told).Text));
        Assert.Equal("未留姓名", (await house.The<InquiryQueries>().DetailAsync(ids[0], Cancelled))!.Asker);
        Assert.Equal(0, (await house.The<VoterRetention>().AnonymiseAsync(Actor.App, Cancelled)).Inquiries);
    }

    private InquiryForm Form(string words = Words, DateOnly? on = null, int? deputyId = null) =>
        new() { StationId = District.BajiaoHome.Id, DeputyId = deputyId ?? District.Gu.Id, On = on ?? Today, Words = words, VoterName = "赵小川", VoterPhone = "13800007788" };

    private Task<int> AskAsync(string words = Words, DateOnly? on = null, int? deputyId = null) => Station.GetRequiredService<InquiryDesk>().AskAsync(Form(words, on, deputyId));

    private async Task<(AuditAct Act, string About, string Detail)> LastAsync()
    {
        await using var db = _house.Rows();
        var entry = await db.AuditEntries.OrderByDescending(one => one.Id).FirstAsync(Cancelled);
        return (entry.Act, entry.About, entry.Detail);
    }
}
