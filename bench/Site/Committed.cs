namespace VoterLiaison.Bench.Site;

/// <summary>A change that clients must hear of.</summary>
/// <param name="At">When it was committed or sent, as <see cref="System.Diagnostics.Stopwatch"/> tells the time to all processes of a machine. 0: there are no more.</param>
/// <param name="Total">A number that only rises: this year's opinions of the district, or how many messages were sent.</param>
internal sealed record Committed(long At, int Total);
