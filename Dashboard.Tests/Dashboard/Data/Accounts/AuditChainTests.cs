using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>Somebody takes the triggers away, changes the log and puts them back: what the chain still tells.</summary>
public sealed class AuditChainTests : IDisposable
{
    private readonly LiaisonDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("第 3 条", "UPDATE AuditEntries SET Who = '别人' WHERE Id = 3")]
    [InlineData("第 3 条", "UPDATE AuditEntries SET At = '2026-03-02 09:00:00' WHERE Id = 3")]
    [InlineData("第 3 条", "UPDATE AuditEntries SET Hash = upper(Hash) WHERE Id = 3")]
    [InlineData("第 3 条", "UPDATE AuditEntries SET Act = '随便写' WHERE Id = 3")]
    [InlineData("第 3 条", "UPDATE AuditEntries SET At = '某日' WHERE Id = 3")]
    [InlineData("第 3 条", "UPDATE AuditEntries SET AccountId = '某人' WHERE Id = 3")]
    [InlineData("第 3 条", "DELETE FROM AuditEntries WHERE Id = 3")]
    [InlineData("第 3–4 条", "DELETE FROM AuditEntries WHERE Id IN (3, 4)")]
    [InlineData("第 1–2 条", "DELETE FROM AuditEntries WHERE Id IN (1, 2)")]
    [InlineData("第 6 条", "DELETE FROM AuditEntries WHERE Id = 6")]
    [InlineData("第 1–6 条", "DELETE FROM AuditEntries")]
    [InlineData("编号", "DELETE FROM AuditEntries WHERE Id = 6; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'AuditEntries'")]
    [InlineData("第 7 条", "INSERT INTO AuditEntries SELECT 7, At, AccountId, Who, Role, Address, Act, About, Detail, Result, PreviousHash, Hash FROM AuditEntries WHERE Id = 3")]
    [InlineData("第 0 条", "INSERT INTO AuditEntries SELECT 0, At, AccountId, Who, Role, Address, Act, About, Detail, Result, PreviousHash, Hash FROM AuditEntries WHERE Id = 3")]
    [InlineData("第 2 条", "UPDATE AuditEntries SET Id = -1 WHERE Id = 2; UPDATE AuditEntries SET Id = 2 WHERE Id = 3; UPDATE AuditEntries SET Id = 3 WHERE Id = -1")]
    public async Task A_change_behind_its_back_is_named_by_its_entry(string what, string sql)
    {
        await _database.Store.AuditedAsync(6);

        await TamperAsync(sql);

        var report = await VerifyAsync();
        Assert.Contains(report.Differences, difference => (difference.Where, difference.What) == ("审计记录", what));
    }

    [Theory]
    [InlineData("DROP TRIGGER AuditEntries_are_never_changed", "触发器 AuditEntries_are_never_changed 不见了")]
    [InlineData("DROP TRIGGER AuditEntries_are_kept; CREATE TRIGGER AuditEntries_are_kept BEFORE DELETE ON AuditEntries WHEN 0 BEGIN SELECT 1; END", "AuditEntries_are_kept 不是本系统写的样子")]
    public async Task A_guard_that_is_missing_or_was_weakened_is_named(string sql, string said)
    {
        await using (var db = _database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(sql, Cancelled);
        }

        Assert.Contains(said, Assert.Single((await VerifyAsync()).Differences).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_written_anew_with_its_own_hash_is_told_by_the_next()
    {
        await _database.Store.AuditedAsync(5);
        AuditEntry second;
        await using (var db = _database.CreateDbContext())
        {
            second = await db.AuditEntries.SingleAsync(entry => entry.Id == 2, Cancelled);
        }

        var forged = AuditEntry.After(AuditEnd.At(await EntryAsync(1)), second.At, AuditLog.Clerk with { Name = "别人" }, second.Act, second.About, second.Detail, second.Result);
        await TamperAsync($"UPDATE AuditEntries SET Who = '{forged.Who}', Hash = '{forged.Hash}' WHERE Id = 2");

        var difference = Assert.Single((await VerifyAsync()).Differences);
        Assert.Equal("第 3 条", difference.What);
        Assert.Contains("接不上", difference.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_cut_off_is_missed_for_ever_also_after_more_was_entered()
    {
        await _database.Store.AuditedAsync(6);
        await TamperAsync("DELETE FROM AuditEntries WHERE Id > 4");

        await _database.Store.AuditedAsync(3);

        var report = await VerifyAsync();
        Assert.Equal(("第 5–6 条", 7), (Assert.Single(report.Differences).What, report.AuditEntries));
    }

    [Fact]
    public async Task Only_a_trimming_that_says_so_excuses_a_missing_beginning()
    {
        await _database.Store.AuditedAsync(4);
        var second = await EntryAsync(2);
        await _database.Store.AuditedAsync(TimeProvider.System.GetUtcNow().UtcDateTime, AuditAct.AuditTrimmed, "审计记录 2 条", new TrimmedTo(2, second.Hash).InWords);

        Assert.Equal("第 1 条", (await VerifyAsync()).Differences[0].What); // it should be gone

        await TamperAsync("DELETE FROM AuditEntries WHERE Id <= 2");
        Assert.True((await VerifyAsync()).Agrees);

        await TamperAsync("DELETE FROM AuditEntries WHERE Id <= 3");
        Assert.Equal("第 3 条", Assert.Single((await VerifyAsync()).Differences).What);
    }

    [Fact]
    public async Task A_beginning_that_goes_on_from_another_hash_than_was_trimmed_to_is_named()
    {
        await _database.Store.AuditedAsync(4);
        var second = await EntryAsync(2);
        await _database.Store.AuditedAsync(TimeProvider.System.GetUtcNow().UtcDateTime, AuditAct.AuditTrimmed, "审计记录 1 条", new TrimmedTo(1, second.Hash).InWords);
        await TamperAsync("DELETE FROM AuditEntries WHERE Id = 1");

        Assert.Equal("第 2 条", Assert.Single((await VerifyAsync()).Differences).What);
    }

    [Fact]
    public async Task The_newest_can_be_looked_at_alone()
    {
        await _database.Store.AuditedAsync(9);
        await TamperAsync("UPDATE AuditEntries SET Who = '别人' WHERE Id = 3");

        Assert.Empty(await FaultsAsync(onlyLast: 6));
        Assert.Equal("第 3 条", Assert.Single(await FaultsAsync(onlyLast: 7)).What);
        Assert.Equal("第 3 条", Assert.Single(await FaultsAsync(onlyLast: 100)).What);
    }

    [Fact]
    public async Task Whatever_was_entered_holds_and_no_part_of_it_can_be_changed_unnoticed()
    {
        var entry = Gen.Select(Gen.Int[0, 5], Gen.String[0, 12], Gen.Enum<AuditAct>(), Gen.String[0, 20], Gen.String[0, 30], Gen.Enum<AuditResult>());
        var log = Gen.Select(entry.Array[1, 12], Gen.Int[0, 1000], Gen.Int[0, Parts.Length - 1]);
        await log.SampleAsync(async (facts, at, part) =>
        {
            await EmptyAsync();
            for (var i = 0; i < facts.Length; i++)
            {
                var (account, name, act, about, detail, result) = facts[i];
                await _database.Store.AuditedAsync(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(i * 1_234_567L), act, Kept(about), Kept(detail), result, new Actor(account == 0 ? null : account, Kept(name), "代表联络室", "::1"));
            }

            Assert.Empty(await FaultsAsync());

            var id = 1 + (at % facts.Length);
            await TamperAsync($"UPDATE AuditEntries SET {Parts[part]} WHERE Id = {id}");
            Assert.Contains($"第 {id} 条", (await FaultsAsync()).Select(fault => fault.What));
        }, iter: 40, threads: 1);
    }

    /// <summary>A change of each part of an entry to something else than any it had.</summary>
    private static readonly string[] Parts =
    [
        "At = '2031-01-01 00:00:00'", "AccountId = coalesce(AccountId, 0) + 1", "Who = Who || '。'", "Role = ''", "Address = '10.0.0.1'", "Act = CASE Act WHEN 'Backup' THEN 'Seeded' ELSE 'Backup' END",
        "About = Detail || '另' || About", "Detail = ' ' || Detail", "Result = CASE Result WHEN 'Done' THEN 'Refused' ELSE 'Done' END", "PreviousHash = '0' || PreviousHash", "Hash = substr(Hash, 2)",
    ];

    /// <summary>As SQLite keeps it: no text after a null character, no half of a pair.</summary>
    private static string Kept(string text) => new([.. text.Where(letter => letter != '\0' && !char.IsSurrogate(letter))]);

    private async Task EmptyAsync() => await TamperAsync("DELETE FROM AuditEntries; UPDATE sqlite_sequence SET seq = 0 WHERE name = 'AuditEntries'");

    private async Task TamperAsync(string sql)
    {
        await using var db = _database.CreateDbContext();
        await db.TamperAsync(sql);
    }

    private async Task<AuditEntry> EntryAsync(int id)
    {
        await using var db = _database.CreateDbContext();
        return await db.AuditEntries.SingleAsync(entry => entry.Id == id, Cancelled);
    }

    private async Task<List<AuditFault>> FaultsAsync(int? onlyLast = null)
    {
        await using var db = _database.CreateDbContext();
        var faults = new List<AuditFault>();
        await AuditChain.VerifyAsync(db, faults.Add, onlyLast, cancellationToken: Cancelled);
        return faults;
    }

    private Task<VerificationReport> VerifyAsync() => new Verification(_database, new FakeTimeProvider(), Options.Create(new LiaisonOptions())).RunAsync(new Progress<int>(), Cancelled);
}
