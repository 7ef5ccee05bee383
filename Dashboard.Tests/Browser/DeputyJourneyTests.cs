using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>A deputy with a phone: who waits, the word recorded, and the line is gone.</summary>
public sealed class DeputyJourneyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deputy_records_on_the_phone_that_a_voter_was_told_and_the_line_goes()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var (deputy, number) = await AnsweredAsync(site);
        var page = await chromium.OpenAsync(new Uri(site.Address, Addresses.Mine), 390, 844, await SitePerson.SignInAsync(site, Grant.Of(Role.Deputy, deputyId: deputy)));
        await Expect(page.GetByTestId("waiting")).ToHaveTextAsync("您还有1位选民在等回话");

        await page.GetByTestId($"tell-{number}").ClickAsync();
        await Expect(page.GetByTestId("means-Telephone")).ToBeFocusedAsync(); // the circuit stands, and the draft is kept
        await page.GetByTestId("said").FillAsync("王女士，灯修好了。");
        await page.ReloadAsync();
        await Expect(page.GetByTestId("said")).ToHaveValueAsync("王女士，灯修好了。");
        await Expect(page.GetByTestId("put-back")).ToBeVisibleAsync();
        await page.GetByTestId("confirm").ClickAsync();

        await Expect(page.GetByTestId("done")).ToContainTextAsync("电话告知王女士。");
        await Expect(page.GetByTestId("done")).ToBeFocusedAsync();
        await Expect(page.GetByTestId($"case-{number}")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("nobody-waits")).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
    }

    private static async Task<(int Deputy, string Number)> AnsweredAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var district = SmallDistrict.AddTo(db);
        using var scope = site.Scope();
        var (desk, today) = (scope.ServiceProvider.GetRequiredService<OpinionDesk>(), site.The<TimeProvider>().Today());
        var collected = await desk.CollectAsync(
            new CollectForm { StationId = district.BajiaoHome.Id, Words = "路灯不亮", On = today, DeputyIds = [district.Gu.Id], Voters = [new VoterForm { Name = "王女士" }] }, Guid.NewGuid());
        await desk.ForwardAsync(new Seen(collected.Id, 1, Guid.NewGuid()), new ForwardForm { On = today, Handlers = new HandlersForm { LeadOrganId = district.UrbanManagement.Id } });
        await desk.RecordAnswerAsync(new Seen(collected.Id, 2, Guid.NewGuid()), AnswerOutcome.Solved, "已修好。", today);
        return (district.Gu.Id, collected.Number);
    }
}
