namespace VoterLiaison.Dashboard.Public;

/// <summary>大字版, remembered by the reader's own browser and nowhere else.</summary>
internal static class LargeType
{
    public const string Cookie = "liaison-large-type";

    private const string Chosen = "1";
    private static readonly TimeSpan _kept = TimeSpan.FromDays(365);

    public static bool IsOn(HttpRequest request) => request.Cookies[Cookie] is Chosen;

    public static void Choose(HttpContext http, bool large)
    {
        var options = new CookieOptions { Path = Addresses.PublicHome, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = _kept, IsEssential = true };
        if (large)
        {
            http.Response.Cookies.Append(Cookie, Chosen, options);
        }
        else
        {
            http.Response.Cookies.Delete(Cookie, options);
        }
    }
}
