using System.Buffers.Binary;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Guides;

/// <summary>The guides of docs/guide say what is so, and every page leads to what is said of it.</summary>
public sealed partial class GuidesTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private const int MostBytes = 150 * 1024;
    private const int MostPictures = 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GuideShelf Shelf => site.The<GuideShelf>();

    [Fact]
    public void Every_page_has_a_place_in_the_guides()
    {
        var pages = typeof(LiaisonApp).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false)).Cast<RouteAttribute>().Select(route => route.Template);

        Assert.Equal(pages.Order(StringComparer.Ordinal), GuidePlaces.Routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_reads_every_place_is_a_heading_that_is_there()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var route in GuidePlaces.Routes)
            {
                var place = Shelf.PlaceOf(Parameter().Replace(route, "1"), new Rights([new Holding(role, Reach.All)]));

                Assert.Contains(Shelf.All, guide => guide.Sections.Any(section => Addresses.Guide(guide.Name, section.Id) == place));
            }
        }
    }

    [Theory]
    [InlineData(Role.LiaisonOffice, "/", "/help/office#board")]
    [InlineData(Role.LiaisonOffice, "/chasing/organs/7/print", "/help/office#chasing")]
    [InlineData(Role.UnitStaff, "/opinions/2026-BJ02-0001", "/help/unit#opinion")]
    [InlineData(Role.UnitStaff, "/closing", "/help/office#closing")]
    [InlineData(Role.StationStaff, "/reception", "/help/station#reception")]
    [InlineData(Role.Deputy, "/my", "/help/deputy#waiting")]
    [InlineData(Role.Deputy, "/my/tell/2026-BJ02-0001", "/help/deputy#telling")]
    [InlineData(Role.Administrator, "/accounts", "/help/admin#accounts")]
    [InlineData(Role.Auditor, "/audit", "/help/auditor#audit")]
    [InlineData(Role.Auditor, "/account/second-factor", "/sign-in/help#second-factor")]
    [InlineData(Role.LiaisonOffice, "/public/speak", "/public/help#speaking")]
    [InlineData(Role.LiaisonOffice, "/nowhere/at/all", "/help")]
    public void A_page_leads_to_the_readers_own_guide_before_others(Role role, string path, string place) =>
        Assert.Equal(place, Shelf.PlaceOf(path, new Rights([new Holding(role, Reach.All)])));

    [Theory]
    [InlineData("/sign-in", "/sign-in/help#sign-in")]
    [InlineData("/error", "/sign-in/help")]
    [InlineData("/nowhere/at/all", "/sign-in/help")]
    [InlineData("/public/speak", "/public/help#speaking")]
    public void Whoever_has_not_signed_in_is_led_to_a_guide_that_opens_without(string path, string place) => Assert.Equal(place, Shelf.PlaceOf(path, Rights.None));

    [Theory]
    [InlineData("/chasing", "/help/office#chasing")]
    [InlineData(Addresses.StatisticsPattern, "/help/office#statistics")]
    [InlineData(Addresses.PublicReceipt, "/public/help#looking-up")]
    [InlineData(Addresses.OwnPassword, "/sign-in/help#password")]
    public async Task A_page_shows_the_way(string address, string place)
    {
        using var client = site.ClientOf(await site.OfficeAsync());

        Assert.Contains(place, HelpLinks().Matches(await client.GetStringAsync(address, Cancel)).Select(link => link.Groups[1].Value));
    }

    [Fact]
    public async Task Help_lists_ones_own_guide_first_and_has_the_keys()
    {
        using var client = site.ClientOf(await SitePerson.SignInAsync(site, Grant.Of(Role.Auditor)));

        var page = await client.GetStringAsync(Addresses.Help, Cancel);

        Assert.Equal(["auditor", "basics", "account", "office"], GuideLinks().Matches(page).Select(link => link.Groups[1].Value).Take(4));
        Assert.Contains("data-testid=\"keys\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_guide_opens_where_it_is_read_with_its_pictures()
    {
        using var reader = site.ClientOf(await site.OfficeAsync());
        using var anybody = site.ClientOf();
        foreach (var guide in Shelf.All)
        {
            var address = Addresses.Guide(guide.Name);
            var page = await (address.StartsWith(Addresses.Help, StringComparison.Ordinal) ? reader : anybody).GetStringAsync(address, Cancel);

            Assert.Contains(guide.Title, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain("&lt;!--", page, StringComparison.Ordinal);
            foreach (var picture in Images().Matches(page).Select(image => image.Groups[1].Value))
            {
                using var answer = await anybody.GetAsync(new Uri(picture, UriKind.Relative), Cancel);
                Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
                Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            }
        }

        using var none = await reader.GetAsync("/help/no-such", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public void Links_between_guides_lead_to_headings()
    {
        var places = Shelf.All.SelectMany(guide => guide.Sections.Select(section => Addresses.Guide(guide.Name, section.Id)).Append(Addresses.Guide(guide.Name))).ToHashSet();

        Assert.All(Shelf.All.SelectMany(guide => Hrefs().Matches(guide.Html).Select(link => link.Groups[1].Value)), link => Assert.Contains(link, places));
    }

    [Fact]
    public void What_a_word_counts_is_said_as_it_is_said_beside_the_number()
    {
        var words = Measure.All.ToDictionary(measure => measure.InWords(), measure => measure.Definition());
        var said = Texts().SelectMany(text => Definitions().Matches(text.Words).Select(line => (text.Name, Word: line.Groups[1].Value, Said: line.Groups[2].Value)))
            .Where(line => words.ContainsKey(line.Word)).ToList();

        Assert.True(said.Count > 15, $"{said.Count} cannot be all.");
        Assert.All(said, line => Assert.Equal((line.Name, words[line.Word]), (line.Name, line.Said)));
    }

    [Fact]
    public void What_is_to_be_clicked_stands_on_a_screen()
    {
        var screens = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Root(), "Dashboard"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.All(Texts().SelectMany(text => Clicks().Matches(text.Words).Select(click => click.Groups[1].Value)).Except(["添加到主屏幕"]), name => Assert.Contains(name, screens, StringComparison.Ordinal));
    }

    [Fact]
    public void They_are_said_as_across_a_table() => Assert.All(Texts(), text =>
        Assert.All(new[] { "！", "请勿", "操作成功", "系统异常", "非法", "该用户", "!\n" }, word => Assert.DoesNotContain(word, text.Words, StringComparison.Ordinal)));

    [Fact]
    public void Every_picture_is_shown_taken_by_a_journey_and_small()
    {
        var journey = File.ReadAllText(Path.Combine(Root(), "Dashboard.Tests", "Browser", "GuideJourneyTests.cs"));
        var shown = Texts().SelectMany(text => Shown().Matches(text.Words).Select(picture => picture.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal).ToList();
        var files = Directory.GetFiles(Path.Combine(Root(), "docs", "guide", "pictures")).ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllBytes);

        Assert.Equal(shown, Taken().Matches(journey).Select(picture => picture.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(shown, files.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(files.Count, 1, MostPictures);
        Assert.All(files, file => Assert.InRange(file.Value.Length, 1, MostBytes));
        Assert.All(files.Where(file => file.Key.EndsWith("-phone", StringComparison.Ordinal)), file => Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(file.Value.AsSpan(16)), 300, 390));
    }

    private static IEnumerable<(string Name, string Words)> Texts() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "docs", "guide"), "*.md").Select(file => (Name: Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))).Where(text => text.Name != "README");

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<a[^>]* href=\"([^\"]+)\"[^>]*data-testid=\"help\"")]
    private static partial Regex HelpLinks();

    [GeneratedRegex("data-testid=\"guide-([a-z]+)\"")]
    private static partial Regex GuideLinks();

    [GeneratedRegex("<img src=\"(/guide/[^\"]+)\"")]
    private static partial Regex Images();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Hrefs();

    [GeneratedRegex(@"^- \*\*(\w+)\*\*：(.+)$", RegexOptions.Multiline)]
    private static partial Regex Definitions();

    [GeneratedRegex("点(?:一下)?“([^”…]+)")]
    private static partial Regex Clicks();

    [GeneratedRegex(@"\]\(pictures/([\w-]+)\.png\)")]
    private static partial Regex Shown();

    [GeneratedRegex(@"Pictures\.TakeAsync\(.+, ""([\w-]+)""\)")]
    private static partial Regex Taken();
}
