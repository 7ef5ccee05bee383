using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts.Managing;

public sealed class AccountDeskTests
{
    private static readonly Grant Administrator = Grant.Of(Role.Administrator);
    private static readonly Grant Auditor = Grant.Of(Role.Auditor);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_opens_with_the_password_shown_once_and_owes_another()
    {
        await using var house = await LiaisonHouse.OpenAsync();

        var password = await Desk(house).AddAsync(" wangmin ", " 王敏 ", [Grant.Of(Role.UnitStaff, unitId: house.District.BajiaoHome.UnitId), Auditor]);

        var account = await AccountAsync(house, "wangmin");
        Assert.Equal(("wangmin", "WANGMIN", "王敏", true, true), (account.UserName, account.NormalizedUserName, account.Name, account.MustChangePassword, account.LockoutEnabled));
        Assert.Equal([Role.UnitStaff, Role.Auditor], account.Grants.Select(grant => grant.Role));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, password));
        Assert.Equal([("AccountAdded", "账号 wangmin", "王敏；单位工作人员（八角街道）、审计员")], await AuditAsync(house));
        Assert.DoesNotContain(password, await AllTextAsync(house), StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_password_is_long_readable_and_of_every_kind()
    {
        var strict = new PasswordRules(Options.Create(new SignInRules { PasswordKinds = 4 }), new PasswordHasher<Account>());
        var many = Enumerable.Range(0, 200).Select(_ => InitialPassword.New()).ToList();

        Assert.Equal(many.Count, many.Distinct().Count());
        Assert.All(many, password =>
        {
            Assert.Matches("^([A-Z][a-z]{2}[0-9]-){4}[A-Z][a-z]{2}[0-9]$", password);
            Assert.Equal(-1, password.IndexOfAny([.. "0OoIl1i2Zz5Ss8Buv"]));
            Assert.Null(strict.WhyNot("wangmin", password));
        });
    }

    [Theory]
    [InlineData("", "登录名用字母开头")]
    [InlineData("a", "登录名用字母开头")]
    [InlineData("9lives", "登录名用字母开头")]
    [InlineData("王敏", "登录名用字母开头")]
    [InlineData("wang min", "登录名用字母开头")]
    [InlineData("<script>", "登录名用字母开头")]
    [InlineData("WangMin", "登录名 WangMin 已经有人用了")]
    public async Task A_malformed_or_taken_name_is_refused(string userName, string sentence)
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);

        await RefusedAsync(sentence, () => Desk(house).AddAsync(userName, "王敏", [Auditor]));

        await using var db = house.Rows();
        Assert.Equal(1, await db.Accounts.CountAsync(Cancelled));
    }

    [Fact]
    public async Task An_account_needs_a_name_a_right_and_a_scope_that_exists()
    {
        await using var house = await LiaisonHouse.OpenAsync();

        await RefusedAsync("请填写姓名", () => Desk(house).AddAsync("wangmin", " ", [Auditor]));
        await RefusedAsync("请至少给一项权限。", () => Desk(house).AddAsync("wangmin", "王敏", []));
        await RefusedAsync("没有这个联系单位", () => Desk(house).AddAsync("wangmin", "王敏", [Grant.Of(Role.UnitStaff, unitId: 999)]));
        await RefusedAsync("没有这个家站", () => Desk(house).AddAsync("wangmin", "王敏", [Grant.Of(Role.StationStaff, stationId: 999)]));
        await RefusedAsync("没有这位代表", () => Desk(house).AddAsync("wangmin", "王敏", [Grant.Of(Role.Deputy, deputyId: 999)]));
        await RefusedAsync("口令至少要 10 位。", () => Desk(house).AddWithPasswordAsync("wangmin", "王敏", [Auditor], "Short-1", mustChange: true));
        await RefusedAsync("口令要有大写字母", () => Desk(house).AddWithPasswordAsync("wangmin", "王敏", [Auditor], "allthesame", mustChange: true));

        await using var db = house.Rows();
        Assert.Equal((0, 0), (await db.Accounts.CountAsync(Cancelled), await db.AuditEntries.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task Disabling_ends_the_sessions_in_the_same_commit_and_enabling_brings_none_back()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        var session = await SignInAsync(house, "wangmin");

        await Desk(house).DisableAsync("WANGMIN");

        Assert.Null(await StandingAsync(house, session));
        Assert.Equal(SessionEnd.Withdrawn, (await SessionAsync(house, session)).End);
        await RefusedAsync("账号 wangmin 已经停用。", () => Desk(house).DisableAsync("wangmin"));

        await Desk(house).EnableAsync("wangmin");
        Assert.Null(await StandingAsync(house, session));
        Assert.Null((await AccountAsync(house, "wangmin")).DisabledAt);
        Assert.Equal(["AccountAdded", "AccountDisabled", "AccountEnabled"], (await AuditAsync(house)).Select(entry => entry.Act));
    }

    [Fact]
    public async Task A_right_given_or_withdrawn_ends_the_sessions_and_a_new_name_alone_does_not()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        var session = await SignInAsync(house, "wangmin");

        Assert.True(await Desk(house).AdjustAsync("wangmin", "王小敏", [], []));
        Assert.NotNull(await StandingAsync(house, session));

        Assert.True(await Desk(house).AdjustAsync("wangmin", null, [Grant.Of(Role.StationStaff, stationId: house.District.BajiaoStation.Id)], [Auditor]));
        Assert.Null(await StandingAsync(house, session));
        Assert.Equal([Role.StationStaff], (await AccountAsync(house, "wangmin")).Grants.Select(grant => grant.Role));

        Assert.False(await Desk(house).AdjustAsync("wangmin", "王小敏", [], [Auditor]));
        Assert.Equal(
            [("AccountChanged", "账号 wangmin", "姓名由“王敏”改为“王小敏”"), ("AccountChanged", "账号 wangmin", "给予家站工作人员（古城南路联络站）；收回审计员")],
            (await AuditAsync(house)).Skip(1));
    }

    [Fact]
    public async Task Two_administrators_who_give_different_rights_at_once_do_not_undo_each_other()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);

        await Desk(house).AdjustAsync("wangmin", null, [Administrator], []);
        await Desk(house).AdjustAsync("wangmin", null, [Grant.Of(Role.LiaisonOffice)], [Auditor]);

        Assert.Equal([Role.Administrator, Role.LiaisonOffice], (await AccountAsync(house, "wangmin")).Grants.Select(grant => grant.Role));
    }

    [Fact]
    public async Task The_last_administrator_in_use_can_be_neither_disabled_nor_demoted()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("first", "甲", [Administrator, Auditor]);
        await Desk(house).AddAsync("second", "乙", [Administrator]);
        await Desk(house).DisableAsync("second");

        await RefusedAsync("这是最后一个在用的系统管理员，不能停用。", () => Desk(house).DisableAsync("first"));
        await RefusedAsync("这是最后一个在用的系统管理员，不能收回这项权限。", () => Desk(house).AdjustAsync("first", null, [], [Administrator]));
        Assert.Equal(2, (await AccountAsync(house, "first")).Grants.Count);

        await Desk(house).EnableAsync("second");
        await Desk(house).AdjustAsync("first", null, [], [Administrator]);
        await RefusedAsync("这是最后一个在用的系统管理员", () => Desk(house).DisableAsync("second"));
    }

    [Fact]
    public async Task An_account_is_never_left_without_any_right()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);

        await RefusedAsync("账号至少要有一项权限", () => Desk(house).AdjustAsync("wangmin", null, [], [Auditor]));
    }

    [Fact]
    public async Task A_reset_gives_a_new_password_unlocks_and_remembers_the_old_one()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var first = await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        await using (var db = house.Rows())
        {
            var locked = await db.Accounts.SingleAsync(Cancelled);
            (locked.MustChangePassword, locked.LockoutEnd, locked.AccessFailedCount) = (false, house.Clock.GetUtcNow().AddMinutes(15), 3);
            await db.SaveChangesAsync(Cancelled);
        }

        var session = await SignInAsync(house, "wangmin");
        var second = await Desk(house).ResetPasswordAsync("wangmin");

        var account = await AccountAsync(house, "wangmin");
        Assert.Equal((true, null, 0), (account.MustChangePassword, account.LockoutEnd, account.AccessFailedCount));
        Assert.Null(await StandingAsync(house, session));
        var hasher = new PasswordHasher<Account>();
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(account, account.PasswordHash!, first));
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(account, account.PasswordHash!, second));
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(account, Assert.Single(account.FormerPasswords).Hash, first));
        Assert.Equal("PasswordReset", (await AuditAsync(house))[^1].Act);
    }

    [Fact]
    public async Task A_locked_account_is_unlocked()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        await using (var db = house.Rows())
        {
            (await db.Accounts.SingleAsync(Cancelled)).LockoutEnd = house.Clock.GetUtcNow().AddMinutes(15);
            await db.SaveChangesAsync(Cancelled);
        }

        await Desk(house).UnlockAsync("wangmin");

        Assert.Null((await AccountAsync(house, "wangmin")).LockoutEnd);
        Assert.Equal("AccountUnlocked", (await AuditAsync(house))[^1].Act);
    }

    [Fact]
    public async Task For_a_lost_phone_codes_and_passkeys_go_and_the_sessions_end()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        await RefusedAsync("账号 wangmin 没有设置两步验证。", () => Desk(house).ResetSecondFactorAsync("wangmin"));
        await using (var db = house.Rows())
        {
            var account = await db.Accounts.SingleAsync(Cancelled);
            account.TwoFactorEnabled = true;
            db.AddRange(
                new IdentityUserToken<int> { UserId = account.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "KEY" },
                new IdentityUserToken<int> { UserId = account.Id, LoginProvider = "[AspNetUserStore]", Name = "RecoveryCodes", Value = "A;B" });
            await db.SaveChangesAsync(Cancelled);
        }

        var session = await SignInAsync(house, "wangmin");
        await Desk(house).ResetSecondFactorAsync("wangmin");

        await using var after = house.Rows();
        Assert.False((await AccountAsync(house, "wangmin")).TwoFactorEnabled);
        Assert.Empty(await after.UserTokens.ToListAsync(Cancelled));
        Assert.Null(await StandingAsync(house, session));
        Assert.Equal(("SecondFactorChanged", "账号 wangmin", "由管理员清除"), (await AuditAsync(house))[^1]);
    }

    [Fact]
    public async Task Ending_the_sessions_leaves_the_account_as_it_is()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        var session = await SignInAsync(house, "wangmin");

        await Desk(house).EndSessionsAsync("wangmin");

        Assert.Null(await StandingAsync(house, session));
        Assert.NotNull(await StandingAsync(house, await SignInAsync(house, "wangmin")));
    }

    [Fact]
    public async Task A_sign_in_that_was_under_way_does_not_write_the_disabling_over()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        await using var signingIn = house.Rows();
        var before = await signingIn.Accounts.SingleAsync(Cancelled);

        await Desk(house).DisableAsync("wangmin");

        before.AccessFailedCount++;
        signingIn.Update(before); // as Identity's store does: every column
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => signingIn.SaveChangesAsync(Cancelled));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_is_refused_and_the_attempt_is_audited()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await Desk(house).AddAsync("wangmin", "王敏", [Auditor]);
        var services = house.As("联络室值班", new Rights([new Holding(Role.LiaisonOffice, Reach.All)]));

        await Assert.ThrowsAsync<OutOfReachException>(() => services.GetRequiredService<AccountDesk>().AdjustAsync("wangmin", null, [Administrator], []));

        Assert.Empty(await services.GetRequiredService<AccountQueries>().ListAsync(cancellationToken: Cancelled));
        Assert.Empty((await services.GetRequiredService<AccountQueries>().ScopesAsync(Cancelled)).Deputies);
        Assert.Equal([Role.Auditor], (await AccountAsync(house, "wangmin")).Grants.Select(grant => grant.Role));
        Assert.Equal(("OutOfReach", "管理账号", "管理账号"), (await AuditAsync(house))[^1]);
    }

    [Fact]
    public async Task An_account_nobody_knows_is_said_to_be_unknown()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await RefusedAsync("没有账号“nobody”。", () => Desk(house).DisableAsync("nobody"));
    }

    private static AccountDesk Desk(LiaisonHouse house) => house.The<AccountDesk>();

    private static async Task RefusedAsync(string sentence, Func<Task> act) =>
        Assert.StartsWith(sentence, (await Assert.ThrowsAsync<RuleBrokenException>(act)).Message, StringComparison.Ordinal);

    private static async Task<Account> AccountAsync(LiaisonHouse house, string userName)
    {
        await using var db = house.Rows();
        return await db.Accounts.AsNoTracking().Include(account => account.Grants).Include(account => account.FormerPasswords).SingleAsync(account => account.UserName == userName, Cancelled);
    }

    private static async Task<List<(string Act, string About, string Detail)>> AuditAsync(LiaisonHouse house)
    {
        await using var db = house.Rows();
        return (await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync(Cancelled)).ConvertAll(entry => (entry.Act.ToString(), entry.About, entry.Detail));
    }

    private static async Task<string> AllTextAsync(LiaisonHouse house)
    {
        await using var db = house.Rows();
        var account = await db.Accounts.SingleAsync(Cancelled);
        return string.Join('|', (await AuditAsync(house)).Select(entry => entry.Detail).Append(account.PasswordHash));
    }

    private static async Task<Guid> SignInAsync(LiaisonHouse house, string userName)
    {
        await using var db = house.Rows();
        var account = await db.Accounts.SingleAsync(known => known.UserName == userName, Cancelled);
        var session = new Session(Guid.NewGuid(), account.Id, house.Clock.GetUtcNow().UtcDateTime, account.SecurityStamp!, "10.0.0.1");
        db.Add(session);
        await db.SaveChangesAsync(Cancelled);
        return session.Id;
    }

    private static async Task<SignedIn?> StandingAsync(LiaisonHouse house, Guid session)
    {
        await using var db = house.Rows();
        return await house.The<SessionBook>().StandingAsync(db, session, Cancelled);
    }

    private static async Task<Session> SessionAsync(LiaisonHouse house, Guid session)
    {
        await using var db = house.Rows();
        return await db.Sessions.SingleAsync(known => known.Id == session, Cancelled);
    }
}
