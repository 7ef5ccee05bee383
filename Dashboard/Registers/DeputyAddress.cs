using Microsoft.AspNetCore.WebUtilities;
using VoterLiaison.Domain.Deputies;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>What the address of the deputies' register asks for.</summary>
public sealed record DeputyAddress
{
    public const int Size = 50;

    /// <summary>联系单位代码; <see cref="NoUnit"/> for those of no street.</summary>
    public string? Unit { get; init; }

    public DeputyLevel? Level { get; init; }

    public OfficeStatus? Status { get; init; }

    /// <summary>A part of the name or of the certificate number.</summary>
    public string? Name { get; init; }

    /// <summary>Sorted by the strokes of the surname; otherwise in official order.</summary>
    public bool ByStrokes { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>As the address writes those of no street.</summary>
    public const string NoUnit = "none";

    public bool IsNarrowed => (Unit, Level, Status, Name) != (null, null, null, null);

    /// <summary><c>?unit=BJ&amp;level=city&amp;order=strokes</c>; empty where nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["unit"] = Unit,
        ["level"] = Level is { } level ? Key(level) : null,
        ["status"] = Status is { } status ? Key(status) : null,
        ["q"] = Name,
        ["order"] = ByStrokes ? "strokes" : null,
        ["page"] = Page == 1 ? null : $"{Page}",
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>As an address writes it; what cannot be read asks for nothing.</summary>
    public static DeputyAddress Of(string? unit, string? level, string? status, string? name, string? order, int? page) => new()
    {
        Unit = unit is "" ? null : unit,
        Level = Enum.GetValues<DeputyLevel>().Cast<DeputyLevel?>().FirstOrDefault(member => Key(member!.Value) == level),
        Status = Enum.GetValues<OfficeStatus>().Cast<OfficeStatus?>().FirstOrDefault(member => Key(member!.Value) == status),
        Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim(),
        ByStrokes = order is "strokes",
        Page = page is > 0 and var asked ? asked : 1,
    };

    /// <summary>A member as addresses and forms write it.</summary>
    internal static string Key<T>(T member)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
