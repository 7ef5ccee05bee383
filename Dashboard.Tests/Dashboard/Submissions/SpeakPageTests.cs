using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Submissions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Speaking over the real HTTP stack, without a script.</summary>
public sealed class SpeakPageTests(SpeakSite site) : IClassFixture<SpeakSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_writes_a_line_gets_number_and_code_and_it_waits_at_the_station()
    {
        var page = await site.SpeakAsync("门口的路灯不亮", "/public/speak?station=BJ02", null, ("to", SpeakForm.ToStation(site.District.BajiaoStation.Id)));

        var (number, code) = SpeakSite.ReceiptIn(page);
        Assert.Contains("您的意见收到了", page, StringComparison.Ordinal);
        Assert.Matches("^20[0-9]{2}-[0-9]{4}$", number);
        Assert.NotNull(ReceiptCode.Read(code));
        var submission = await SubmissionAsync(number);
        Assert.Equal(("门口的路灯不亮", site.District.BajiaoStation.Id), (submission.Words, submission.StationId));
    }

    [Fact]
    public async Task A_QR_code_of_a_station_or_a_deputy_chooses_whom_it_goes_to()
    {
        Assert.Matches($"<option value=\"s{site.District.BajiaoStation.Id}\" selected", await site.Voter.ReadAsync("/public/speak?station=BJ02"));
        Assert.Matches($"<option value=\"d{site.District.Gu.Id}\" selected", await site.Voter.ReadAsync($"/public/speak?deputy={site.District.Gu.Id}"));
        Assert.DoesNotMatch("<option value=\"[sd][0-9]+\" selected", await site.Voter.ReadAsync("/public/speak?station=NOWHERE"));
    }

    [Fact]
    public async Task The_code_is_nowhere_in_the_data_folder()
    {
        var (_, code) = SpeakSite.ReceiptIn(await site.SpeakAsync("健身器材坏了"));
        await using (var db = site.Rows())
        {
            Assert.All(await db.Receipts.ToListAsync(Cancelled), receipt => Assert.Equal(32, receipt.CodeHash.Length));
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
        }

        SqliteConnection.ClearAllPools();
        foreach (var written in new[] { code, code.Replace(" ", "", StringComparison.Ordinal), code.Replace(" ", "-", StringComparison.Ordinal) })
        {
            Assert.All(Directory.EnumerateFiles(site.Site.DataFolder, "liaison.db*"), file => Assert.True(ReadShared(file).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(written)) < 0, file));
        }
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_gives_the_form_back_with_everything_typed_and_later_takes_it_as_it_is()
    {
        var form = PlainBrowser.FormOf(await site.Voter.ReadAsync("/public/speak"), "name=\"own\"");
        site.Site.The<Reserve>().Spend();
        var inTheWay = Directory.CreateDirectory(Path.Combine(site.Site.DataFolder, "reserve"));

        using (var answer = await site.Voter.SendAsync("/public/speak", form, ("own", "井盖松了"), ("tl", "10000001234"), ("ok", "yes")))
        {
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Matches("系统现在存不下东西，您写的还没有收到。.*编号 [0-9A-F]{6}。", page);
            Assert.All(["井盖松了", "10000001234", "checked", form.Hidden.Single(field => field.Name == "ticket").Value], typed => Assert.Contains(typed, page, StringComparison.Ordinal));
        }

        inTheWay.Delete();
        Assert.Contains("您的意见收到了", await site.SendAsync(form, "井盖松了", null, ("tl", "10000001234"), ("ok", "yes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_pressed_twice_is_one_submission_and_whichever_answer_arrives_tells_number_and_code()
    {
        var form = PlainBrowser.FormOf(await site.Voter.ReadAsync("/public/speak"), "name=\"own\"");

        var answers = await Task.WhenAll(site.SendAsync(form, "垃圾桶满了三天", [SomePhoto.Jpeg()]), site.SendAsync(form, "垃圾桶满了三天", [SomePhoto.Jpeg()]));

        var receipt = Assert.Single(answers.Select(SpeakSite.ReceiptIn).Distinct());
        Assert.All(answers, answer => Assert.Contains("您的意见收到了", answer, StringComparison.Ordinal));
        Assert.Contains("收到了，还没有登记", await site.LookUpAsync(receipt.Number, receipt.Code), StringComparison.Ordinal);
        await using var db = site.Rows();
        var id = await db.Submissions.Where(known => known.Words == "垃圾桶满了三天").Select(known => known.Id).SingleAsync(Cancelled);
        Assert.Equal(1, await db.Pictures.CountAsync(picture => picture.SubmissionId == id, Cancelled));
    }

    [Fact]
    public async Task Whoever_goes_back_and_writes_something_else_sends_another_one_with_a_receipt_of_its_own()
    {
        var form = PlainBrowser.FormOf(await site.Voter.ReadAsync("/public/speak"), "name=\"own\"");
        var first = SpeakSite.ReceiptIn(await site.SendAsync(form, "二号楼电梯停了"));

        var other = SpeakSite.ReceiptIn(await site.SendAsync(form, "二号楼电梯停了，老人下不来楼"));
        var pictured = SpeakSite.ReceiptIn(await site.SendAsync(form, "二号楼电梯停了", [SomePhoto.Jpeg()]));

        Assert.Equal(3, new[] { first.Number, other.Number, pictured.Number }.Distinct().Count());
        Assert.Equal(3, new[] { first.Code, other.Code, pictured.Code }.Distinct().Count());
        Assert.Equal("二号楼电梯停了，老人下不来楼", (await SubmissionAsync(other.Number)).Words);
    }

    public static TheoryData<string, string, (string, string)[]> Refused { get; } = new()
    {
        { "", "还没有写您想说的话。写一句也可以。", [("nm", "周先生"), ("tl", "13800000058"), ("ok", "yes")] },
        { "楼道灯坏了", "请勾选同意", [("nm", "周先生"), ("tl", "13800000058")] },
        { "您提的建议怎么样了", "请选一位代表", [("kind", "inquiry"), ("nm", "周先生"), ("tl", "13800000058"), ("ok", "yes")] },
        { "楼道灯坏了", "请在“交给谁”里重新选一个", [("to", "s999999"), ("nm", "周先生"), ("tl", "13800000058"), ("ok", "yes")] },
        { new string('长', Submission.LongestWords + 1), "最多能收20000个字", [("nm", "周先生"), ("tl", "13800000058"), ("ok", "yes")] },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_refusal_says_what_is_missing_and_keeps_everything_typed(string words, string sentence, (string, string)[] fields)
    {
        var page = await site.SpeakAsync(words, fields: [.. fields, ("cat", $"{site.District.Transport.Id}")]);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($">{words}</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"周先生\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"13800000058\"", page, StringComparison.Ordinal);
        Assert.Matches($"<option value=\"{site.District.Transport.Id}\" selected", page);
        Assert.Equal(fields.Contains(("ok", "yes")), page.Contains("value=\"yes\" checked", StringComparison.Ordinal));
        Assert.Equal(fields.Contains(("kind", "inquiry")), page.Contains("value=\"inquiry\" checked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Consent_is_not_ticked_beforehand() => Assert.DoesNotContain("value=\"yes\" checked", await site.Voter.ReadAsync("/public/speak"), StringComparison.Ordinal);

    [Fact]
    public async Task A_photo_that_is_none_is_refused_the_words_stay_and_it_is_said_that_photos_must_be_chosen_again()
    {
        var page = await site.SpeakAsync("井盖破了", photos: [SomePhoto.Jpeg(), SomePhoto.PngAndZip()]);

        Assert.Contains("第2张照片的文件里除了照片还有别的内容", page, StringComparison.Ordinal);
        Assert.Contains("照片没有留住，请重新选一次。", page, StringComparison.Ordinal);
        Assert.Contains(">井盖破了</textarea>", page, StringComparison.Ordinal);
        await using var db = site.Rows();
        Assert.False(await db.Submissions.AnyAsync(known => known.Words == "井盖破了", Cancelled));
    }

    [Fact]
    public async Task Photos_are_kept_without_where_they_were_taken()
    {
        var (number, _) = SpeakSite.ReceiptIn(await site.SpeakAsync("栏杆松了", photos: [SomePhoto.WithPlace()]));

        var id = (await SubmissionAsync(number)).Id;
        await using var db = site.Rows();
        var picture = await db.Pictures.SingleAsync(known => known.SubmissionId == id, Cancelled);
        Assert.DoesNotContain(SomePhoto.Camera, System.Text.Encoding.Latin1.GetString(picture.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_page_is_answered_with_a_fresh_one_and_everything_typed()
    {
        var form = PlainBrowser.FormOf(await site.Voter.ReadAsync("/public/speak"), "name=\"own\"");
        var stale = form with { Hidden = [.. form.Hidden.Where(field => field.Name != "__RequestVerificationToken")] };

        var page = await site.SendAsync(stale, "公交车等太久");

        Assert.Contains("这一页打开得太久了", page, StringComparison.Ordinal);
        Assert.Contains(">公交车等太久</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_browser_keeps_no_cookie_is_asked_once_more_and_then_taken_in_and_looked_at_by_a_person()
    {
        using var voter = new PlainBrowser(site.Site.Address);
        async Task<string> SendAsync(string page)
        {
            voter.Cookies.GetAllCookies().ToList().ForEach(cookie => cookie.Expired = true);
            using var answer = await voter.SendAsync("/public/speak", PlainBrowser.FormOf(page, "name=\"own\""), ("own", "浏览器不收标记"));
            return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
        }

        var asked = await SendAsync(await voter.ReadAsync("/public/speak"));
        Assert.Contains("这一页打开得太久了。您写的都在", asked, StringComparison.Ordinal);

        var submission = await SubmissionAsync(SpeakSite.ReceiptIn(await SendAsync(asked)).Number);
        Assert.Equal((SubmissionStage.Parked, "浏览器不收标记"), (submission.Stage, submission.Words));
        Assert.Contains("不保存本站的标记", submission.ParkedWhy!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_before_the_keys_were_changed_is_answered_with_one_that_is_ours_again()
    {
        var form = PlainBrowser.FormOf(await site.Voter.ReadAsync("/public/speak"), "name=\"own\"");
        var foreign = form with { Hidden = [.. form.Hidden.Where(field => field.Name is not ("ticket" or "__RequestVerificationToken")), ("ticket", "CfDJ8-of-another-key")] };

        var page = await site.SendAsync(foreign, "楼前堆了垃圾");

        Assert.Contains(">楼前堆了垃圾</textarea>", page, StringComparison.Ordinal);
        var ticket = PlainBrowser.FormOf(page, "name=\"own\"").Hidden.Single(field => field.Name == "ticket").Value;
        Assert.NotNull(SpeakTicket.Read(site.Site.The<IDataProtectionProvider>(), ticket).OpenedAt);
    }

    [Fact]
    public async Task Photos_too_large_to_be_read_at_all_are_said_so_and_everything_typed_stands_there_again()
    {
        var form = PlainBrowser.FormOf(await site.Voter.ReadAsync("/public/speak"), "name=\"own\"");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Hidden.Append(("own", "河边的护栏断了一截")))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(new byte[SpeakForm.LargestRequest]), "photo", "p.jpg");
        foreach (var (name, value) in new[] { ("nm", "周先生"), ("tl", "13800000058"), ("ok", "yes") })
        {
            content.Add(new StringContent(value), name);
        }

        using var answer = await site.Voter.PostAsync("/public/speak", content);

        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var page = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("照片太大，没有收到。", page, StringComparison.Ordinal);
        Assert.Contains(">河边的护栏断了一截</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"周先生\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"13800000058\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"yes\" checked", page, StringComparison.Ordinal);

        var (number, _) = SpeakSite.ReceiptIn(await site.SendAsync(PlainBrowser.FormOf(page, "name=\"own\""), "河边的护栏断了一截"));
        Assert.Equal("河边的护栏断了一截", (await SubmissionAsync(number)).Words);
    }

    [Theory]
    [InlineData("/public/receipt")]
    [InlineData(Addresses.SignInPattern)]
    public async Task What_is_too_large_anywhere_else_is_refused_in_words(string path)
    {
        using var content = new ByteArrayContent(new byte[31_000_000]);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded");

        using var answer = await site.Voter.PostAsync(path, content);

        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("发来的内容太大，没有收。请退回上一页，减少内容再发。", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    public static TheoryData<string, string, (string, string)[]> Suspicious { get; } = new()
    {
        { "填了隐藏栏的来件", "人看不见的一栏", [("website", "http://ad.example")] },
        { "广告 http://a.example https://b.example www.c.example", "好几个网址", [] },
        { string.Concat(Enumerable.Repeat("发财", 40)), "同样的几个字", [] },
    };

    [Theory]
    [MemberData(nameof(Suspicious), DisableDiscoveryEnumeration = true)]
    public async Task What_looks_like_no_voters_writing_is_put_aside_and_gets_the_same_receipt(string words, string why, (string, string)[] fields)
    {
        var page = await site.SendAsync(await OpenedAWhileAgoAsync(), words, null, fields);

        var (number, code) = SpeakSite.ReceiptIn(page);
        var submission = await SubmissionAsync(number);
        Assert.Equal((SubmissionStage.Parked, words), (submission.Stage, submission.Words));
        Assert.Contains(why, submission.ParkedWhy!, StringComparison.Ordinal);
        Assert.NotNull(ReceiptCode.Read(code));
        Assert.DoesNotContain("程序", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_the_moment_the_page_opens_is_put_aside_and_what_was_thought_over_is_not()
    {
        var fast = SpeakSite.ReceiptIn(await site.SpeakAsync("马上就提交的")).Number;
        var slow = SpeakSite.ReceiptIn(await site.SendAsync(await OpenedAWhileAgoAsync(), "想过一会儿的")).Number;

        Assert.Equal((SubmissionStage.Parked, SubmissionStage.Waiting), ((await SubmissionAsync(fast)).Stage, (await SubmissionAsync(slow)).Stage));
    }

    [Fact]
    public async Task Whoever_sends_very_much_is_told_calmly_and_keeps_the_words()
    {
        await using var busy = LiaisonSite.With(("Liaison:SubmissionsPerAddress", "1"));
        using var voter = new PlainBrowser(busy.Address);
        using var first = await voter.SendAsync("/public/speak", "name=\"own\"", ("own", ""));

        using var second = await voter.SendAsync("/public/speak", "name=\"own\"", ("own", "第二件"));

        var page = System.Net.WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("这个网络上刚才提交得很多，请过几分钟再点一次“提交”。您写的都在。", page, StringComparison.Ordinal);
        Assert.Contains(">第二件</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_drawn_as_a_picture_for_whoever_holds_it_and_for_nobody_else()
    {
        var (number, code) = SpeakSite.ReceiptIn(await site.SpeakAsync("路面有坑"));

        using var right = await PictureAsync(number, code);
        using var wrong = await PictureAsync(number, "0000 0000 0000 0000");
        using var unknown = await PictureAsync("2026-9999", code);

        Assert.Equal(("image/png", System.Net.HttpStatusCode.OK), (right.Content.Headers.ContentType?.MediaType, right.StatusCode));
        Assert.Equal((System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.NotFound), (wrong.StatusCode, unknown.StatusCode));

        async Task<HttpResponseMessage> PictureAsync(string of, string with) =>
            await site.Voter.PostAsync("/public/receipt.png", new FormUrlEncodedContent([KeyValuePair.Create("number", of), KeyValuePair.Create("code", with)]));
    }

    private async Task<PlainBrowser.FoundForm> OpenedAWhileAgoAsync()
    {
        var form = PlainBrowser.FormOf(await site.Voter.ReadAsync("/public/speak"), "name=\"own\"");
        var ticket = SpeakTicket.Write(site.Site.The<IDataProtectionProvider>(), site.Site.The<TimeProvider>().GetUtcNow().UtcDateTime.AddMinutes(-2));
        return form with { Hidden = [.. form.Hidden.Where(field => field.Name != "ticket"), ("ticket", ticket)] };
    }

    private async Task<Submission> SubmissionAsync(string number)
    {
        await using var db = site.Rows();
        return await db.Receipts.Where(receipt => receipt.Number == number).Select(receipt => receipt.Submission!).SingleAsync(Cancelled);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
