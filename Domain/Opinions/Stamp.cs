using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Domain.Opinions;

/// <summary>Who does an act, and when it is entered. Every act is stamped with it in the opinion's history.</summary>
/// <param name="By">The person, as the history shall name them.</param>
/// <param name="At">The moment of entry, UTC.</param>
/// <param name="Limits">The office's limits in force, by which the clocks are set.</param>
/// <param name="Submission">One click of one form; the same click sent twice is entered once.</param>
public sealed record Stamp(string By, DateTime At, ClockLimits Limits, Guid? Submission = null)
{
    /// <summary>The day of entry in the district. Nothing may be recorded for a later day.</summary>
    public DateOnly Today => ChinaTime.DayOf(At);
}
