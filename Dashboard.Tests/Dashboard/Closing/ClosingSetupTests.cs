using System.Net;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Closing;

public sealed class ClosingSetupTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frozen_book_is_fetched_by_a_link_as_the_very_bytes_and_a_damaged_one_is_refused_with_a_sentence()
    {
        var year = site.The<TimeProvider>().Today().Year - 1;
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        SmallDistrict.AddTo(db);
        await site.The<YearClosing>().CloseAsync(year, Actor.App, cancellationToken: Cancelled);
        using var client = site.ClientOf(await site.OfficeAsync());
        using var answer = await client.GetAsync(Addresses.FrozenBook(year, 1, Addresses.WholeDistrict), Cancelled);

        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"{year}年度表册（全区）第1次封账.xlsx", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(await db.FrozenBooks.Where(book => book.UnitId == null).Select(book => book.Content).SingleAsync(Cancelled), await answer.Content.ReadAsByteArrayAsync(Cancelled));

        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER FrozenBooks_are_never_changed; UPDATE FrozenBooks SET Content = x'00' WHERE UnitId IS NULL", Cancelled);
        using var damaged = await client.GetAsync(Addresses.FrozenBook(year, 1, Addresses.WholeDistrict), Cancelled);

        Assert.Equal(HttpStatusCode.Conflict, damaged.StatusCode);
        Assert.Contains("与封账时登记的 SHA-256 不符", await damaged.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }
}
