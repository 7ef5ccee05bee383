using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Finding;

/// <summary>Over the real HTTP stack: who may ask, how, and what is told to whom.</summary>
public sealed class FindingDoorTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_is_told_of_what_is_theirs_and_who_reads_no_opinions_that_there_is_no_such_place()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
        var district = SmallDistrict.AddTo(db);
        using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<OpinionDesk>().CollectAsync(
            new CollectForm { StationId = district.ShougangHome.Id, Words = "夜里漏水", On = site.The<TimeProvider>().Today() }, Guid.NewGuid());

        Assert.Contains("夜里漏水", await (await AskAsync(await site.OfficeAsync())).Content.ReadAsStringAsync(Cancel));
        Assert.Equal("[]", await (await AskAsync(await SitePerson.SignInAsync(site, Grant.Of(Role.StationStaff, stationId: district.BajiaoHome.Id)))).Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(await SitePerson.SignInAsync(site, Grant.Of(Role.Administrator)))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(null)).StatusCode);
    }

    [Fact]
    public async Task What_is_typed_comes_in_no_address_and_from_no_form_of_another_site()
    {
        using var client = site.ClientOf(await site.OfficeAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"{Addresses.Find}?typed=漏水", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync(new Uri(Addresses.Find, UriKind.Relative), new StringContent("{\"typed\":\"漏水\"}"), Cancel)).StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(SitePerson? person)
    {
        using var client = site.ClientOf(person);
        return await client.PostAsJsonAsync(Addresses.Find, new { typed = "漏水" }, Cancel);
    }
}
