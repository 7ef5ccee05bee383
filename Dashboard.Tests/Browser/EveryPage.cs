using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;

namespace VoterLiaison.Browser;

/// <summary>The pages of the demonstration, and the persons who look at them.</summary>
internal static class EveryPage
{
    public static readonly string[] Roles = ["office", "unit", "station", "deputy", "admin", "auditor"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Templates =>
        typeof(LiaisonApp).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false)).Cast<RouteAttribute>().Select(route => route.Template);

    /// <summary>Addresses that name one of many, <c>/opinions/{Number}</c>.</summary>
    public static IReadOnlyList<string> OfOne { get; } = [.. Templates.Where(address => address.Contains('{', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Every page that needs no more than its address, and one opinion with its print.</summary>
    public static async Task<IReadOnlyList<string>> AddressesAsync(LiaisonSite site)
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
        var number = await db.Opinions.Where(o => o.Number.StartsWith("2026-BJ02") && o.Voters.Any() && o.Forwardings.Any()).OrderBy(o => o.Id).Select(o => o.Number).FirstOrDefaultAsync(Cancel)
            ?? await db.Opinions.OrderBy(o => o.Id).Select(o => o.Number).FirstAsync(Cancel);
        return
        [
            .. Templates.Except(OfOne).Order(StringComparer.Ordinal),
            Addresses.Opinion(number),
            Addresses.OpinionPrint(number),
            Addresses.Chasing(new ChaseAddress { By = ChaseBy.Deputy }),
            Addresses.Chasing(new ChaseAddress { Tab = ChaseTab.Silence }),
            Addresses.OrganChasePrint(await db.Opinions.Where(o => o.LeadOrganId != null).OrderBy(o => o.Id).Select(o => o.LeadOrganId!.Value).FirstAsync(Cancel), withThisWeek: true),
        ];
    }

    /// <summary>Somebody of the demonstration at their own first page.</summary>
    public static async Task<IPage> SignInAsync(Chromium chromium, LiaisonSite site, string role)
    {
        var page = await chromium.OpenAsync(new Uri(site.Address, Addresses.SignIn()));
        await page.GetByTestId($"demonstration-{role}").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains(Addresses.SignInPattern, StringComparison.Ordinal));
        return page;
    }
}
