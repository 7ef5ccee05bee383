using System.Text.Encodings.Web;
using System.Text.Json;

namespace VoterLiaison.Dashboard.Commands;

internal static class JsonOutput
{
    /// <summary>Chinese as it is, not as \u escapes; the output goes to a terminal or a program, never into HTML.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };
}
