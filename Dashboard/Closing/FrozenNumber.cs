using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>A number that is frozen: a measure, or one of the year's balance.</summary>
/// <param name="Key">As it is kept.</param>
/// <param name="Name">In words.</param>
/// <param name="Measure">Null: of the balance, which goes by the day of the event, so that no list is of just these.</param>
public sealed record FrozenNumber(string Key, string Name, Measure? Measure)
{
    /// <summary>本年收集 is 收集 once more, and not shown twice.</summary>
    public static IReadOnlyList<FrozenNumber> All { get; } =
    [
        .. Measure.All.Select(measure => new FrozenNumber(measure.Key, measure.InWords(), measure)),
        new(FrozenCount.Opening, "年初未办结", null), new(FrozenCount.Concluded, "本年办结", null), new(FrozenCount.Closing, "年末未办结", null),
    ];

    public string? Rows(int year, string? station = null) => Measure is null ? null : Addresses.Opinions(new OpinionFilter { Year = year, Station = station, Measure = Measure });
}
