using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Submissions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What becomes of a submission at the station, on a real database.</summary>
public sealed class SubmissionDeskTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SubmissionDesk Desk => _house.The<SubmissionDesk>();

    private SubmissionQueries Queries => _house.The<SubmissionQueries>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Taken_in_it_is_an_opinion_like_any_other_and_its_words_are_kept_there_alone()
    {
        var detail = await SentAsync("门前积水", form => form with { Name = "赵小川", Phone = "13800007788", Consented = true, CategoryId = _house.District.Transport.Id }, SomePhoto.WithPlace());

        var number = await Desk.AcceptAsync(detail.Seen, AcceptForm.For(detail) with { DeputyIds = [_house.District.Gu.Id] });

        await using var db = _house.Rows();
        var opinion = await db.Opinions.Include(o => o.Voters).ThenInclude(link => link.Voter).Include(o => o.Deputies).SingleAsync(o => o.Number == number, Cancelled);
        Assert.Equal(("门前积水", OpinionSource.Online, LiaisonHouse.Today, "赵小川"), (opinion.Words, opinion.Source, opinion.CollectedOn, opinion.Voters.Single().Voter.Name));
        Assert.Equal((_house.District.Transport.Id, _house.District.Gu.Id), (opinion.CategoryId!.Value, opinion.Deputies.Single().DeputyId));
        var submission = await db.Submissions.SingleAsync(Cancelled);
        Assert.Equal(("", "", "", SubmissionStage.Accepted), (submission.Words, submission.Name, submission.Phone, submission.Stage));
        Assert.Equal(opinion.Id, (await db.Pictures.SingleAsync(Cancelled)).OpinionId);
        Assert.Contains(await db.AuditEntries.ToListAsync(Cancelled), entry => entry.Act is AuditAct.SubmissionDecided && entry.Detail == "已登记");
    }

    [Fact]
    public async Task What_says_nearly_the_same_is_hinted_at_and_a_person_decides()
    {
        await _house.CollectAsync("八角北里3号楼前的路灯坏了快一个月，晚上黑得看不见台阶");
        await _house.CollectAsync("社区食堂中午关门太早");
        await _house.CollectAsync("八角北里3号楼前的路灯坏了，晚上看不见台阶", stationId: _house.District.ShougangHome.Id);

        var detail = await SentAsync("北里3号楼前面路灯坏了一个月，晚上看不见台阶，老人差点摔跤");

        Assert.Equal("2026-BJ01-0001", Assert.Single(detail.Alike).Number);
    }

    [Fact]
    public async Task Merged_it_travels_with_the_lead()
    {
        await _house.CollectAsync("路灯不亮");
        var detail = await SentAsync("路灯还是不亮");

        var number = await Desk.MergeAsync(detail.Seen, AcceptForm.For(detail), "2026-bj01-0001", "同一处。");

        await using var db = _house.Rows();
        Assert.Equal(OpinionStage.Merged, (await db.Opinions.SingleAsync(o => o.Number == number, Cancelled)).Stage);
        Assert.Equal(1, (await db.Opinions.SingleAsync(o => o.Number == "2026-BJ01-0001", Cancelled)).Followers);
        Assert.Equal(SubmissionStage.Merged, (await db.Submissions.SingleAsync(Cancelled)).Stage);
    }

    [Fact]
    public async Task Pointed_elsewhere_it_counts_as_out_of_scope_and_the_receipt_says_where_to_turn()
    {
        var detail = await SentAsync("法院什么时候判我的案子");

        var number = await Desk.PointElsewhereAsync(detail.Seen, AcceptForm.For(detail), "区人民法院诉讼服务中心", "案件正在审理，代表不能过问。");

        await using var db = _house.Rows();
        var opinion = await db.Opinions.Include(o => o.Feedbacks).SingleAsync(o => o.Number == number, Cancelled);
        Assert.Equal((OpinionStage.OutOfScope, FeedbackMeans.Receipt), (opinion.Stage, opinion.Feedbacks.Single().Means));
    }

    [Fact]
    public async Task A_question_about_a_deputys_work_becomes_an_inquiry()
    {
        var detail = await SentAsync("您提的建议怎么样了", form => form with { Kind = SubmissionKind.Inquiry, DeputyId = _house.District.Gu.Id, StationId = null });

        var number = await Desk.TakeAsInquiryAsync(detail.Seen, _house.District.Gu.Id);

        await using var db = _house.Rows();
        var inquiry = await db.Inquiries.SingleAsync(Cancelled);
        Assert.Equal((number, "您提的建议怎么样了"), (inquiry.Number, inquiry.Words));
        Assert.Equal(("", SubmissionStage.Inquiry), await db.Submissions.Select(known => ValueTuple.Create(known.Words, known.Stage)).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task Passed_on_it_waits_there_and_is_no_longer_here()
    {
        var detail = await SentAsync("首钢园里的事");

        await Station("八角站", _house.District.BajiaoHome.Id).Desk.PassAsync(detail.Seen, _house.District.ShougangHome.Id, "地点在首钢。");

        Assert.Null(await Station("八角站", _house.District.BajiaoHome.Id).Queries.FindAsync(detail.Submission.Id, Cancelled));
        Assert.NotNull(await Station("首钢站", _house.District.ShougangHome.Id).Queries.FindAsync(detail.Submission.Id, Cancelled));
    }

    [Fact]
    public async Task Of_another_station_it_is_not_there_and_nothing_can_be_decided()
    {
        var detail = await SentAsync("八角的事");
        var (desk, queries) = Station("首钢站", _house.District.ShougangHome.Id);

        Assert.Null(await queries.FindAsync(detail.Submission.Id, Cancelled));
        Assert.Equal(0, (await queries.InboxAsync(InboxTab.Waiting, 1, Cancelled)).Total);
        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => desk.AcceptAsync(detail.Seen, AcceptForm.For(detail)));
        var unknown = await Assert.ThrowsAsync<RuleBrokenException>(() => desk.RefuseAsync(new SeenSubmission(4711, 1), "广告"));
        Assert.Equal(unknown.Message, foreign.Message);
    }

    [Fact]
    public async Task A_question_about_ones_own_work_is_taken_in_by_others()
    {
        var detail = await SentAsync("您去年做了什么", form => form with { Kind = SubmissionKind.Inquiry, DeputyId = _house.District.Gu.Id });
        var both = _house.As("顾砚清", new Rights([new Holding(Role.StationStaff, Reach.OfStations(_house.District.BajiaoHome.Id)), new Holding(Role.Deputy, Reach.OfDeputy(_house.District.Gu.Id))]));

        Assert.Null(await both.GetRequiredService<SubmissionQueries>().FindAsync(detail.Submission.Id, Cancelled));
        await Assert.ThrowsAsync<OutOfReachException>(() => both.GetRequiredService<SubmissionDesk>().TakeAsInquiryAsync(detail.Seen, _house.District.Gu.Id));
    }

    [Fact]
    public async Task A_form_sent_again_tells_its_code_for_half_an_hour_and_then_only_its_number()
    {
        var form = new SpeakForm { Words = "门前积水", Ticket = SpeakTicket.Write(_house.The<IDataProtectionProvider>(), _house.Clock.GetUtcNow().UtcDateTime) };
        var first = await _house.The<SpeakDesk>().SendAsync(form, [], Cancelled);

        _house.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(first.Receipt, (await _house.The<SpeakDesk>().SendAsync(form, [], Cancelled)).Receipt);
        _house.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await _house.The<SpeakDesk>().SendAsync(form, [], Cancelled);

        Assert.Equal((null, first.Number), (late.Receipt, late.Number));
        await using var db = _house.Rows();
        Assert.Equal(1, await db.Submissions.CountAsync(Cancelled));
    }

    [Fact]
    public async Task Where_no_station_is_open_the_voter_is_told_so()
    {
        await using (var db = _house.Rows())
        {
            await db.Stations.ForEachAsync(station => station.Close(LiaisonHouse.Today), Cancelled);
            await db.SaveChangesAsync(Cancelled);
        }

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => _house.The<SpeakDesk>().SendAsync(new SpeakForm { Words = "门前积水" }, [], Cancelled));

        Assert.StartsWith("现在没有家站能收意见", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_kept_tells_a_code_not_even_the_forms_own_number()
    {
        var form = new SpeakForm { Words = "门前积水", Ticket = SpeakTicket.Write(_house.The<IDataProtectionProvider>(), _house.Clock.GetUtcNow().UtcDateTime) };
        var other = form with { Ticket = SpeakTicket.Write(_house.The<IDataProtectionProvider>(), _house.Clock.GetUtcNow().UtcDateTime) };

        var codes = new[] { await _house.The<SpeakDesk>().SendAsync(form, [], Cancelled), await _house.The<SpeakDesk>().SendAsync(other, [], Cancelled) }.Select(sent => sent.Receipt!.Code);

        Assert.Equal(2, codes.Distinct().Count()); // the same words from two pages: only what the page carries decides
    }

    [Fact]
    public async Task What_was_put_aside_comes_back_when_a_person_says_so()
    {
        var detail = await SentAsync("办证 http://a.example http://b.example http://c.example");
        Assert.Equal(SubmissionStage.Parked, detail.Submission.Stage);

        await Desk.UnparkAsync(detail.Seen);

        Assert.Equal(SubmissionStage.Waiting, (await Queries.FindAsync(detail.Submission.Id, Cancelled))!.Submission.Stage);
    }

    [Fact]
    public async Task Who_decides_after_somebody_else_did_is_told_what_happened()
    {
        var detail = await SentAsync("两个人同时看");
        await Desk.RefuseAsync(detail.Seen, "广告。");

        var changed = await Assert.ThrowsAsync<SubmissionChangedException>(() => Desk.AcceptAsync(detail.Seen, AcceptForm.For(detail)));

        Assert.Contains("值班员　广告。", changed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.AcceptAsync(detail.Seen with { Version = changed.Version }, AcceptForm.For(detail)));
    }

    [Fact]
    public async Task Nobody_chosen_it_waits_at_the_first_home_and_the_inbox_says_so()
    {
        await SentAsync("不知道该交给谁", form => form with { StationId = null });

        Assert.True(Assert.Single((await Queries.InboxAsync(InboxTab.Waiting, 1, Cancelled)).Rows).Unaddressed);
    }

    [Fact]
    public async Task Erasing_the_voter_takes_out_photos_and_whatever_the_form_held()
    {
        var detail = await SentAsync("我是赵小川，门前积水", form => form with { Name = "赵小川", Phone = "13800007788", Consented = true }, SomePhoto.Jpeg());
        var number = await Desk.AcceptAsync(detail.Seen, AcceptForm.For(detail));
        await using var db = _house.Rows();
        var id = await db.Opinions.Where(o => o.Number == number).Select(o => o.Id).SingleAsync(Cancelled);

        await _house.Desk.EraseVotersAsync(new Seen(id, 1, Guid.NewGuid()), "选民要求。");

        Assert.False(await db.Pictures.AnyAsync(Cancelled));
        Assert.DoesNotContain("赵小川", await db.Opinions.Where(o => o.Id == id).Select(o => o.Words).SingleAsync(Cancelled), StringComparison.Ordinal);
        Assert.All(await db.Submissions.AsNoTracking().ToListAsync(Cancelled), submission => Assert.Equal("", submission.Words + submission.Name + submission.Phone));
    }

    [Fact]
    public async Task What_was_not_taken_in_is_forgotten_when_the_time_for_keeping_is_over()
    {
        var detail = await SentAsync("卖家具，找赵小川", form => form with { Name = "赵小川", Phone = "13800007788", Consented = true }, SomePhoto.Jpeg());
        await Desk.RefuseAsync(detail.Seen, "广告。");
        _house.Clock.Advance(TimeSpan.FromDays(366 * 5));

        await _house.The<VoterRetention>().AnonymiseAsync(Actor.App, Cancelled);

        await using var db = _house.Rows();
        Assert.Equal(("", "", SubmissionStage.Refused), await db.Submissions.Select(known => ValueTuple.Create(known.Words, known.Name, known.Stage)).SingleAsync(Cancelled));
        Assert.False(await db.Pictures.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task A_photo_is_seen_by_whoever_sees_what_it_belongs_to_and_by_nobody_else()
    {
        var detail = await SentAsync("门前积水", photo: SomePhoto.Jpeg());
        var inside = _house.As("八角站", new Rights([new Holding(Role.StationStaff, Reach.OfStations(_house.District.BajiaoHome.Id))])).GetRequiredService<PictureQueries>();
        var outside = _house.As("首钢站", new Rights([new Holding(Role.StationStaff, Reach.OfStations(_house.District.ShougangHome.Id))])).GetRequiredService<PictureQueries>();
        var nobody = _house.As("路人", Rights.None).GetRequiredService<PictureQueries>();
        var about = _house.As("顾砚清", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(_house.District.Gu.Id))])).GetRequiredService<PictureQueries>();
        var id = detail.Pictures.Single();

        Assert.Equal((true, true, true), (await inside.FindAsync(id, Cancelled) is not null, await outside.FindAsync(id, Cancelled) is null, await nobody.FindAsync(id, Cancelled) is null));
        await Desk.AcceptAsync(detail.Seen, AcceptForm.For(detail) with { DeputyIds = [_house.District.Gu.Id], ConcernsDeputyId = _house.District.Gu.Id });
        Assert.Equal((true, true, true), (await inside.FindAsync(id, Cancelled) is not null, await outside.FindAsync(id, Cancelled) is null, await about.FindAsync(id, Cancelled) is null));
    }

    private (SubmissionDesk Desk, SubmissionQueries Queries) Station(string name, int station)
    {
        var services = _house.As(name, new Rights([new Holding(Role.StationStaff, Reach.OfStations(station))]));
        return (services.GetRequiredService<SubmissionDesk>(), services.GetRequiredService<SubmissionQueries>());
    }

    private async Task<SubmissionDetail> SentAsync(string words, Func<SpeakForm, SpeakForm>? with = null, byte[]? photo = null)
    {
        var opened = SpeakTicket.Write(_house.The<IDataProtectionProvider>(), _house.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        var form = new SpeakForm { Words = words, StationId = _house.District.BajiaoHome.Id, Ticket = opened };
        var sent = await _house.The<SpeakDesk>().SendAsync(with?.Invoke(form) ?? form, photo is null ? [] : [new MemoryStream(photo)], Cancelled);
        await using var db = _house.Rows();
        var id = await db.Receipts.Where(known => known.Number == sent.Number).Select(known => known.SubmissionId!.Value).SingleAsync(Cancelled);
        return (await Queries.FindAsync(id, Cancelled))!;
    }
}
