using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>All that a wall shows at a moment.</summary>
/// <param name="Total">The sums, as they stand now.</param>
/// <param name="Pictures">As they were drawn last.</param>
public sealed record WallFace(OpinionCounts Total, WallPictures Pictures)
{
    public int Year => Pictures.Year;

    /// <summary>The part of the district it is of; empty where it is all of it.</summary>
    public required string Part { get; init; }

    /// <summary>How a scope is called on the wall.</summary>
    internal static string PartOf(WallPictures pictures) => pictures.Units switch
    {
        [] => "没有范围",
        [{ Stations: [var station] }] => station.Name,
        [var unit] => unit.Name,
        var several => $"{several.Count} 个单位",
    };
}
