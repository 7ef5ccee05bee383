using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts;

public sealed class OwnAccountDeskTests
{
    private const string Second = "Second-One-2026";

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_this_one_goes_on()
    {
        await using var at = await AccountHouse.OpenAsync(account => account.MustChangePassword = true);
        var (here, elsewhere) = (await at.SessionAsync(), await at.SessionAsync());
        Assert.Equal(Obligation.NewPassword, (await at.StandingAsync(here))!.Obligation);

        await ChangeAsync(at, here, SomeAccount.Password, Second);

        Assert.Equal(Obligation.None, (await at.StandingAsync(here))!.Obligation);
        Assert.Null(await at.StandingAsync(elsewhere));
        Assert.Null((await at.SignInAsync()).Session);
        Assert.NotNull((await at.SignInAsync(Second)).Session);
        Assert.Contains(await at.AuditAsync(), entry => entry.Act is AuditAct.PasswordChanged);
    }

    [Theory]
    [InlineData("Short-1", "口令至少要 10 位。")]
    [InlineData("onlysmall-letters", "口令要有大写字母、小写字母、数字、其他字符中的至少三种。")]
    [InlineData("My-Gu-Password", "口令里不能有登录名。")]
    public async Task A_password_that_is_none_is_refused_with_a_sentence(string chosen, string sentence)
    {
        await using var at = await AccountHouse.OpenAsync();
        var session = await at.SessionAsync();

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => ChangeAsync(at, session, SomeAccount.Password, chosen));

        Assert.Equal(sentence, broken.Message);
    }

    [Fact]
    public async Task None_of_the_last_passwords_is_taken_again()
    {
        await using var at = await AccountHouse.OpenAsync(also: null, "--SignIn:PasswordsRemembered=2");
        var session = await at.SessionAsync();
        await ChangeAsync(at, session, SomeAccount.Password, "First-One-2026");
        await ChangeAsync(at, session, "First-One-2026", Second);

        await Assert.ThrowsAsync<RuleBrokenException>(() => ChangeAsync(at, session, Second, Second));
        await Assert.ThrowsAsync<RuleBrokenException>(() => ChangeAsync(at, session, Second, "First-One-2026"));
        await ChangeAsync(at, session, Second, "Third-One-2026");
        await ChangeAsync(at, session, "Third-One-2026", "First-One-2026");
    }

    [Fact]
    public async Task A_password_is_owed_anew_after_its_days_but_not_for_the_demonstration()
    {
        await using var at = await AccountHouse.OpenAsync();
        var demonstration = await AccountHouse.AddAsync(at.House, "office", isDemonstration: true);
        at.House.Clock.Advance(TimeSpan.FromDays(91));

        var old = await at.SessionAsync();
        var shown = (await at.House.The<SignInDesk>().AsDemonstrationAsync(demonstration.Id, AccountHouse.Here, TestContext.Current.CancellationToken)).Session!;

        Assert.Equal(Obligation.NewPassword, (await at.StandingAsync(old))!.Obligation);
        Assert.Equal(Obligation.None, (await at.StandingAsync(shown))!.Obligation);
    }

    [Fact]
    public async Task An_open_screen_is_no_place_to_guess_the_password()
    {
        await using var at = await AccountHouse.OpenAsync();
        var session = await at.SessionAsync();
        for (var failure = 0; failure < 5; failure++)
        {
            Assert.Equal("现在的口令不对。", (await Assert.ThrowsAsync<RuleBrokenException>(() => ChangeAsync(at, session, "wrong", Second))).Message);
        }

        await Assert.ThrowsAsync<RuleBrokenException>(() => ChangeAsync(at, session, SomeAccount.Password, Second));
        Assert.Single(await at.AuditAsync(), entry => entry.Act is AuditAct.LockedOut);
    }

    [Fact]
    public async Task Only_ones_own_sessions_can_be_ended()
    {
        await using var at = await AccountHouse.OpenAsync();
        await AccountHouse.AddAsync(at.House, "other");
        var (mine, elsewhere) = (await at.SessionAsync(), await at.SessionAsync());
        var theirs = (await at.SignInAsync(name: "other")).Session!;

        await at.Of<OwnAccountDesk>(mine).EndSessionAsync(elsewhere.Id, TestContext.Current.CancellationToken);
        await at.Of<OwnAccountDesk>(mine).EndSessionAsync(theirs.Id, TestContext.Current.CancellationToken);

        Assert.Null(await at.StandingAsync(elsewhere));
        Assert.NotNull(await at.StandingAsync(theirs));
        Assert.NotNull(await at.StandingAsync(mine));
    }

    [Fact]
    public async Task After_signing_out_nothing_of_the_account_can_be_changed()
    {
        await using var at = await AccountHouse.OpenAsync();
        var session = await at.SessionAsync();

        await at.Of<OwnAccountDesk>(session).SignOutAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<NotAdmittedException>(() => at.Of<OwnAccountDesk>(session).BeginSecondFactorAsync(TestContext.Current.CancellationToken));
        Assert.Equal(AuditAct.SignedOut, (await at.AuditAsync())[^1].Act);
    }

    [Fact]
    public async Task The_second_factor_goes_with_the_password_and_its_codes_with_it()
    {
        await using var at = await AccountHouse.OpenAsync();
        var (session, _, codes) = await at.WithSecondFactorAsync();
        Assert.Equal(codes.Count, (await at.Of<OwnAccountQueries>(session).AccountAsync(TestContext.Current.CancellationToken))!.RecoveryCodes);

        await Assert.ThrowsAsync<RuleBrokenException>(() => at.Of<OwnAccountDesk>(session).EndSecondFactorAsync("wrong", TestContext.Current.CancellationToken));
        await at.Of<OwnAccountDesk>(session).EndSecondFactorAsync(SomeAccount.Password, TestContext.Current.CancellationToken);

        Assert.NotNull((await at.SignInAsync()).Session);
    }

    private static Task ChangeAsync(AccountHouse at, Session session, string old, string chosen) => at.Of<OwnAccountDesk>(session).ChangePasswordAsync(old, chosen, chosen, TestContext.Current.CancellationToken);
}
