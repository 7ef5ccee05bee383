using System.Net;
using Microsoft.Data.Sqlite;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task A_site_that_stands_says_so(string address)
    {
        await using var site = new LiaisonSite();
        using var client = new HttpClient { BaseAddress = site.Address };

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_site_whose_database_was_taken_away_is_not_ready()
    {
        await using var site = new LiaisonSite();
        using var client = new HttpClient { BaseAddress = site.Address };
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "liaison.db")}"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = "DELETE FROM __EFMigrationsHistory";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }
}
