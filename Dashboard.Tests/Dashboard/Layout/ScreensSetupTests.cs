using System.Net;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Layout;

public sealed class ScreensSetupTests(LiaisonSite app) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_that_leads_nowhere_is_said_calmly()
    {
        using var client = app.ClientOf(await app.OfficeAsync());
        using var answer = await client.GetAsync("/nothing/here", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这一页", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_served_in_Chinese_and_ask_nobody_outside()
    {
        using var client = app.ClientOf(await app.OfficeAsync());
        var page = await client.GetStringAsync(Addresses.Help, Cancel);

        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"//", page, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"http", page.Replace(app.Address.ToString(), "/", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_its_circuit_stands_a_page_says_that_it_is_connecting()
    {
        using var client = app.ClientOf(await app.OfficeAsync());
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Addresses.Imports, Cancel));

        Assert.Contains("正在连接", page, StringComparison.Ordinal);
        Assert.DoesNotContain("连接正常", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_a_circuit_does_not_wait_for_one_in_the_offices_house_nor_in_a_deputys()
    {
        await using var db = await app.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
        var deputy = Grant.Of(Role.Deputy, deputyId: SmallDistrict.AddTo(db).Gu.Id);
        foreach (var (person, withCircuit) in new[] { (await app.OfficeAsync(), Addresses.Imports), (await SitePerson.SignInAsync(app, deputy), Addresses.Mine) })
        {
            using var client = app.ClientOf(person);

            Assert.Contains("aria-busy=\"true\" data-testid=\"connection\"", await client.GetStringAsync(withCircuit, Cancel), StringComparison.Ordinal);
            Assert.DoesNotContain("aria-busy", await client.GetStringAsync(Addresses.Help, Cancel), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("_content/MudBlazor/MudBlazor.min.js", 25_000)]
    [InlineData("_framework/blazor.web.js", 65_000)]
    [InlineData("css/app.css", 8_000)]
    public async Task Marked_assets_travel_small_and_are_kept_for_ever(string path, int bytes)
    {
        using var client = app.ClientOf();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");

        using var answer = await client.GetAsync($"/{path}?v=1", Cancel);

        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length, 100, bytes);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_office_writes_days_as_in_its_tables_and_begins_its_weeks_on_Monday()
    {
        var culture = ScreensSetup.OfficeCulture();

        Assert.Equal("2026-11-23", new DateOnly(2026, 11, 23).ToString(culture));
        Assert.Equal(DayOfWeek.Monday, culture.DateTimeFormat.FirstDayOfWeek);
    }
}
