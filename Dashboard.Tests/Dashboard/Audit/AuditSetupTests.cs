using System.Net;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Audit;

public sealed class AuditSetupTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_filtered_is_handed_out_whole_as_text_and_that_stands_in_the_log_first()
    {
        await using var site = new LiaisonSite();
        var at = new DateTime(2026, 3, 1, 16, 0, 1, DateTimeKind.Utc); // a second after midnight of the 2nd in the district
        var store = site.The<LiaisonStore>();
        await store.AuditedAsync(at.AddSeconds(-2), AuditAct.LedgerImported, "昨天");
        await store.AuditedAsync(at, AuditAct.LedgerImported, "=1+1", "007\n第二行", AuditResult.Refused);
        await store.AuditedAsync(at.AddDays(1), AuditAct.LedgerImported, "=2+2");
        await store.AuditedAsync(at, AuditAct.Backup, "不在其中");
        var auditor = await SitePerson.SignInAsync(site, Grant.Of(Role.Auditor));
        using var client = site.ClientOf(auditor);

        using var answer = await client.GetAsync("/audit/export?from=2026-03-02&to=2026-03-03&act=ledger-imported", Cancelled);

        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Matches("^审计记录-[0-9]{8}-[0-9]{6}\\.xlsx$", answer.Content.Headers.ContentDisposition?.FileNameStar);
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync(Cancelled));
        var sheet = book.Worksheet("审计记录");
        var header = sheet.CellsUsed().First(cell => cell.GetString() == "编号").Address.RowNumber;
        var rows = sheet.Rows(header + 1, header + 2).Select(row => row.Cells(1, 11).Select(cell => cell.GetString()).ToArray()).ToList();
        Assert.Equal(["2026-03-02 00:00:01", "2026-03-01T16:00:01.000Z", "王静", "", "代表联络室", "10.0.0.7", "导入台账", "=1+1", "007\n第二行", "拒绝"], rows[0][1..]);
        Assert.Equal("=2+2", rows[1][8]);
        Assert.DoesNotContain(sheet.CellsUsed(), cell => cell.HasFormula);
        Assert.Contains(sheet.CellsUsed(), cell => cell.GetString().Contains("共 2 条", StringComparison.Ordinal));

        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var told = await db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancelled);
        Assert.Equal((AuditAct.AuditExported, auditor.AccountId, "审计记录 2 条", "2026-03-02 至 2026-03-03，事项“导入台账”"), (told.Act, told.AccountId, told.About, told.Detail));
    }

    [Fact]
    public async Task Nothing_found_is_a_book_that_says_so_and_an_address_nobody_understands_is_none()
    {
        await using var site = new LiaisonSite();
        using var client = site.ClientOf(await SitePerson.SignInAsync(site, Grant.Of(Role.Auditor)));

        using var empty = await client.GetAsync("/audit/export?who=没有这个人", Cancelled);
        using var wrong = await client.GetAsync("/audit/export?from=yesterday", Cancelled);

        using var book = new XLWorkbook(await empty.Content.ReadAsStreamAsync(Cancelled));
        Assert.Contains(book.Worksheet(1).CellsUsed(), cell => cell.GetString().Contains("没有符合条件的记录", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    [Fact]
    public async Task For_whoever_is_no_auditor_there_is_no_such_page_and_no_such_file()
    {
        await using var site = new LiaisonSite();
        await site.The<LiaisonStore>().AuditedAsync(3);
        foreach (var role in new[] { Role.LiaisonOffice, Role.Administrator })
        {
            using var client = site.ClientOf(await SitePerson.SignInAsync(site, Grant.Of(role)));
            var unknown = await AskAsync(client, "/there-is-no-such-page");

            Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
            Assert.Equal(unknown, await AskAsync(client, Addresses.Audit));
            Assert.Equal(unknown, await AskAsync(client, Addresses.AuditExport));
        }

        using var nobody = site.ClientOf();
        Assert.Equal(HttpStatusCode.Redirect, (await AskAsync(nobody, Addresses.AuditExport)).Status);
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Act == AuditAct.AuditExported, Cancelled));
    }

    /// <summary>The answer without what is different in each: protected component state, the address that a link within the page repeats.</summary>
    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancelled);
        var body = await answer.Content.ReadAsStringAsync(Cancelled);
        return (answer.StatusCode, body.Lasting().Replace($"\"{address}#", "\"#", StringComparison.Ordinal));
    }
}
