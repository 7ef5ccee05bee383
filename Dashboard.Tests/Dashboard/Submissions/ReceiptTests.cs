using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Submissions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What became of it, by receipt.</summary>
public sealed class ReceiptTests : IAsyncLifetime
{
    private const string Name = "赵小川";
    private const string Phone = "13800007788";

    private LiaisonHouse _house = null!;

    private static DateOnly Today => LiaisonHouse.Today;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ReceiptReading Reading => _house.The<ReceiptReading>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public void A_code_has_eighty_bits_and_is_read_as_it_was_meant()
    {
        Assert.Equal(80, ReceiptCode.Bytes * 8);
        var code = ReceiptCode.Of([0, 1, 2, 3, 4, 5, 6, 7, 8, 255]);
        Assert.Equal(16, code.Replace(" ", "", StringComparison.Ordinal).Length);
        Assert.Equal(ReceiptCode.Read(code), ReceiptCode.Read($" {code.ToLowerInvariant().Replace(' ', '-').Replace('0', 'o').Replace('1', 'l')} "));
        Assert.Null(ReceiptCode.Read("7KQM 2XHD 9VRT 4WN"));
        Assert.Null(ReceiptCode.Read("7KQM 2XHD 9VRT 4WNU"));
    }

    [Fact]
    public async Task No_two_codes_are_alike_and_only_their_hashes_are_kept()
    {
        var codes = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            codes.Add((await SendAsync($"第{i}件")).Code);
        }

        await using var db = _house.Rows();
        Assert.Equal(20, codes.Count);
        Assert.Equal(20, (await db.Receipts.Select(receipt => receipt.CodeHash).ToListAsync(Cancelled)).DistinctBy(Convert.ToHexString).Count());
        Assert.Equal(32, (await db.ReceiptSecrets.SingleAsync(Cancelled)).Key.Length);
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_number_open_nothing_and_a_right_one_opens_however_it_is_typed()
    {
        var receipt = await SendAsync("路灯不亮");

        Assert.NotNull(await Reading.FindAsync($" {receipt.Number.Replace('-', '—')} ", receipt.Code.ToLowerInvariant().Replace(' ', '-'), Cancelled));
        Assert.Null(await Reading.FindAsync(receipt.Number, "0000 0000 0000 0000", Cancelled));
        Assert.Null(await Reading.FindAsync("2026-9999", receipt.Code, Cancelled));
        Assert.Null(await Reading.FindAsync(receipt.Number, null, Cancelled));
        Assert.Null(await Reading.FindAsync(null, null, Cancelled));
    }

    [Fact]
    public async Task Before_the_first_receipt_nothing_opens_either() => Assert.Null(await Reading.FindAsync("", "", Cancelled));

    [Fact]
    public async Task A_story_tells_the_whole_way_and_the_answer_once_the_voter_was_told()
    {
        var (receipt, seen) = await AcceptedAsync("八角北里3号楼前的路灯坏了");
        Assert.Equal("已经登记", (await StoryAsync(receipt)).Verdict);

        await Desk.ForwardAsync(seen, Acts.ToOrgan(_house.District, Today));
        Assert.Equal(("正在办理", StoryMark.UnderWay), Of(await StoryAsync(receipt)));

        await Desk.RecordAnswerAsync(seen.Next(), AnswerOutcome.Solved, $"{Name}反映的路灯已经修好，值班员已经看过，顾砚清代表也看过。", Today);
        var answered = await StoryAsync(receipt);
        Assert.Equal("有答复了，还没告诉您", answered.Verdict);
        Assert.Contains("2026年3月17日以前，代表会告诉您", answered.Told, StringComparison.Ordinal);
        Assert.Empty(answered.Answers);
        Assert.DoesNotContain(answered.Steps, step => step.Text.Contains("修好", StringComparison.Ordinal) || step.Text.Contains("已解决", StringComparison.Ordinal));

        await Desk.FeedBackAsync(seen.Next(2), Acts.Told(Today, ""));
        var told = await StoryAsync(receipt);
        Assert.Equal(("已经解决", StoryMark.Done), Of(told));
        Assert.Equal("代表已在3月2日打电话告诉您结果。", told.Told);
        Assert.Contains("路灯已经修好", told.Answers[0].Text, StringComparison.Ordinal);
        Assert.True(told.MayRate);
        Assert.Equal(["您在网上提交，交给八角代表之家。", "八角代表之家登记了您的意见。", "代表把它反映给区城市管理委。", "区城市管理委答复：已解决。", "代表打电话告诉您结果。", "等您评价。不评也不影响。"], told.Steps.Select(step => step.Text));
    }

    [Fact]
    public async Task Nobody_is_named_not_even_who_spoke()
    {
        var (receipt, seen) = await AcceptedAsync($"我是{Name}，电话{Phone}，路灯坏了");
        await Desk.ForwardAsync(seen, Acts.ToOrgan(_house.District, Today));
        await Desk.RecordAnswerAsync(seen.Next(), AnswerOutcome.CannotSolveForNow, $"{Name}（{Phone}）反映的事，顾砚清代表和值班员都去看过。", Today);
        await Desk.FeedBackAsync(seen.Next(2), Acts.Told(Today, "由顾砚清向赵小川说明。"));

        var story = await StoryAsync(receipt);

        var all = string.Join('\n', [story.Verdict, story.Told, story.Words, story.Note, .. story.Steps.Select(step => step.Text), .. story.Answers.SelectMany(answer => new[] { answer.Title, answer.Text, answer.Small })]);
        Assert.All(new[] { Name, Phone, "顾砚清", "值班员" }, name => Assert.DoesNotContain(name, all, StringComparison.Ordinal));
        Assert.Contains("路灯坏了", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_that_comes_late_is_said_to_be_late_with_an_apology()
    {
        var (receipt, seen) = await AcceptedAsync("路灯不亮");
        await Desk.ForwardAsync(seen, Acts.ToOrgan(_house.District, Today));
        await Desk.RecordAnswerAsync(seen.Next(), AnswerOutcome.Solved, "已修复。", Today);
        _house.Clock.Advance(TimeSpan.FromDays(19));

        var late = await StoryAsync(receipt);
        Assert.Equal(StoryMark.Late, late.Mark);
        Assert.Contains("已经晚了4天，向您致歉", late.Told, StringComparison.Ordinal);

        await Desk.FeedBackAsync(seen.Next(2), Acts.Told(Today.AddDays(19), ""));
        Assert.Contains((await StoryAsync(receipt)).Steps, step => step.Text == "代表打电话告诉您结果。比约定的15天晚了4天，向您致歉。");
    }

    [Fact]
    public async Task The_voter_rates_once_with_words_of_their_own_and_a_person_decides_on_another_round()
    {
        var receipt = await ToldAsync();

        Assert.True(await ReceiptDesk.RateAsync(receipt.Number, receipt.Code, VoterRating.Dissatisfied, "又坏了", Cancelled));

        var story = await StoryAsync(receipt);
        Assert.False(story.MayRate);
        Assert.Contains("由联络室请代表和承办单位研究决定", story.Note!, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleBrokenException>(() => ReceiptDesk.RateAsync(receipt.Number, receipt.Code, VoterRating.Satisfied, "", Cancelled));
        await using var db = _house.Rows();
        Assert.Equal("选民凭回执评价：不满意　选民说：又坏了", await db.Set<HistoryEntry>().Where(entry => entry.Act == OpinionAct.Rate).Select(entry => entry.Note).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task Nothing_can_be_rated_with_a_wrong_code_before_there_is_word_or_by_a_grade_that_is_not_offered()
    {
        var receipt = await ToldAsync();
        var waiting = await SendAsync("另一件");

        Assert.False(await ReceiptDesk.RateAsync(receipt.Number, waiting.Code, VoterRating.Satisfied, "", Cancelled));
        await Assert.ThrowsAsync<RuleBrokenException>(() => ReceiptDesk.RateAsync(waiting.Number, waiting.Code, VoterRating.Satisfied, "", Cancelled));
        await Assert.ThrowsAsync<RuleBrokenException>(() => ReceiptDesk.RateAsync(receipt.Number, receipt.Code, VoterRating.NotReached, "", Cancelled));
        await Assert.ThrowsAsync<RuleBrokenException>(() => ReceiptDesk.RateAsync(receipt.Number, receipt.Code, null, "", Cancelled));
    }

    [Fact]
    public async Task A_merged_one_follows_the_answer_of_its_lead_and_tells_nothing_of_who_else_spoke()
    {
        var lead = await _house.CollectAsync("李大妈说北里路灯不亮");
        var sent = await SendAsync("北里路灯不亮");
        var detail = await DetailAsync(sent);
        await SubmissionDesk.MergeAsync(detail.Seen, AcceptForm.For(detail), "2026-BJ01-0001", "同一处。");
        Assert.Equal("和同一件事一起办", (await StoryAsync(sent)).Verdict);

        await Desk.ForwardAsync(lead.Next(), Acts.ToOrgan(_house.District, Today));
        Assert.Equal("正在办理", (await StoryAsync(sent)).Verdict);
        await Desk.RecordAnswerAsync(lead.Next(2), AnswerOutcome.Solved, "已修复。", Today);
        Assert.Equal("有答复了，还没告诉您", (await StoryAsync(sent)).Verdict);
        var follower = await FollowerAsync();
        await Desk.FeedBackAsync(follower, Acts.Told(Today, ""));

        var story = await StoryAsync(sent);
        Assert.Equal("已经解决", story.Verdict);
        Assert.Equal("已修复。", story.Answers[0].Text);
        Assert.DoesNotContain("李大妈", string.Join('\n', story.Steps.Select(step => step.Text)) + story.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_what_was_put_aside_and_what_was_not_taken_is_said_in_plain_words()
    {
        var waiting = await SendAsync("路灯不亮");
        var refused = await SendAsync("出售二手家具");
        await SubmissionDesk.RefuseAsync((await DetailAsync(refused)).Seen, "这是买卖信息。");

        Assert.Equal(("收到了，还没有登记", "路灯不亮"), (await StoryAsync(waiting) is var first ? (first.Verdict, first.Words) : default));
        var story = await StoryAsync(refused);
        Assert.Equal("没有登记", story.Verdict);
        Assert.Contains("这是买卖信息", story.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_reads_like_a_passing_on_is_told_once_and_as_a_reason()
    {
        var receipt = await SendAsync("推销保健品");
        await SubmissionDesk.RefuseAsync((await DetailAsync(receipt)).Seen, "转给市场监管部门的广告。");

        var story = await StoryAsync(receipt);

        Assert.Equal(["您在网上提交，交给八角代表之家。", "看过了，没有登记。"], story.Steps.Select(step => step.Text));
        Assert.Contains("转给市场监管部门的广告", story.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_from_the_station_opens_the_same_story_and_the_old_one_falls_only_if_asked()
    {
        await _house.CollectAsync("井盖响");
        var first = await ReceiptDesk.IssueAsync("2026-BJ01-0001", othersLost: false);
        var second = await ReceiptDesk.IssueAsync("2026-BJ01-0001", othersLost: false);
        Assert.Equal("已经登记", (await StoryAsync(first)).Verdict);

        var third = await ReceiptDesk.IssueAsync("2026-BJ01-0001", othersLost: true);

        Assert.Null(await Reading.FindAsync(first.Number, first.Code, Cancelled));
        Assert.Null(await Reading.FindAsync(second.Number, second.Code, Cancelled));
        Assert.Contains("您在八角代表之家提出意见", (await StoryAsync(third)).Steps[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_receipt_is_handed_out_for_an_opinion_of_another_scope()
    {
        await _house.CollectAsync("首钢的一件", stationId: _house.District.ShougangHome.Id);
        var outside = _house.As("八角站", new Rights([new Holding(Role.StationStaff, Reach.OfStations(_house.District.BajiaoHome.Id))])).GetRequiredService<ReceiptDesk>();

        var refused = await Assert.ThrowsAsync<OutOfReachException>(() => outside.IssueAsync("2026-SG01-0001", false));

        Assert.Equal("没有找到这件意见。", refused.Message);
    }

    [Fact]
    public async Task Wrong_and_unknown_look_alike_to_the_last_byte()
    {
        await using var site = new SpeakSite();
        var (number, code) = SpeakSite.ReceiptIn(await site.SpeakAsync("路灯不亮"));

        var wrong = await site.LookUpAsync(number, "0000 0000 0000 0000");
        var unknown = await site.LookUpAsync("2026-9998", code);

        Assert.Contains("没有查到。", wrong, StringComparison.Ordinal);
        Assert.Equal(Same(unknown, "2026-9998", code), Same(wrong, number, "0000 0000 0000 0000"));
        Assert.Contains("收到了，还没有登记", await site.LookUpAsync(number, code), StringComparison.Ordinal);

        static string Same(string page, string number, string code) => Regex.Replace(page.Lasting().Replace(number, "N", StringComparison.Ordinal).Replace(code, "C", StringComparison.Ordinal), "value=\"CfDJ[^\"]*\"", "");
    }

    [Fact]
    public async Task The_voter_rates_on_the_page_without_a_script_or_a_cookie_and_a_second_press_is_thanked_for_as_the_first()
    {
        await using var site = new SpeakSite();
        var (number, code) = SpeakSite.ReceiptIn(await site.SpeakAsync("为什么不能停车"));
        using var scope = site.Site.Scope();
        var today = site.Site.The<TimeProvider>().Today();
        await using (var db = site.Rows())
        {
            var id = await db.Receipts.Where(known => known.Number == number).Select(known => known.SubmissionId!.Value).SingleAsync(Cancelled);
            var detail = (await scope.ServiceProvider.GetRequiredService<SubmissionQueries>().FindAsync(id, Cancelled))!;
            var opinion = await scope.ServiceProvider.GetRequiredService<SubmissionDesk>().AcceptAsync(detail.Seen, AcceptForm.For(detail));
            var seen = new Seen(await db.Opinions.Where(known => known.Number == opinion).Select(known => known.Id).SingleAsync(Cancelled), 1, Guid.NewGuid());
            await scope.ServiceProvider.GetRequiredService<OpinionDesk>().ExplainAsync(seen, "消防通道，不能停车。", today, new FeedbackFacts(FeedbackMeans.Receipt, "值班员", "", today));
        }

        var story = await site.LookUpAsync(number, code);
        Assert.Contains("消防通道，不能停车。", story, StringComparison.Ordinal);
        var form = PlainBrowser.FormOf(story, "name=\"rating\"");

        Assert.Contains("记下了，谢谢您。", await RateAsync("说得清楚"), StringComparison.Ordinal);
        Assert.Contains("记下了，谢谢您。", await RateAsync("说得清楚"), StringComparison.Ordinal);
        var other = await RateAsync("另一句");
        Assert.Contains("您已经评过“基本满意”，一次办理只评一次。", other, StringComparison.Ordinal);
        Assert.DoesNotContain("记下了", other, StringComparison.Ordinal);
        await using var rows = site.Rows();
        Assert.Equal(1, await rows.Set<HistoryEntry>().CountAsync(entry => entry.Act == OpinionAct.Rate, Cancelled));

        async Task<string> RateAsync(string why)
        {
            using var voter = new PlainBrowser(site.Site.Address);
            using var answer = await voter.SendAsync("/public/receipt", form, ("rating", nameof(VoterRating.MostlySatisfied)), ("why", why));
            return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
        }
    }

    private static (string, StoryMark) Of(ReceiptStory story) => (story.Verdict, story.Mark);

    private OpinionDesk Desk => _house.Desk;

    private SubmissionDesk SubmissionDesk => _house.The<SubmissionDesk>();

    private ReceiptDesk ReceiptDesk => _house.The<ReceiptDesk>();

    private async Task<ReceiptStory> StoryAsync(IssuedReceipt receipt) => (await Reading.FindAsync(receipt.Number, receipt.Code, Cancelled))!;

    private async Task<IssuedReceipt> SendAsync(string words) => (await _house.The<SpeakDesk>().SendAsync(
        new SpeakForm { Words = words, StationId = _house.District.BajiaoHome.Id, Name = Name, Phone = Phone, Consented = true }, [], Cancelled)).Receipt!;

    private async Task<SubmissionDetail> DetailAsync(IssuedReceipt receipt)
    {
        await using var db = _house.Rows();
        var id = await db.Receipts.Where(known => known.Number == receipt.Number).Select(known => known.SubmissionId!.Value).SingleAsync(Cancelled);
        return (await _house.The<SubmissionQueries>().FindAsync(id, Cancelled))!;
    }

    private async Task<(IssuedReceipt Receipt, Seen Seen)> AcceptedAsync(string words)
    {
        var receipt = await SendAsync(words);
        var detail = await DetailAsync(receipt);
        var number = await SubmissionDesk.AcceptAsync(detail.Seen, AcceptForm.For(detail) with { DeputyIds = [_house.District.Gu.Id] });
        await using var db = _house.Rows();
        return (receipt, new Seen(await db.Opinions.Where(known => known.Number == number).Select(known => known.Id).SingleAsync(Cancelled), 1, Guid.NewGuid()));
    }

    private async Task<IssuedReceipt> ToldAsync()
    {
        var (receipt, seen) = await AcceptedAsync("路灯不亮");
        await Desk.ForwardAsync(seen, Acts.ToOrgan(_house.District, Today));
        await Desk.RecordAnswerAsync(seen.Next(), AnswerOutcome.Solved, "已修复。", Today);
        await Desk.FeedBackAsync(seen.Next(2), Acts.Told(Today, ""));
        return receipt;
    }

    private async Task<Seen> FollowerAsync()
    {
        await using var db = _house.Rows();
        var follower = await db.Opinions.SingleAsync(known => known.Stage == OpinionStage.Merged, Cancelled);
        return new Seen(follower.Id, follower.Version, Guid.NewGuid());
    }
}
