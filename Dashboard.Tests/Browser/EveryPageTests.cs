using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;

namespace VoterLiaison.Browser;

/// <summary>Every page as the first who may see it, over the demonstration: nothing that the browser had to refuse, and nobody outside who was asked.</summary>
public sealed class EveryPageTests
{
    private static readonly string[] _roles = ["office", "unit", "station", "deputy", "admin", "auditor"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_breaks_the_content_security_policy_or_asks_anybody_outside()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = LiaisonSite.With(("environment", "Development"));
        var addresses = await AddressesAsync(site);
        Assert.True(addresses.Count > 15, $"{addresses.Count} pages cannot be all.");

        var wrong = new List<string>();
        var unseen = addresses.ToHashSet();
        foreach (var role in _roles)
        {
            wrong.AddRange(await OpenAllAsync(chromium, site, role, unseen));
        }

        Assert.Empty(wrong);
        Assert.Empty(unseen);
    }

    /// <summary>Opens the board and all that nobody before has seen, and takes from it what is there for this person.</summary>
    private static async Task<IEnumerable<string>> OpenAllAsync(Chromium chromium, LiaisonSite site, string role, HashSet<string> unseen)
    {
        var page = await chromium.OpenAsync(new Uri(site.Address, Addresses.SignIn()));
        var wrong = Listen(page, site.Address);
        await page.GetByTestId($"demonstration-{role}").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains(Addresses.SignInPattern, StringComparison.Ordinal));
        foreach (var address in unseen.Order(StringComparer.Ordinal).Prepend(Addresses.Board()).ToList())
        {
            var answer = await page.GotoAsync(new Uri(site.Address, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            if (answer is { Ok: true })
            {
                unseen.Remove(address);
            }
        }

        return wrong.Select(what => $"{role}: {what}");
    }

    /// <summary>What the browser refused, what failed in a script, and who else was asked.</summary>
    private static List<string> Listen(IPage page, Uri own)
    {
        var wrong = new List<string>();
        page.Console += (_, message) =>
        {
            // A page that is not there for this person is a 404, which the browser calls an error; everything else it says is one.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                wrong.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => wrong.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is not ("data" or "blob") && asked.Authority != own.Authority)
            {
                wrong.Add($"{page.Url} asks {request.Url}");
            }
        };
        return wrong;
    }

    /// <summary>Every page that needs no more than its address, and one opinion with its print.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
        var number = await db.Opinions.Where(o => o.Number.StartsWith("2026-BJ02") && o.Voters.Any()).OrderBy(o => o.Id).Select(o => o.Number).FirstOrDefaultAsync(Cancel)
            ?? await db.Opinions.OrderBy(o => o.Id).Select(o => o.Number).FirstAsync(Cancel);
        return
        [
            .. typeof(LiaisonApp).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false)).Cast<RouteAttribute>()
                .Select(route => route.Template).Where(address => !address.Contains('{', StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Addresses.Opinion(number),
            Addresses.OpinionPrint(number),
            Addresses.Chasing(new ChaseAddress { By = ChaseBy.Deputy }),
            Addresses.Chasing(new ChaseAddress { Tab = ChaseTab.Silence }),
            Addresses.OrganChasePrint(await db.Opinions.Where(o => o.LeadOrganId != null).OrderBy(o => o.Id).Select(o => o.LeadOrganId!.Value).FirstAsync(Cancel), withThisWeek: true),
        ];
    }
}
