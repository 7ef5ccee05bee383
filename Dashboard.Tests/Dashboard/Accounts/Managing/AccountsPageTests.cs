using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>The administrator's two pages, as an administrator uses them.</summary>
public sealed class AccountsPageTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public AccountsPageTests()
    {
        Services.AddManaging();
        Services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        Services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        Services.AddSingleton<OpenConnections>();
        Services.AddScoped<PasswordRules>();
        Services.AddSingleton<DisplayKeyBook>();
        Render<MudPopoverProvider>();
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public void Before_the_first_account_the_page_says_what_to_do()
    {
        Assert.Contains("还没有账号。", Open().Markup, StringComparison.Ordinal);
        Assert.Contains("没有这样的账号。", Open(Addresses.AccountsWith("没有")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_added_with_two_rights_and_its_password_is_shown_once()
    {
        var page = Open();
        OpenDialog(page, "add-account");
        Type("user-name", "wangmin");
        Type("name", "王敏");
        Choose("role-0", nameof(Role.StationStaff));
        Choose("scope-0", $"{District.BajiaoStation.Id}");
        await PressAsync("another-grant");
        Choose("role-1", nameof(Role.Auditor));
        await PressAsync("confirm");

        var password = _dialogs.WaitForElement("[data-testid=secret]").GetAttribute("value");
        Assert.Matches("^[A-Za-z0-9-]{24}$", password);
        Assert.Contains("只显示这一次", _dialogs.Markup, StringComparison.Ordinal);
        await PressAsync("close");

        page.WaitForAssertion(() => Assert.Equal("待改口令", page.Find("[data-testid=account-wangmin] [data-testid=state]").TextContent.Trim()));
        Assert.Contains("家站工作人员古城南路联络站", page.Find("[data-testid=account-wangmin]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(password!, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_name_is_taken()
    {
        await AddAsync("wangmin");
        var page = Open();
        OpenDialog(page, "add-account");
        Type("user-name", "WangMin");
        Type("name", "王敏");
        Choose("role-0", nameof(Role.Auditor));
        await PressAsync("confirm");

        Assert.StartsWith("登录名 WangMin 已经有人用了", _dialogs.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("王敏", _dialogs.Find("[data-testid=name]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_right_without_its_scope_is_asked_for()
    {
        var page = Open();
        OpenDialog(page, "add-account");
        Type("user-name", "wangmin");
        Type("name", "王敏");
        Choose("role-0", nameof(Role.UnitStaff));
        await PressAsync("confirm");
        Assert.Equal("单位工作人员要写明是哪个单位。", _dialogs.WaitForElement("[role=alert]").TextContent);

        Choose("role-0", "");
        await PressAsync("confirm");
        _dialogs.WaitForAssertion(() => Assert.Equal("请选择权限，或去掉空着的一项。", _dialogs.Find("[role=alert]").TextContent));
    }

    [Fact]
    public async Task Disabling_asks_first_and_the_account_can_be_enabled_again()
    {
        await AddAsync("wangmin");
        var page = Open();
        await InRowAsync(page, "manage", "disable");
        Assert.Contains("停用王敏的账号？", page.WaitForElement("[data-testid=acts-wangmin]").TextContent, StringComparison.Ordinal);

        await InRowAsync(page, "act-yes");
        page.WaitForAssertion(() => Assert.Equal("已停用", page.Find("[data-testid=state]").TextContent.Trim()));
        Assert.Equal("在用 0 个，已停用 1 个", page.Find("[data-testid=count]").TextContent);

        await InRowAsync(page, "enable");
        page.WaitForAssertion(() => Assert.Equal("待改口令", page.Find("[data-testid=state]").TextContent.Trim()));
    }

    [Fact]
    public async Task A_refusal_is_said_beside_the_button()
    {
        await AddAsync("wangmin", Grant.Of(Role.Administrator));
        var page = Open();
        await InRowAsync(page, "manage", "disable", "act-yes");
        Assert.StartsWith("这是最后一个在用的系统管理员，不能停用。", page.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_is_shown_in_the_row_until_it_is_noted()
    {
        await AddAsync("wangmin");
        var page = Open();
        await InRowAsync(page, "manage", "reset-password", "act-yes");

        var password = page.WaitForElement("[data-testid=secret]").GetAttribute("value")!;
        Assert.Matches("^[A-Za-z0-9-]{24}$", password);

        await InRowAsync(page, "noted");
        page.WaitForAssertion(() => Assert.DoesNotContain(password, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_locked_account_says_until_when_and_is_unlocked()
    {
        await AddAsync("wangmin");
        await using (var db = Database.CreateDbContext())
        {
            var account = await db.Accounts.SingleAsync(TestContext.Current.CancellationToken);
            (account.LockoutEnd, account.TwoFactorEnabled) = (Clock.GetUtcNow().AddMinutes(15), true);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = Open();
        Assert.Equal("已锁定到 09:15", page.Find("[data-testid=state]").TextContent.Trim());

        await InRowAsync(page, "manage", "unlock");
        page.WaitForAssertion(() => Assert.Equal("待改口令", page.Find("[data-testid=state]").TextContent.Trim()));
        Assert.Contains("已设置", page.Find("[data-testid=account-wangmin]").TextContent, StringComparison.Ordinal);

        await InRowAsync(page, "reset-second-factor", "act-yes");
        page.WaitForAssertion(() => Assert.Contains("未设置", page.Find("[data-testid=account-wangmin]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rights_are_adjusted_row_by_row()
    {
        await AddAsync("wangmin");
        var page = Open();
        await page.Find("[data-testid=manage]").ClickAsync(new());
        OpenDialog(page, "adjust-rights");
        await PressAsync("another-grant");
        Choose("role-1", nameof(Role.Deputy));
        Choose("scope-1", $"{District.Gu.Id}");
        await PressAsync("remove-0");
        await PressAsync("confirm");

        page.WaitForAssertion(() => Assert.Contains("人大代表代表 顾砚清", page.Find("[data-testid=account-wangmin]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("审计员", page.Find("[data-testid=account-wangmin]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_is_the_address()
    {
        await AddAsync("wangmin");
        await AddAsync("lihua", Grant.Of(Role.LiaisonOffice));

        var page = Open(Addresses.AccountsWith(role: "liaison-office"));
        Assert.Equal("找到 1 个账号", page.Find("[data-testid=count]").TextContent);
        Assert.NotNull(page.Find("[data-testid=account-lihua]"));

        page.Find("[data-testid=filter-role]").Change("auditor");
        Assert.EndsWith("/accounts?role=auditor", The<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_display_key_is_made_shown_once_and_revoked()
    {
        The<NavigationManager>().NavigateTo(Addresses.DisplayKeys);
        var page = Render<DisplayKeysPage>();
        Assert.Contains("还没有大屏密钥。", page.Markup, StringComparison.Ordinal);
        Assert.EndsWith("/hubs/live-counts?access_token=密钥", page.Find("[data-testid=address]").TextContent, StringComparison.Ordinal);

        OpenDialog(page, "add-key");
        Type("name", "联络室大厅");
        await PressAsync("confirm");
        var key = _dialogs.WaitForElement("[data-testid=secret]").GetAttribute("value")!;
        await PressAsync("close");
        page.WaitForAssertion(() => Assert.Contains($"{key[..6]}…", page.Find("[data-testid=key-1]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(key, page.Markup, StringComparison.Ordinal);

        await page.Find("[data-testid=revoke]").ClickAsync(new());
        await page.Find("[data-testid=revoke-yes]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已撤销", page.Find("[data-testid=key-1]").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<AccountsPage> Open(string address = Addresses.Accounts)
    {
        The<NavigationManager>().NavigateTo(address);
        return Render<AccountsPage>();
    }

    private Task<string> AddAsync(string userName, params Grant[] grants) => The<AccountDesk>().AddAsync(userName, "王敏", grants.Length > 0 ? grants : [Grant.Of(Role.Auditor)]);

    /// <summary>Does not wait for the click, which ends with the dialog.</summary>
    private static void OpenDialog<T>(IRenderedComponent<T> page, string button) where T : IComponent => _ = page.WaitForElement($"[data-testid={button}]").ClickAsync(new());

    private void Type(string field, string text) => _dialogs.WaitForElement($"[data-testid={field}]").Change(text);

    private void Choose(string select, string value) => _dialogs.WaitForElement($"[data-testid={select}]").Change(value);

    private Task PressAsync(string button) => _dialogs.WaitForElement($"[data-testid={button}]").ClickAsync(new());

    private static async Task InRowAsync(IRenderedComponent<AccountsPage> page, params string[] buttons)
    {
        foreach (var button in buttons)
        {
            await page.WaitForElement($"[data-testid={button}]").ClickAsync(new());
        }
    }
}
