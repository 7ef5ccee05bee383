using System.Net;
using System.Text.RegularExpressions;

namespace VoterLiaison.TestKit;

/// <summary>A browser without a script: it keeps cookies, and fills in and sends the forms it finds. It follows no redirect by itself.</summary>
public sealed partial class PlainBrowser : IDisposable
{
    private readonly HttpClient _client;

    public PlainBrowser(Uri address, SitePerson? person = null)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (person is not null)
        {
            Cookies.Add(address, new Cookie(person.CookieName, person.CookieValue));
        }
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Opens a page, fills in the form whose markup holds a mark, and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, string mark, params (string Name, string Value)[] fields) => await SendAsync(path, FormOf(await ReadAsync(path), mark), fields);

    /// <summary>Sends a form as it was found earlier.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, FoundForm form, params (string Name, string Value)[] fields) => _client.PostAsync(
        form.Action ?? path,
        new FormUrlEncodedContent(form.Hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) => _client.PostAsync(path, content, TestContext.Current.CancellationToken);

    public static FoundForm FormOf(string page, string mark)
    {
        var form = Form().Matches(page).Select(match => match.Value).First(markup => markup.Contains(mark, StringComparison.Ordinal));
        return new FoundForm(
            Action().Match(form) is { Success: true } action ? action.Groups[1].Value : null,
            [.. Hidden().Matches(form).Select(input => (Attribute(input.Value, "name"), Attribute(input.Value, "value")))]);
    }

    public void Dispose() => _client.Dispose();

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("^<form[^>]*\\saction=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    public sealed record FoundForm(string? Action, IReadOnlyList<(string Name, string Value)> Hidden);
}
