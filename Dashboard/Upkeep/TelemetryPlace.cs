namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Where measures and traces go: the setting, or the variable that every program with OpenTelemetry knows. Nowhere until one of them says so.</summary>
public sealed class TelemetryPlace(IConfiguration configuration)
{
    internal const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public Uri? Endpoint { get; } = Of(configuration);

    internal static Uri? Of(IConfiguration configuration) =>
        Uri.TryCreate(configuration[$"{UpkeepOptions.Section}:{nameof(UpkeepOptions.TelemetryEndpoint)}"] is { Length: > 0 } set ? set : configuration[Variable], UriKind.Absolute, out var endpoint) ? endpoint : null;
}
