using System.Net;
using System.Text.RegularExpressions;

namespace VoterLiaison.Bench.Faults;

/// <summary>A browser without a script. What is not acknowledged is sent again as it was, until it is or the run is over.</summary>
internal sealed partial class Writer : IDisposable
{
    private const string Speak = "/public/speak";
    private const string SignIn = "/sign-in";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;
    private readonly Tally _tally;
    private readonly string _padding;
    private Dictionary<string, string>? _form;

    /// <param name="site">Before which it sits.</param>
    /// <param name="tally">Where it says what it saw.</param>
    /// <param name="letters">How much each submission has to say.</param>
    public Writer(Uri site, Tally tally, int letters)
    {
        (_tally, _padding) = (tally, new string('灯', letters));
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(10) };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>Speaks as a voter.</summary>
    /// <param name="writing">From then on nothing new is begun.</param>
    /// <param name="over">From then on what is under way is given up.</param>
    public async Task SpeakAsync(CancellationToken writing, CancellationToken over)
    {
        while (!writing.IsCancellationRequested)
        {
            var words = $"第{_tally.Try()}件：路灯不亮。{_padding}";
            await UntilAcknowledgedAsync(() => SpeakOnceAsync(words, over), over);
        }
    }

    /// <summary>Signs in, over and over, as somebody of the demonstration.</summary>
    public async Task ComeAndGoAsync(CancellationToken writing, CancellationToken over)
    {
        while (!writing.IsCancellationRequested)
        {
            _tally.Try();
            await UntilAcknowledgedAsync(async () => await SignInAsync(over) is not null, over);
        }
    }

    /// <summary>Signs in once; the cookie by which the session goes on, or null.</summary>
    public async Task<string?> SignInAsync(CancellationToken over)
    {
        var form = DemonstrationForm().Match(await _client.GetStringAsync(SignIn, over)).Value;
        var fields = Hidden(form);
        fields["account"] = Account().Match(form).Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(SignIn, content, over);
        if (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            _tally.SignedIn();
            _cookies.GetCookies(_client.BaseAddress!)["liaison"]!.Expired = true; // the next time it comes as a stranger
            return cookies.First(cookie => cookie.StartsWith("liaison=", StringComparison.Ordinal)).Split(';')[0];
        }

        await SeeRefusalAsync(answer, "登录", over);
        return null;
    }

    /// <summary>The status of a page for whoever a cookie names.</summary>
    public async Task<int> StatusAsync(string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        using var answer = await _client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> SpeakOnceAsync(string words, CancellationToken over)
    {
        _form ??= Hidden(SpeakForm().Match(await _client.GetStringAsync(Speak, over)).Value);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in _form.Append(new("own", words)))
        {
            content.Add(new StringContent(value), name);
        }

        using var answer = await _client.PostAsync(Speak, content, over);
        if (answer.StatusCode is not HttpStatusCode.OK)
        {
            await SeeRefusalAsync(answer, words, over);
            return false;
        }

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(over));
        if (Number().Match(page) is { Success: true } number)
        {
            _tally.Receipts.Add((number.Groups[1].Value, words));
            return true;
        }

        _tally.SawStrange(Refusal().Match(page).Groups[1].Value is { Length: > 0 } said ? said : "200, and no receipt");
        _form = null;
        return false;
    }

    private async Task SeeRefusalAsync(HttpResponseMessage answer, string typed, CancellationToken over)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(over));
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
        {
            _tally.WasRefused(page.Contains(typed, StringComparison.Ordinal) && page.Contains("编号", StringComparison.Ordinal));
        }
        else
        {
            _tally.SawStrange($"{(int)answer.StatusCode} {answer.RequestMessage?.RequestUri?.AbsolutePath}");
        }
    }

    private async Task UntilAcknowledgedAsync(Func<Task<bool>> send, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                if (await send())
                {
                    return;
                }
            }
            catch (HttpRequestException refused) when (refused.StatusCode is { } status)
            {
                _tally.SawStrange($"{(int)status} for a page");
            }
            catch (Exception unanswered) when (unanswered is HttpRequestException or OperationCanceledException or IOException)
            {
                _tally.WasNotAnswered();
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private static Dictionary<string, string> Hidden(string form) =>
        HiddenField().Matches(form).Select(field => field.Value).ToDictionary(field => Attribute(field, "name"), field => WebUtility.HtmlDecode(Attribute(field, "value")));

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form class=\"speak form\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex SpeakForm();

    [GeneratedRegex("<form[^>]*>((?!</form>).)*demonstration-office.*?</form>", RegexOptions.Singleline)]
    private static partial Regex DemonstrationForm();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();

    [GeneratedRegex("name=\"account\" value=\"(\\d+)\"")]
    private static partial Regex Account();

    [GeneratedRegex("data-testid=\"number\">([^<]+)<")]
    private static partial Regex Number();

    [GeneratedRegex("data-testid=\"refusal\">.*?<b>([^<]*)</b>", RegexOptions.Singleline)]
    private static partial Regex Refusal();
}
