using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts;

public sealed class SignInDeskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_opens_a_session_and_says_so_in_the_audit_log()
    {
        await using var at = await AccountHouse.OpenAsync();

        var outcome = await at.SignInAsync(name: " GU ");

        Assert.Equal("顾砚清", outcome.Name);
        Assert.Equal((at.Account.Id, AccountHouse.Here, at.Account.SecurityStamp), (outcome.Session!.AccountId, outcome.Session.Address, outcome.Session.Stamp));
        Assert.NotNull(await at.StandingAsync(outcome.Session));
        var entry = Assert.Single(await at.AuditAsync());
        Assert.Equal((AuditAct.SignedIn, "顾砚清", "代表联络室", "账号 gu", AuditResult.Done), (entry.Act, entry.Who, entry.Role, entry.About, entry.Result));
    }

    [Fact]
    public async Task Whoever_is_refused_hears_the_same_and_only_the_audit_log_says_why()
    {
        await using var at = await AccountHouse.OpenAsync();
        await AccountHouse.AddAsync(at.House, "gone", account => account.DisabledAt = at.Now);
        await AccountHouse.AddAsync(at.House, "locked", account => account.LockoutEnd = at.Now.AddMinutes(1));

        Assert.Same(SignInOutcome.Refused, await at.SignInAsync("wrong"));
        Assert.Same(SignInOutcome.Refused, await at.SignInAsync(name: "nobody"));
        Assert.Same(SignInOutcome.Refused, await at.SignInAsync(name: "gone"));
        Assert.Same(SignInOutcome.Refused, await at.SignInAsync(name: "locked"));

        var entries = await at.AuditAsync();
        Assert.All(entries, entry => Assert.Equal((AuditAct.SignInFailed, AuditResult.Refused), (entry.Act, entry.Result)));
        Assert.Equal(["gu：口令不对", "nobody：没有这个账号", "gone：账号已停用", "locked：账号已锁定"], entries.Select(entry => $"{entry.Who}：{entry.Detail}"));
    }

    [Fact]
    public async Task Five_failures_lock_even_for_the_right_password_and_time_unlocks()
    {
        await using var at = await AccountHouse.OpenAsync();
        for (var failure = 0; failure < 5; failure++)
        {
            await at.SignInAsync("wrong");
        }

        Assert.Null((await at.SignInAsync()).Session);
        Assert.Single(await at.AuditAsync(), entry => entry.Act is AuditAct.LockedOut);
        at.House.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Null((await at.SignInAsync()).Session);
        at.House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await at.SignInAsync()).Session);
    }

    [Fact]
    public async Task A_success_in_between_begins_the_count_anew()
    {
        await using var at = await AccountHouse.OpenAsync();
        for (var failure = 0; failure < 8; failure++)
        {
            await at.SignInAsync(failure % 4 is 3 ? SomeAccount.Password : "wrong");
        }

        Assert.NotNull((await at.SignInAsync()).Session);
    }

    [Fact]
    public async Task What_is_typed_as_a_name_enters_the_audit_log_short_and_plain()
    {
        await using var at = await AccountHouse.OpenAsync();

        await at.SignInAsync(name: "a\r\nb" + new string('长', 500));

        var entry = Assert.Single(await at.AuditAsync());
        Assert.Equal("ab" + new string('长', 38) + "…", entry.Who);
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        await using var at = await AccountHouse.OpenAsync();
        var (_, key, _) = await at.WithSecondFactorAsync();

        var half = await at.SignInAsync();

        Assert.Null(half.Session);
        var whole = await at.House.The<SignInDesk>().WithCodeAsync(half.HalfWay!, at.CodeOf(key), AccountHouse.Here, Cancel);
        Assert.NotNull(whole.Session);
    }

    [Fact]
    public async Task A_code_opens_once_and_none_before_it_opens_afterwards()
    {
        await using var at = await AccountHouse.OpenAsync();
        var (_, key, _) = await at.WithSecondFactorAsync();
        var half = (await at.SignInAsync()).HalfWay!;
        var desk = at.House.The<SignInDesk>();
        var earlier = at.CodeOf(key);
        at.House.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = at.CodeOf(key);

        Assert.NotNull((await desk.WithCodeAsync(half, code, AccountHouse.Here, Cancel)).Session);
        Assert.Null((await desk.WithCodeAsync(half, code, AccountHouse.Here, Cancel)).Session);
        Assert.Null((await desk.WithCodeAsync(half, earlier, AccountHouse.Here, Cancel)).Session);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        await using var at = await AccountHouse.OpenAsync();
        var (_, _, codes) = await at.WithSecondFactorAsync();
        var half = (await at.SignInAsync()).HalfWay!;
        var desk = at.House.The<SignInDesk>();

        Assert.NotNull((await desk.WithCodeAsync(half, codes[0].ToLowerInvariant(), AccountHouse.Here, Cancel)).Session);
        Assert.Null((await desk.WithCodeAsync(half, codes[0], AccountHouse.Here, Cancel)).Session);
        Assert.NotNull((await desk.WithCodeAsync(half, codes[1], AccountHouse.Here, Cancel)).Session);
    }

    [Fact]
    public async Task Wrong_codes_lock_and_the_right_password_in_between_does_not_help()
    {
        await using var at = await AccountHouse.OpenAsync();
        var (_, key, _) = await at.WithSecondFactorAsync();
        var desk = at.House.The<SignInDesk>();
        for (var failure = 0; failure < 5; failure++)
        {
            await desk.WithCodeAsync((await at.SignInAsync()).HalfWay!, "000000", AccountHouse.Here, Cancel);
        }

        Assert.Single(await at.AuditAsync(), entry => entry.Act is AuditAct.LockedOut);
        Assert.Null((await at.SignInAsync()).HalfWay);
        Assert.NotEmpty(at.CodeOf(key));
    }

    [Fact]
    public async Task Whoever_is_half_way_in_begins_again_when_the_account_changes()
    {
        await using var at = await AccountHouse.OpenAsync();
        var (session, key, _) = await at.WithSecondFactorAsync();
        var half = (await at.SignInAsync()).HalfWay!;

        await at.Of<OwnAccountDesk>(session).ChangePasswordAsync(SomeAccount.Password, "Another-One-77", "Another-One-77", Cancel);

        Assert.Null((await at.House.The<SignInDesk>().WithCodeAsync(half, at.CodeOf(key), AccountHouse.Here, Cancel)).Session);
    }

    [Fact]
    public async Task One_click_opens_an_account_of_the_demonstration_and_no_other()
    {
        await using var at = await AccountHouse.OpenAsync();
        var demonstration = await AccountHouse.AddAsync(at.House, "office", isDemonstration: true);
        var desk = at.House.The<SignInDesk>();

        Assert.NotNull((await desk.AsDemonstrationAsync(demonstration.Id, AccountHouse.Here, Cancel)).Session);
        Assert.Null((await desk.AsDemonstrationAsync(at.Account.Id, AccountHouse.Here, Cancel)).Session);
        var shown = Assert.Single((await at.House.The<DoorQueries>().DoorAsync(Cancel)).Demonstration);
        Assert.Equal(("office", Role.LiaisonOffice), (shown.UserName, shown.Role));
    }

    [Fact]
    public async Task A_single_sign_on_is_known_by_issuer_and_subject_together()
    {
        await using var at = await AccountHouse.OpenAsync();
        await at.Of<OwnAccountDesk>(await at.SessionAsync()).LinkAsync("https://id.example", "7", "统一身份认证", Cancel);
        var desk = at.House.The<SignInDesk>();

        Assert.NotNull((await desk.WithSingleSignOnAsync("https://id.example", "7", AccountHouse.Here, Cancel)).Session);
        Assert.Null((await desk.WithSingleSignOnAsync("https://other.example", "7", AccountHouse.Here, Cancel)).Session);
        Assert.Null((await desk.WithSingleSignOnAsync("https://id.example", "8", AccountHouse.Here, Cancel)).Session);
    }
}
