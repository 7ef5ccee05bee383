using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>A phone can put the house among its apps: the staff's and deputies' pages, and apart from them the voters'.</summary>
public sealed partial class InstallingTests(LiaisonSite app) : IClassFixture<LiaisonSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Addresses.Help, "/")]
    [InlineData(Addresses.PublicHome, Addresses.PublicHome)]
    public async Task A_page_names_what_it_begins_with_and_pictures_of_the_size_it_says(string page, string start)
    {
        using var client = app.ClientOf(await app.OfficeAsync());
        var manifest = ManifestLink().Match(await client.GetStringAsync(page, Cancel)).Groups[1].Value;
        using var answer = await client.GetAsync(manifest, Cancel);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(start, said.RootElement.GetProperty("start_url").GetString());
        Assert.Equal(start, said.RootElement.GetProperty("scope").GetString());
        Assert.Contains(said.RootElement.GetProperty("icons").EnumerateArray(), icon => icon.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "maskable");
        foreach (var icon in said.RootElement.GetProperty("icons").EnumerateArray())
        {
            var picture = await client.GetByteArrayAsync($"/{icon.GetProperty("src").GetString()}", Cancel);

            Assert.Equal(icon.GetProperty("sizes").GetString(), SizeOf(picture));
        }
    }

    /// <summary>As a PNG says it, behind its signature and the name of its first chunk.</summary>
    private static string SizeOf(byte[] png) => string.Create(
        CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))}");

    [GeneratedRegex("<link rel=\"manifest\" href=\"([^\"]+)\"")]
    private static partial Regex ManifestLink();
}
