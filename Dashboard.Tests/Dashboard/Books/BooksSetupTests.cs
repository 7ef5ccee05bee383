using System.Net;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

public sealed class BooksSetupTests
{
    private const string Name = "2026年度表册-20261201-090000.xlsx";

    [Fact]
    public async Task A_finished_book_is_fetched_by_a_link_without_a_circuit()
    {
        await using var site = new LiaisonSite();
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "books"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, Name), [1, 2, 3], TestContext.Current.CancellationToken);
        using var client = site.ClientOf(await site.OfficeAsync());
        using var answer = await client.GetAsync(Addresses.Book(Name), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(Name, answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_other_file_of_the_data_folder_is_given_out()
    {
        await using var site = new LiaisonSite();
        using var client = site.ClientOf(await site.OfficeAsync());
        using var answer = await client.GetAsync("/books/..%2Fliaison.db", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
