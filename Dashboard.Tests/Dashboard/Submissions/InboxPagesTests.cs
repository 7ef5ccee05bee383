using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Submissions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Submissions;

public sealed class InboxPagesTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public InboxPagesTests()
    {
        Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        Services.AddSubmissions();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task The_inbox_shows_what_waits_and_an_empty_one_says_so()
    {
        Assert.Contains("没有等着受理的来件", Render<InboxPage>().Markup);

        await SentAsync("门前积水");

        var row = Render<InboxPage>().Find("[data-testid=submission]");
        Assert.Contains("门前积水", row.TextContent);
        Assert.Contains("八角代表之家", row.TextContent);
    }

    [Fact]
    public async Task Name_and_phone_are_masked_and_the_words_are_whole()
    {
        var page = Open(await SentAsync("我住3号楼，门前积水。\n请来看看。", form => form with { Name = "赵小川", Phone = "13800007788", Consented = true }));

        Assert.Equal("赵** 138****7788", page.Find("[data-testid=speaker]").TextContent);
        Assert.DoesNotContain("13800007788", page.Markup);
        Assert.Equal(["我住3号楼，门前积水。", "请来看看。"], page.FindAll("[data-testid=words] p").Select(paragraph => paragraph.TextContent));
    }

    [Fact]
    public async Task It_is_taken_in_by_a_dialog_that_is_filled_in_already()
    {
        var page = Open(await SentAsync("门前积水", form => form with { CategoryId = District.Transport.Id, DeputyId = District.Gu.Id }));
        _ = page.Find("[data-testid=accept]").ClickAsync(new());
        Assert.True(_dialogs.WaitForElement("[data-testid=category-TRANSPORT]").HasAttribute("checked"));
        Assert.Contains("顾砚清", _dialogs.Find("[data-testid=accept-dialog] .named").TextContent);

        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("2026-BJ01-0001", page.Find("[data-testid=opinion]").TextContent));
        Assert.Empty(page.FindAll("[data-testid=accept]"));
    }

    [Fact]
    public async Task One_that_says_the_same_is_offered_and_merged_with_a_press()
    {
        await CollectAsync("八角北里3号楼前的路灯坏了快一个月");
        var page = Open(await SentAsync("北里3号楼前的路灯坏了一个月了"));
        _ = page.Find("[data-testid=merge-into]").ClickAsync(new());
        Assert.Contains("路灯坏了快一个月", _dialogs.WaitForElement("[data-testid=lead-words]").TextContent);

        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("登记为意见2026-BJ01-0002", page.Markup));
        await using var db = Database.CreateDbContext();
        Assert.Equal(SubmissionStage.Merged, (await db.Submissions.SingleAsync(Xunit.TestContext.Current.CancellationToken)).Stage);
    }

    [Fact]
    public async Task A_decision_without_a_reason_is_refused_in_the_dialog_and_nothing_typed_is_lost()
    {
        var page = Open(await SentAsync("法院什么时候判"));
        _ = page.Find("[data-testid=point]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=pointed-to]").ChangeAsync(new ChangeEventArgs { Value = "区人民法院" });

        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        Assert.Equal("请写明为什么不属受理范围。", _dialogs.WaitForElement("[role=alert]").TextContent);
        Assert.Equal("区人民法院", _dialogs.Find("[data-testid=pointed-to]").GetAttribute("value"));
        Assert.NotEmpty(page.FindAll("[data-testid=accept]"));
    }

    [Fact]
    public async Task What_was_put_aside_says_why_and_goes_back_with_one_press()
    {
        var page = Open(await SentAsync("办证 http://a.example http://b.example http://c.example"));
        Assert.Contains("好几个网址", page.Find("[data-testid=parked]").TextContent);

        await page.Find("[data-testid=unpark]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=parked]")));
    }

    [Fact]
    public async Task The_opinions_page_shows_the_photos_and_that_it_came_by_the_net()
    {
        var detail = await SentAsync("门前积水", photo: SomePhoto.Jpeg());
        var number = await The<SubmissionDesk>().AcceptAsync(detail.Seen, AcceptForm.For(detail));

        var page = Render<OpinionDetailPage>(parameters => parameters.Add(p => p.Number, number));

        Assert.Equal(Addresses.Picture(detail.Pictures.Single()), page.Find("[data-testid=pictures] img").GetAttribute("src"));
        Assert.Contains("网上提交", page.Find("[data-testid=words] footer").TextContent);
        Assert.Equal(Addresses.OpinionReceipt(number), page.Find("[data-testid=receipt]").GetAttribute("href"));
    }

    private IRenderedComponent<SubmissionPage> Open(SubmissionDetail detail) => Render<SubmissionPage>(parameters => parameters.Add(p => p.Id, detail.Submission.Id));

    private async Task<SubmissionDetail> SentAsync(string words, Func<SpeakForm, SpeakForm>? with = null, byte[]? photo = null)
    {
        var form = new SpeakForm { Words = words, StationId = District.BajiaoHome.Id, Ticket = SpeakTicket.Write(The<IDataProtectionProvider>(), Clock.GetUtcNow().UtcDateTime.AddMinutes(-1)) };
        var sent = await The<SpeakDesk>().SendAsync(with?.Invoke(form) ?? form, photo is null ? [] : [new MemoryStream(photo)]);
        await using var db = Database.CreateDbContext();
        var id = await db.Receipts.Where(known => known.Number == sent.Number).Select(known => known.SubmissionId!.Value).SingleAsync();
        return (await The<SubmissionQueries>().FindAsync(id))!;
    }
}
