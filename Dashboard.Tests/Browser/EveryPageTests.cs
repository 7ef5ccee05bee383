using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.TestKit;

namespace VoterLiaison.Browser;

/// <summary>Every page as the first who may see it, over the demonstration: nothing that the browser had to refuse, and nobody outside who was asked.</summary>
public sealed class EveryPageTests
{
    /// <summary>The pages most seen, and most unlike each other: a door, a board, a list, a form; and one opinion.</summary>
    private static readonly string[] _mostSeen = [Addresses.SignInPattern, Addresses.Board(), Addresses.Opinions(), Addresses.Keying, Addresses.Mine, Addresses.PublicHome];

    private static readonly Look[] _looks = [Look.Light, Look.Dark, Look.High];

    [Fact]
    public async Task No_page_breaks_the_content_security_policy_or_asks_anybody_outside_and_the_most_seen_can_be_read_in_every_look()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = await LiaisonSite.InAutumnAsync();
        var addresses = await EveryPage.AddressesAsync(site);
        Assert.True(addresses.Count > 15, $"{addresses.Count} pages cannot be all.");

        var wrong = new List<string>();
        var unseen = addresses.ToHashSet();
        foreach (var role in EveryPage.Roles)
        {
            wrong.AddRange(await OpenAllAsync(chromium, site, role, unseen));
        }

        Assert.Empty(wrong);
        Assert.Empty(unseen);
    }

    /// <summary>Opens the board and all that nobody before has seen, and takes from it what is there for this person.</summary>
    private static async Task<IEnumerable<string>> OpenAllAsync(Chromium chromium, LiaisonSite site, string role, HashSet<string> unseen)
    {
        var page = await EveryPage.SignInAsync(chromium, site, role);
        var wrong = Listen(page, site.Address);
        foreach (var address in unseen.Order(StringComparer.Ordinal).Prepend(Addresses.Board()).ToList())
        {
            var answer = await page.GotoAsync(new Uri(site.Address, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            if (answer is { Ok: true } && unseen.Remove(address) && (_mostSeen.Contains(address) || address.StartsWith(Addresses.Opinion(""), StringComparison.Ordinal)))
            {
                await Chromium.HasComeAsync(page);
                foreach (var look in _looks)
                {
                    await look.PutOnAsync(page);
                    wrong.AddRange(await look.FlawsAsync(page));
                }
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
}
