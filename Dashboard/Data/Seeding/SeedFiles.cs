using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>The files of <c>seed-data</c>, which lie beside the program.</summary>
internal static class SeedFiles
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="IOException">The file is not there.</exception>
    public static T Read<T>(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "seed-data", name));
        return JsonSerializer.Deserialize<T>(file, Format)!;
    }
}

internal sealed record StationRecord(
    string Code, string Unit, string Name, Domain.Stations.StationKind Kind, string Address, string OpeningHours, string Phone, string Contact)
{
    public Domain.Stations.Station ToStation(int unitId)
    {
        var station = new Domain.Stations.Station(unitId, Code, Name, Kind, Address, OpeningHours);
        station.Describe(station.AsDescribed() with { Phone = Phone, Contact = Contact });
        return station;
    }
}
