using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>Words short enough to be read from across a room.</summary>
internal static class WallWords
{
    private const string Home = "代表之家";
    private static readonly string[] _stationEndings = ["人大代表联络站", "代表联络站", "联络站"];
    private static readonly string[] _unitEndings = ["街道", "代表联组"];

    /// <summary>A station without what all are called; under its unit's name a Home needs no other.</summary>
    public static string Short(WallStation station) =>
        station.IsHome && station.Name.EndsWith(Home, StringComparison.Ordinal) ? Home
        : Short(station.Name);

    public static string Short(string station) => WithoutEnding(station, _stationEndings);

    /// <summary>How small a name is written so that it is read whole.</summary>
    public static string? Length(string name) => name.Length switch
    {
        <= 4 => null,
        5 => "long",
        _ => "longer",
    };

    /// <summary>八宝山, 首钢.</summary>
    public static string Short(WallUnit unit) => WithoutEnding(unit.Name, _unitEndings);

    /// <summary>Who handles what no organ was charged with.</summary>
    public static string WithoutOrgan(ForwardingChannel? channel) => channel is ForwardingChannel.MunicipalDeputy ? "市人大代表" : "还未指定单位";

    /// <summary>One word: 逾期 before 静默 before 待反馈; null where nobody waits.</summary>
    public static (string Said, string Class)? Gravest(WallStation station) => station switch
    {
        { Counts.Overdue: > 0 and var late } => ($"{Measure.Overdue.InWords()}{late}", "late"),
        { IsSilent: true } => ("静默", "silent"),
        { Counts.AwaitingFeedback: > 0 and var waiting } => ($"待{waiting}", "await"),
        _ => null,
    };

    private static string WithoutEnding(string name, string[] endings) =>
        Array.Find(endings, ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)) is { } said ? name[..^said.Length] : name;
}
