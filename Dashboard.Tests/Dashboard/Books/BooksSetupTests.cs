using System.Net;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

public sealed class BooksSetupTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private const string Name = "2026年度表册-29991201-090000.xlsx";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ones_own_book_is_fetched_by_a_link_and_that_stands_in_the_audit_log()
    {
        var office = await site.OfficeAsync();
        await PutAsync(office, Name);
        using var client = site.ClientOf(office);
        using var answer = await client.GetAsync(Addresses.Book(Name), Cancelled);

        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(Name, answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync(Cancelled));
        await using var db = await RowsAsync();
        var entry = await db.AuditEntries.SingleAsync(one => one.AccountId == office.AccountId, Cancelled);
        Assert.Equal((AuditAct.BookFetched, "2026年度表册", $"{Name}，选民信息已隐去"), (entry.Act, entry.About, entry.Detail));
    }

    [Fact]
    public async Task Somebody_elses_book_is_as_unknown_as_one_that_never_was()
    {
        await PutAsync(await site.OfficeAsync(), Name);
        using var client = site.ClientOf(await site.OfficeAsync());
        using var foreign = await client.GetAsync(Addresses.Book(Name), Cancelled);
        using var unknown = await client.GetAsync(Addresses.Book("2026年度表册-29991201-090001.xlsx"), Cancelled);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, unknown.StatusCode));
        Assert.Equal((await unknown.Content.ReadAsStringAsync(Cancelled)).Lasting(), (await foreign.Content.ReadAsStringAsync(Cancelled)).Lasting());
    }

    [Fact]
    public async Task A_book_of_a_role_that_was_taken_away_is_not_there_any_more()
    {
        var home = await HomeAsync();
        var person = await SitePerson.SignInAsync(site, Grant.Of(Role.LiaisonOffice), Grant.Of(Role.StationStaff, stationId: home));
        await PutAsync(person, Name);
        using var client = site.ClientOf(person);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Addresses.Book(Name), Cancelled)).StatusCode);
        await using (var db = await RowsAsync())
        {
            var account = await db.Accounts.Include(one => one.Grants).SingleAsync(one => one.Id == person.AccountId, Cancelled);
            account.LetGo(account.Grants.Single(grant => grant.Role is Role.LiaisonOffice));
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Addresses.Book(Name), Cancelled)).StatusCode);
        Assert.DoesNotContain(Uri.EscapeDataString(Name), await client.GetStringAsync(Addresses.Books, Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/..%2Fliaison.db")]
    [InlineData("/books/..%2F..%2Fliaison.db")]
    public async Task No_other_file_of_the_data_folder_is_given_out(string address)
    {
        using var client = site.ClientOf(await site.OfficeAsync());
        using var answer = await client.GetAsync(address, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<LiaisonDbContext> RowsAsync() => site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);

    private async Task<int> HomeAsync()
    {
        await using var db = await RowsAsync();
        return (await db.Stations.FirstOrDefaultAsync(Cancelled) ?? SmallDistrict.AddTo(db).BajiaoHome).Id;
    }

    /// <summary>As the bindery would lay it there.</summary>
    private async Task PutAsync(SitePerson person, string name)
    {
        await using var db = await RowsAsync();
        var signedIn = (await site.The<SessionBook>().StandingAsync(db, person.Session, Cancelled))!;
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "books", Shelf.Of(signedIn.Actor, signedIn.Rights).Folder));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), [1, 2, 3], Cancelled);
    }
}
