using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>The sheets for the wall, as they are served.</summary>
public sealed partial class QrSheetTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_holds_the_link_under_the_public_name_and_its_code_and_no_mark_to_tell_who_came()
    {
        await using var site = LiaisonSite.With(("Liaison:PublicAddress", "https://lianluo.example/renda/"));
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var district = SmallDistrict.AddTo(db);
        using var office = site.ClientOf(await site.OfficeAsync());

        var station = Sheet(await office.GetStringAsync(new Uri(Addresses.StationSheet("BJ02"), UriKind.Relative), Cancelled));
        var deputy = Sheet(await office.GetStringAsync(new Uri(Addresses.DeputySheet("17-0001"), UriKind.Relative), Cancelled));

        Assert.Equal("https://lianluo.example/renda/public/speak?station=BJ02", LinkOf(station));
        Assert.Equal($"https://lianluo.example/renda/public/speak?deputy={district.Gu.Id}", LinkOf(deputy));
        Assert.Contains($"二维码，内容是 {LinkOf(station)}", station, StringComparison.Ordinal);
        Assert.All([station, deputy], sheet =>
        {
            Assert.Contains("<svg", sheet, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", sheet, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", sheet, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Without_a_public_name_the_link_goes_to_where_the_sheet_was_asked_for_and_another_units_sheet_is_not_there()
    {
        await using var site = new LiaisonSite();
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var district = SmallDistrict.AddTo(db);
        using var unit = site.ClientOf(await SitePerson.SignInAsync(site, Grant.Of(Role.UnitStaff, unitId: district.BajiaoHome.UnitId)));

        Assert.StartsWith($"{site.Address.GetLeftPart(UriPartial.Authority)}/public/speak?station=BJ01", LinkOf(Sheet(await unit.GetStringAsync(new Uri(Addresses.StationSheet("BJ01"), UriKind.Relative), Cancelled))), StringComparison.Ordinal);
        using var foreign = await unit.GetAsync(new Uri(Addresses.StationSheet("SG01"), UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    private static string Sheet(string page) => WebUtility.HtmlDecode(Article().Match(page).Value);

    private static string LinkOf(string sheet) => Link().Match(sheet).Groups["link"].Value;

    [GeneratedRegex("<article.*</article>", RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex("data-testid=\"link\"[^>]*>(?<link>[^<]*)<")]
    private static partial Regex Link();
}
