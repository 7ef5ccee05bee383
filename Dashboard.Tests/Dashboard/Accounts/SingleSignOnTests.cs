using System.Net;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts;

public sealed class SingleSignOnTests
{
    private const string Button = "single-sign-on";

    [Fact]
    public async Task Whoever_linked_it_signs_in_by_it_and_nobody_else()
    {
        await using var provider = await SomeIdentityProvider.StartAsync();
        await using var site = LiaisonSite.With(("OpenIdConnect:Authority", provider.Issuer), ("OpenIdConnect:ClientId", "liaison"), ("OpenIdConnect:ClientSecret", "secret"));
        var account = await SomeAccount.AddAsync(site.The<IDbContextFactory<LiaisonDbContext>>(), site.The<TimeProvider>().GetUtcNow().UtcDateTime);
        using var stranger = new PlainBrowser(site.Address);
        Assert.Contains("unlinked", await ThroughAsync(provider, stranger, Addresses.SignIn(), Button, "subject-7"), StringComparison.Ordinal);

        using (var owner = new PlainBrowser(site.Address, await SitePerson.AgainAsync(site, account)))
        {
            Assert.Equal(Addresses.OwnAccount, await ThroughAsync(provider, owner, Addresses.OwnAccount, "\"link\"", "subject-7"));
        }

        using var browser = new PlainBrowser(site.Address);
        Assert.Equal("/help", await ThroughAsync(provider, browser, Addresses.SignIn("/help"), Button, "subject-7"));
        using var standing = await browser.GetAsync(Addresses.Session);
        Assert.Equal(HttpStatusCode.NoContent, standing.StatusCode);
    }

    [Fact]
    public async Task An_authority_without_https_elsewhere_stops_the_app_by_name() => Assert.Contains(
        "OpenIdConnect:Authority",
        (await LiaisonProgram.RunAsync(new LiaisonFolder(), "serve", "--OpenIdConnect:Authority=http://id.example", "--OpenIdConnect:ClientId=liaison")).Error,
        StringComparison.Ordinal);

    /// <returns>Where it ends.</returns>
    private static async Task<string> ThroughAsync(SomeIdentityProvider provider, PlainBrowser browser, string page, string form, string subject)
    {
        using var asked = await browser.SendAsync(page, form);
        var back = provider.SignIn(asked.Headers.Location!, subject);
        using var called = await browser.GetAsync(back);
        using var done = await browser.GetAsync(called.Headers.Location!.OriginalString);
        return done.Headers.Location!.OriginalString;
    }
}
