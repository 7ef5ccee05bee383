using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Books;

/// <summary>What the address of 统计, and of the form that orders a book, says: which days, and which part of the district. So it can be kept, sent and returned to.</summary>
/// <param name="Period">统计期间; this calendar year until today where the address says nothing that can be read.</param>
/// <param name="Part">Which part of what the reader may export.</param>
public sealed record BookAddress(BookPeriod Period, BookPart Part)
{
    /// <summary>As the field 范围 hands it in: unit.BJ, station.BJ01, deputy.17-0001.</summary>
    public const string PartField = "part";

    /// <summary>What stood in the address and cannot be followed, each in a sentence.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary><c>?from=2026-01-01&amp;until=2026-11-26&amp;unit=BJ</c>.</summary>
    public string Query => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["from"] = Key(Period.From),
        ["until"] = Key(Period.Until),
        ["unit"] = Part.Unit,
        ["station"] = Part.Station,
        ["deputy"] = Part.Deputy,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static BookAddress Parse(string query, DateOnly today)
    {
        var asked = QueryHelpers.ParseQuery(query);
        var part = Said("part") is { } field ? PartOf(field) : new BookPart(Said("unit"), Said("station"), Said("deputy"));
        var ignored = new List<string>();
        if (new[] { part.Unit, part.Station, part.Deputy }.Count(code => code is not null) > 1)
        {
            ignored.Add("街道（联组）、家站、代表，只能选一个，这里列的是全部。");
            part = BookPart.All;
        }

        return new BookAddress(PeriodOf(Said("from"), Said("until"), today, ignored), part) { Ignored = ignored };

        string? Said(string name) => asked.GetValueOrDefault(name).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();
    }

    /// <summary>This calendar year until a day.</summary>
    public static BookPeriod ThisYear(DateOnly today) => BookPeriod.Between(new DateOnly(today.Year, 1, 1), today);

    /// <summary>Whether these are the days of another period, however that is called.</summary>
    public bool IsOf(BookPeriod period) => (Period.From, Period.Until) == (period.From, period.Until);

    /// <summary>A part as the field 范围 hands it in.</summary>
    public static string FieldOf(BookPart part) => part switch
    {
        { Unit: { } code } => $"unit.{code}",
        { Station: { } code } => $"station.{code}",
        { Deputy: { } code } => $"deputy.{code}",
        _ => "",
    };

    private static BookPart PartOf(string field) => field.Split('.', 2) switch
    {
        ["unit", { Length: > 0 } code] => new BookPart(Unit: code),
        ["station", { Length: > 0 } code] => new BookPart(Station: code),
        ["deputy", { Length: > 0 } code] => new BookPart(Deputy: code),
        _ => BookPart.All,
    };

    private static BookPeriod PeriodOf(string? from, string? until, DateOnly today, List<string> ignored)
    {
        try
        {
            var last = Day(until) ?? today;
            return BookPeriod.Between(Day(from) ?? new DateOnly(last.Year, 1, 1), last);
        }
        catch (Exception wrong) when (wrong is RuleBrokenException or FormatException)
        {
            ignored.Add($"{(wrong is RuleBrokenException ? wrong.Message : "地址里的日期看不懂。")}这里列的是今年以来。");
            return ThisYear(today);
        }
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
