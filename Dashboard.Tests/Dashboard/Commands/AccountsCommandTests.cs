using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>Accounts and display keys from the command line: two starts of the real program for each stream, the rest in this process.</summary>
public sealed class AccountsCommandTests : IAsyncLifetime
{
    private readonly LiaisonFolder _data = new();
    private LiaisonHouse _house = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _house = LiaisonHouse.Unprepared(_data);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [Fact]
    public async Task The_first_administrator_is_made_in_an_empty_folder_and_the_list_is_one_document()
    {
        var added = await LiaisonProgram.RunAsync(_data, "accounts", "add", "admin", "--name", "系统管理员", "--role", "administrator");
        Assert.Equal(CommandLine.Done, added.ExitCode);
        Assert.Matches("^[A-Za-z0-9-]{24}\r?\n$", added.Output);
        Assert.Contains("已新建账号 admin。初始口令只显示这一次", added.Error, StringComparison.Ordinal);
        var account = await AccountAsync("admin");
        Assert.True(account.MustChangePassword);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, added.Output.Trim()));

        var refused = await LiaisonProgram.RunAsync(_data, "accounts", "disable", "admin");
        Assert.Equal((CommandLine.Refused, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("这是最后一个在用的系统管理员，不能停用。", refused.Error, StringComparison.Ordinal);

        var listed = await LiaisonProgram.RunAsync(_data, "accounts", "list", "--json");
        Assert.Equal((CommandLine.Done, ""), (listed.ExitCode, listed.Error));
        using var document = JsonDocument.Parse(listed.Output); // refuses a second document or a word beside the first
        var line = Assert.Single(document.RootElement.EnumerateArray());
        Assert.Equal(("admin", "owes-password", "administrator"), (Text(line, "userName"), Text(line, "state"), Text(line.GetProperty("roles")[0], "role")));
        Assert.DoesNotContain(account.PasswordHash!, listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_can_come_from_standard_input_and_is_held_to_the_rules()
    {
        string[] add = ["accounts", "add", "wangmin", "--name", "王敏", "--role", "station-staff", "--station", "bj01", "--password-stdin", "--keep-password"];

        var refused = await LiaisonProgram.RunWithInputAsync(_data, "short\n", add);
        Assert.Equal(CommandLine.Refused, refused.ExitCode);
        Assert.Contains("口令至少要 10 位。", refused.Error, StringComparison.Ordinal);

        var done = await LiaisonProgram.RunWithInputAsync(_data, "Liaison-Test-2026\n", add);
        Assert.Equal((CommandLine.Done, ""), (done.ExitCode, done.Output));
        var account = await AccountAsync("wangmin");
        Assert.False(account.MustChangePassword);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, "Liaison-Test-2026"));
    }

    [Fact]
    public async Task A_display_key_is_the_only_word_on_standard_output()
    {
        var added = await LiaisonProgram.RunAsync(_data, "display-keys", "add", "联络室大厅");

        Assert.Equal(CommandLine.Done, added.ExitCode);
        Assert.Matches("^[A-Za-z0-9_-]{43}\r?\n$", added.Output);
        await using (var db = _house.Rows())
        {
            Assert.Equal(DisplayKeyHandler.HashOf(added.Output.Trim()), (await db.DisplayKeys.SingleAsync(Cancelled)).Hash);
        }

        Assert.Equal(CommandLine.Done, await RunAsync("display-keys", "revoke", "1"));
        Assert.Equal(CommandLine.Refused, await RunAsync("display-keys", "revoke", "1"));
        Assert.Equal(CommandLine.Done, await RunAsync("display-keys", "list"));
    }

    [Fact]
    public async Task Rights_come_and_go_and_an_account_is_closed_and_opened()
    {
        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "add", "wangmin", "--name", "王敏", "--role", "auditor"));
        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "grant", "wangmin", "--role", "unit-staff", "--unit", "BJ"));
        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "withdraw", "wangmin", "--role", "auditor"));
        Assert.Equal([Role.UnitStaff], (await AccountAsync("wangmin")).Grants.Select(grant => grant.Role));

        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "disable", "wangmin"));
        Assert.NotNull((await AccountAsync("wangmin")).DisabledAt);
        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "enable", "wangmin"));
        Assert.Null((await AccountAsync("wangmin")).DisabledAt);
        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "unlock", "wangmin"));
        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "reset", "wangmin"));
        Assert.Equal(CommandLine.Done, await RunAsync("accounts", "list"));

        Assert.Equal(CommandLine.Refused, await RunAsync("accounts", "withdraw", "wangmin", "--role", "auditor"));
        Assert.Equal(CommandLine.Refused, await RunAsync("accounts", "grant", "wangmin", "--role", "station-staff", "--station", "XX99"));
        Assert.Equal(CommandLine.Refused, await RunAsync("accounts", "grant", "nobody", "--role", "auditor"));
        await using var db = _house.Rows();
        Assert.All(await db.AuditEntries.ToListAsync(Cancelled), entry => Assert.StartsWith("命令行（", entry.Who, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("accounts")]
    [InlineData("accounts add wangmin --name 王敏")]
    [InlineData("accounts add wangmin --name 王敏 --role boss")]
    [InlineData("accounts add wangmin --name 王敏 --role unit-staff")]
    [InlineData("accounts add wangmin --name 王敏 --role unit-staff --station BJ02")]
    [InlineData("accounts add wangmin --name 王敏 --role auditor --unit BJ")]
    [InlineData("accounts add wangmin --name 王敏 --role auditor --keep-password")]
    [InlineData("accounts disable")]
    [InlineData("display-keys")]
    [InlineData("display-keys add")]
    [InlineData("display-keys revoke first")]
    public async Task Wrong_usage_touches_nothing(string words)
    {
        Assert.Equal(CommandLine.WrongUsage, await RunAsync(words.Split(' ')));
        Assert.Empty(Directory.GetFileSystemEntries(_data.Path));
    }

    private Task<int> RunAsync(params string[] words) => CommandLine.RunAsync([$"--Liaison:DataDirectory={_data.Path}", .. words]);

    private async Task<Account> AccountAsync(string userName)
    {
        await using var db = _house.Rows();
        return await db.Accounts.Include(account => account.Grants).SingleAsync(account => account.UserName == userName, Cancelled);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
