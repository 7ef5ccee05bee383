using System.Net;
using System.Text.RegularExpressions;

namespace VoterLiaison.Bench.Crowds;

/// <summary>What a browser does without a screen: it keeps cookies, follows redirects, and signs in as an account of the demonstration.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Visitor(Uri site)
    {
        Site = site;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public Uri Site { get; }

    public string Cookies => _cookies.GetCookieHeader(Site);

    public HttpClient Http => _http;

    public static async Task<Visitor> SignedInAsync(Uri site, string userName = "office")
    {
        var visitor = new Visitor(site);
        var door = await visitor._http.GetStringAsync("/sign-in");
        var form = DemonstrationForm().Match(door).Value;
        using var answer = await visitor._http.PostAsync("/sign-in", new FormUrlEncodedContent(
        [
            .. HiddenField().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value))),
            KeyValuePair.Create("account", Regex.Match(form, $"value=\"(\\d+)\" data-testid=\"demonstration-{userName}\"").Groups[1].Value),
        ]));
        return answer.IsSuccessStatusCode && visitor.Cookies.Contains("liaison=", StringComparison.Ordinal)
            ? visitor
            : throw new InvalidOperationException($"Signing in was answered by {answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<section class=\"door-demo\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex DemonstrationForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}
