using System.Net;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>The pages of the door over real HTTP, without a script.</summary>
public sealed class SignInPageTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private const string PasswordForm = "sign-in-password";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/opinions?q=1", "/opinions?q=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    public async Task A_person_signs_in_through_the_form_and_comes_back_to_a_local_address_only(string asked, string led)
    {
        var account = await AddAsync();
        using var browser = new PlainBrowser(site.Address);

        using var answer = await SignInAsync(browser, account, Addresses.SignIn(asked));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(led, Led(answer));
        Assert.Contains("顾砚清", await browser.ReadAsync(Addresses.Help), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        var account = await AddAsync();
        using var browser = new PlainBrowser(site.Address);

        using var wrong = await SignInAsync(browser, account, Addresses.SignIn(), "wrong");
        using var unknown = await browser.SendAsync(Addresses.SignIn(), PasswordForm, ("name", "nobody"), ("password", "wrong"));

        var (first, second) = (await TextAsync(wrong), await TextAsync(unknown));
        Assert.Contains("登录名或口令不对", first, StringComparison.Ordinal);
        Assert.Contains("登录名或口令不对", second, StringComparison.Ordinal);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_signs_nobody_in()
    {
        var account = await AddAsync();
        using var browser = new PlainBrowser(site.Address);

        using var answer = await browser.PostAsync(
            Addresses.SignIn(),
            new FormUrlEncodedContent([new("_handler", "password"), new("name", account.UserName!), new("password", SomeAccount.Password)]));

        Assert.Contains("这一页停留得太久了", await TextAsync(answer), StringComparison.Ordinal);
        using var standing = await browser.GetAsync(Addresses.Session);
        Assert.Equal(HttpStatusCode.Unauthorized, standing.StatusCode);
    }

    [Fact]
    public async Task The_session_is_answered_for_and_after_signing_out_every_page_learns_why()
    {
        var account = await AddAsync();
        using var browser = new PlainBrowser(site.Address);
        using var signedIn = await SignInAsync(browser, account, Addresses.SignIn());
        using var standing = await browser.GetAsync(Addresses.Session);
        Assert.Equal(HttpStatusCode.NoContent, standing.StatusCode);

        using var left = await browser.SendAsync(Addresses.Help, "data-sign-out");

        Assert.Equal(Addresses.SignIn(), Led(left));
        using var over = await browser.GetAsync(Addresses.Session);
        Assert.Equal((HttpStatusCode.Unauthorized, "signedout"), (over.StatusCode, await over.Content.ReadAsStringAsync(Cancel)));
        Assert.Contains("已经退出", await browser.ReadAsync(Addresses.SignIn()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_needs_a_form_of_ours()
    {
        var person = await site.OfficeAsync();
        using var browser = new PlainBrowser(site.Address, person);

        using var forged = await browser.PostAsync(Addresses.SignOut);

        using var standing = await browser.GetAsync(Addresses.Session);
        Assert.Equal(HttpStatusCode.NoContent, standing.StatusCode);
    }

    [Fact]
    public async Task Whoever_owes_a_new_password_gets_nowhere_else()
    {
        var account = await AddAsync(account => account.MustChangePassword = true);
        using var browser = new PlainBrowser(site.Address);
        using var signedIn = await SignInAsync(browser, account, Addresses.SignIn());

        foreach (var page in new[] { Addresses.Board(), Addresses.Opinions(), Addresses.Books, Addresses.Help })
        {
            using var answer = await browser.GetAsync(page);
            Assert.Equal(Addresses.OwnPassword, Led(answer));
        }

        foreach (var connection in new[] { "/_blazor/negotiate?negotiateVersion=1", "/hubs/live-counts/negotiate?negotiateVersion=1" })
        {
            using var refused = await browser.PostAsync(connection);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Contains("换成只有您自己知道的", await browser.ReadAsync(Addresses.OwnPassword), StringComparison.Ordinal);
        using var changed = await browser.SendAsync(Addresses.OwnPassword, "change-password", ("old", SomeAccount.Password), ("chosen", "Chosen-One-2026"), ("again", "Chosen-One-2026"));
        Assert.Equal(Addresses.Board(), Led(changed));
        using var board = await browser.GetAsync(Addresses.Board());
        Assert.Equal(HttpStatusCode.OK, board.StatusCode);
    }

    [Theory]
    [InlineData(Role.Administrator, "/accounts")]
    [InlineData(Role.Auditor, "/audit")]
    public async Task The_front_door_leads_everybody_to_what_is_theirs(Role role, string home)
    {
        using var browser = new PlainBrowser(site.Address, await SitePerson.SignInAsync(site, Grant.Of(role)));

        using var answer = await browser.GetAsync(Addresses.Board());

        Assert.Equal(home, Led(answer));
    }

    [Theory]
    [InlineData(Role.LiaisonOffice, true)]
    [InlineData(Role.Administrator, false)]
    public async Task Only_doors_that_open_are_shown(Role role, bool opens)
    {
        using var browser = new PlainBrowser(site.Address, await SitePerson.SignInAsync(site, Grant.Of(role)));

        var page = await browser.ReadAsync(Addresses.Help);

        Assert.Equal(opens, page.Contains("年度表册", StringComparison.Ordinal));
        Assert.Equal(!opens, page.Contains($"href=\"{Addresses.Accounts}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Addresses.PasskeyQuestion)]
    [InlineData(Addresses.SingleSignOn)]
    public async Task What_the_door_does_by_POST_needs_a_page_of_ours(string path)
    {
        using var browser = new PlainBrowser(site.Address);

        using var answer = await browser.PostAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Ones_own_account_says_who_one_is_and_where_else_one_is_signed_in()
    {
        var account = await AddAsync();
        using var browser = new PlainBrowser(site.Address);
        using var elsewhere = new PlainBrowser(site.Address);
        using var first = await SignInAsync(browser, account, Addresses.SignIn());
        using var second = await SignInAsync(elsewhere, account, Addresses.SignIn());

        var page = await browser.ReadAsync(Addresses.OwnAccount);
        Assert.Contains(account.UserName!, page, StringComparison.Ordinal);
        Assert.Contains("代表联络室", page, StringComparison.Ordinal);
        var other = System.Text.RegularExpressions.Regex.Match(page, "name=\"session\" value=\"([^\"]+)\"").Groups[1].Value;
        using var ended = await browser.SendAsync(Addresses.OwnAccount, "own-sessions", ("session", other));

        using var over = await elsewhere.GetAsync(Addresses.Session);
        Assert.Equal(HttpStatusCode.Unauthorized, over.StatusCode);
    }

    [Fact]
    public async Task The_second_factor_is_set_up_and_asked_without_a_script()
    {
        var account = await AddAsync();
        using var browser = new PlainBrowser(site.Address);
        using var signedIn = await SignInAsync(browser, account, Addresses.SignIn());
        using var begun = await browser.SendAsync(Addresses.OwnSecondFactor, "begin-second-factor");
        var page = await browser.ReadAsync(Addresses.OwnSecondFactor);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        var key = System.Text.RegularExpressions.Regex.Match(page, "data-testid=\"key\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

        using var confirmed = await browser.SendAsync(Addresses.OwnSecondFactor, "confirm-second-factor", ("code", OneTimeCode.At(key, site.The<TimeProvider>().GetUtcNow())));

        var recovery = System.Text.RegularExpressions.Regex.Match(await TextAsync(confirmed), "<code>([2-9A-Z-]+)</code>").Groups[1].Value;
        using var again = new PlainBrowser(site.Address);
        using var half = await SignInAsync(again, account, Addresses.SignIn("/help"));
        Assert.Equal(Addresses.SecondStep, Led(half));
        using var notYet = await again.GetAsync(Addresses.Session);
        Assert.Equal(HttpStatusCode.Unauthorized, notYet.StatusCode);
        using var whole = await again.SendAsync(Addresses.SecondStep, "sign-in", ("code", recovery));
        Assert.Equal("/help", Led(whole));
    }

    private Task<Account> AddAsync(Action<Account>? also = null) => SomeAccount.AddAsync(
        site.The<IDbContextFactory<LiaisonDbContext>>(), site.The<TimeProvider>().GetUtcNow().UtcDateTime, $"p{Guid.NewGuid():N}", also: also);

    private static Task<HttpResponseMessage> SignInAsync(PlainBrowser browser, Account account, string path, string password = SomeAccount.Password) =>
        browser.SendAsync(path, PasswordForm, ("name", account.UserName!), ("password", password));

    private static string Led(HttpResponseMessage answer) => answer.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString : $"nowhere: {answer.StatusCode}";

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
}
