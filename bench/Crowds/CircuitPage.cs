using System.Text.Json;
using System.Text.RegularExpressions;

namespace VoterLiaison.Bench.Crowds;

/// <summary>What a served page says of the circuit it wants: its components and their state, in comments of its HTML.</summary>
/// <param name="Operations">The components to begin with, as the browser's script names them.</param>
/// <param name="State">As the page hands it on.</param>
internal sealed partial record CircuitPage(string Operations, string State)
{
    public static CircuitPage Of(string html)
    {
        var markers = Marker().Matches(html).Select(marker => JsonDocument.Parse(marker.Groups["json"].Value).RootElement)
            .Where(marker => marker.TryGetProperty("type", out var type) && type.GetString() == "server").OrderBy(marker => marker.GetProperty("sequence").GetInt32());
        return new CircuitPage(
            JsonSerializer.Serialize(new { batchId = 1, operations = markers.Select((marker, place) => new { type = "add", ssrComponentId = place + 1, marker }) }),
            PageState().Match(html).Groups["state"].Value);
    }

    [GeneratedRegex("<!--Blazor:(?<json>{\"type\".*?})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^-]+)-->")]
    private static partial Regex PageState();
}
