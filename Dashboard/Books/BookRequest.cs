namespace VoterLiaison.Dashboard.Books;

/// <summary>What somebody asks a book of.</summary>
/// <param name="Period">统计期间.</param>
/// <param name="Part">Of which part of what they may export.</param>
/// <param name="VotersInFull">Names and telephones whole.</param>
public sealed record BookRequest(BookPeriod Period, BookPart Part, bool VotersInFull = false)
{
    /// <summary>A calendar year, of all that the person may export.</summary>
    public static BookRequest OfYear(int year, bool votersInFull = false) => new(BookPeriod.OfYear(year), BookPart.All, votersInFull);
}

/// <summary>A part of the district, by code: a unit, or a station, or a deputy; all of them null for all that the person may export.</summary>
public sealed record BookPart(string? Unit = null, string? Station = null, string? Deputy = null)
{
    public static BookPart All { get; } = new();

    public bool IsAll => this == All;
}
