using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>The year's opinions by who carries them. What several deputies carry counts for each, so: deputies + without one − repeats = all.</summary>
/// <param name="Deputies">By deputy.</param>
/// <param name="Without">Those that no deputy carries yet.</param>
/// <param name="Repeats">What is counted once more for each further deputy of an opinion.</param>
internal sealed record CarriedFigures(IReadOnlyDictionary<int, OpinionCounts> Deputies, OpinionCounts Without, OpinionCounts Repeats);
