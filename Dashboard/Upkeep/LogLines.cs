using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>A line of JSON for each thing logged. Of what surrounds it only what finds it again is told: the request, its connection, the circuit, the trace; never an address.</summary>
internal sealed class LogLines(TimeProvider clock) : ConsoleFormatter(FormatName)
{
    public const string FormatName = "liaison";

    private static readonly string[] _told = ["RequestId", "TransportConnectionId", CircuitScope.Name, "TraceId"];

    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, _json))
        {
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("source", logEntry.Category);
            json.WriteNumber("event", logEntry.EventId.Id);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (logEntry.Exception is { } exception)
            {
                json.WriteString("exception", exception.ToString());
            }

            foreach (var (name, value) in Surroundings(scopeProvider))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(line.ToArray()));
    }

    /// <summary>The innermost of each name.</summary>
    private static Dictionary<string, string?> Surroundings(IExternalScopeProvider? scopes)
    {
        var told = new Dictionary<string, string?>();
        scopes?.ForEachScope(
            static (scope, told) =>
            {
                foreach (var (name, value) in scope as IEnumerable<KeyValuePair<string, object?>> ?? [])
                {
                    if (_told.Contains(name))
                    {
                        told[name] = value?.ToString();
                    }
                }
            },
            told);
        return told;
    }
}
