using System.Globalization;
using VoterLiaison.Dashboard.Opinions;

namespace VoterLiaison.Dashboard;

/// <summary>Every address of the house, so that a link and the page it leads to cannot drift apart.</summary>
public static class Addresses
{
    public const string NotFound = "/not-found";
    public const string Error = "/error";
    public const string Help = "/help";
    public const string Keying = "/reception";
    public const string Imports = "/imports";
    public const string Books = "/books";

    public static string Board(int? year = null) => With("/", ("year", Text(year)));

    public static string Opinions(string? q = null) => With("/opinions", ("q", q));

    /// <summary>The list of exactly these opinions.</summary>
    public static string Opinions(OpinionFilter filter) => With(
        "/opinions",
        ("year", Text(filter.Year)),
        ("unit", filter.Unit),
        ("station", filter.Station),
        ("measure", filter.Measure?.Key),
        ("stage", filter.Stage?.ToString()),
        ("channel", filter.Channel?.ToString()),
        ("organ", Text(filter.OrganId)),
        ("category", Text(filter.CategoryId)),
        ("deputy", Text(filter.DeputyId)),
        ("batch", Text(filter.BatchId)),
        ("from", Text(filter.From)),
        ("to", Text(filter.To)),
        ("q", filter.Text));

    public static string Opinion(string number) => $"/opinions/{Uri.EscapeDataString(number)}";

    public static string OpinionPrint(string number) => $"{Opinion(number)}/print";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = path;
        var join = '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address += $"{join}{name}={Uri.EscapeDataString(value)}";
                join = '&';
            }
        }

        return address;
    }
}
