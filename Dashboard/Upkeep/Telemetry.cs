using System.Diagnostics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Sends measures and traces by OpenTelemetry, where a place for them is set; otherwise nothing of it is even made.</summary>
internal static class Telemetry
{
    private const string Source = "voter-liaison";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (TelemetryPlace.Of(configuration) is not { } endpoint)
        {
            return;
        }

        configuration[TelemetryPlace.Variable] = endpoint.AbsoluteUri; // read by the exporters, as the other OTEL_ variables
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Source))
            .WithMetrics(metrics => metrics.AddMeter(LiaisonMeter.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(LiaisonMeter.Name)
                .AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpResponse = static (activity, answer) => NameByRoute(activity, answer.HttpContext))
                .AddOtlpExporter());
    }

    /// <summary>An address may hold a key, an opinion's number or what somebody looked for: a trace says which door it was and no more.</summary>
    internal static void NameByRoute(Activity activity, HttpContext http)
    {
        activity.SetTag("url.path", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        activity.SetTag("url.query", null);
    }
}
