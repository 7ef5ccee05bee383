using Bunit;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Deputies;
using VoterLiaison.Dashboard.Inquiries;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Layout;

public sealed class CalmErrorBoundaryTests : DashboardTestContext
{
    public CalmErrorBoundaryTests()
    {
        Services.AddInquiries();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public Task The_list_of_questions_that_cannot_look_again_says_so() => FailsToLookAgainAsync("Inquiries", page => page.AddChildContent<InquiriesPage>());

    [Fact]
    public async Task A_question_that_cannot_look_again_says_so()
    {
        await The<InquiryDesk>().AskAsync(
            new InquiryForm { StationId = District.BajiaoHome.Id, DeputyId = District.Gu.Id, Words = "您今年接待了几次？", On = Today });

        await FailsToLookAgainAsync("Inquiries", page => page.AddChildContent<InquiryPage>(one => one.Add(p => p.Id, 1)));
    }

    [Fact]
    public Task Ones_own_questions_that_cannot_look_again_say_so()
    {
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");
        return FailsToLookAgainAsync("Inquiries", page => page.AddChildContent<MyInquiriesPage>());
    }

    [Fact]
    public Task A_deputys_page_that_cannot_look_again_says_so()
    {
        IsSeenBy(new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]), "顾砚清");
        return FailsToLookAgainAsync("Opinions", page => page.AddChildContent<DeputyPage>());
    }

    private async Task FailsToLookAgainAsync(string table, Action<ComponentParameterCollectionBuilder<CalmErrorBoundary>> child)
    {
        var page = Render(child);
        Assert.Empty(page.FindAll(".wide-message"));

        await Database.RenameAsync(table, "Elsewhere");
        Database.Changes.RingForEverything();
        Clock.Advance(Listening.Beat);

        page.WaitForAssertion(() => Assert.Matches("没有办成。编号 [0-9A-F]{6}，请稍后再试或联系管理员。", page.Find(".wide-message").TextContent));
    }
}
