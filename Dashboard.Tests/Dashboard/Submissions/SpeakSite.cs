using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>A site with a small district, and a voter before it whose browser runs no script.</summary>
public sealed class SpeakSite : IAsyncDisposable
{
    private readonly LiaisonSite _site = LiaisonSite.With(("Liaison:SubmissionsPerAddress", "500"));

    public SpeakSite()
    {
        using var db = Rows();
        District = SmallDistrict.AddTo(db);
        Voter = new PlainBrowser(_site.Address);
    }

    internal LiaisonSite Site => _site;

    public SmallDistrict District { get; }

    public PlainBrowser Voter { get; private set; }

    public LiaisonDbContext Rows() => _site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();

    /// <summary>Opens the form, fills it in and sends it.</summary>
    public async Task<string> SpeakAsync(string words, string path = "/public/speak", IReadOnlyList<byte[]>? photos = null, params (string Name, string Value)[] fields) =>
        await SendAsync(PlainBrowser.FormOf(await Voter.ReadAsync(path), "name=\"own\""), words, photos, fields);

    /// <summary>Sends a form as it was opened earlier.</summary>
    public async Task<string> SendAsync(PlainBrowser.FoundForm form, string words, IReadOnlyList<byte[]>? photos = null, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Hidden.Concat(fields).Append(("own", words)))
        {
            content.Add(new StringContent(value, Encoding.UTF8), name);
        }

        foreach (var (place, photo) in (photos ?? []).Index())
        {
            var file = new ByteArrayContent(photo);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            content.Add(file, "photo", $"p{place}.jpg");
        }

        using var answer = await Voter.PostAsync("/public/speak", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Looks up a receipt.</summary>
    public async Task<string> LookUpAsync(string number, string code)
    {
        using var answer = await Voter.SendAsync("/public/receipt", "data-look-up", ("number", number), ("code", code));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Number and code, as the receipt in a page says them.</summary>
    public static (string Number, string Code) ReceiptIn(string page) => (
        Regex.Match(page, "data-testid=\"number\">([^<]*)<").Groups[1].Value,
        string.Join(' ', Regex.Matches(page[page.IndexOf("class=\"code\"", StringComparison.Ordinal)..], "<span>([0-9A-Z]{4}) ?</span>").Take(4).Select(part => part.Groups[1].Value)));

    public async ValueTask DisposeAsync()
    {
        Voter.Dispose();
        await _site.DisposeAsync();
    }
}
