using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Domain.Rules;

/// <summary>Who enters something, and when.</summary>
/// <param name="By">The person, as the record shall name them.</param>
/// <param name="At">The moment of entry, UTC.</param>
public sealed record Signature(string By, DateTime At)
{
    /// <summary>The day of entry in the district.</summary>
    public DateOnly Today => ChinaTime.DayOf(At);
}
