using System.Globalization;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>Numbers of motions, suggestions and letters: each kind counts up by session or year.</summary>
internal sealed class Documents
{
    private readonly Dictionary<string, int> _last = [];

    public string Next(string form, DateOnly on, string session = "")
    {
        var series = form.Replace("{届次}", session, StringComparison.Ordinal).Replace("{年}", on.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var number = _last[series] = _last.GetValueOrDefault(series) + 1;
        return series.Replace("{号}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
