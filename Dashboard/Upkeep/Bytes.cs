using System.Globalization;

namespace VoterLiaison.Dashboard.Upkeep;

internal static class Bytes
{
    private const double Step = 1024;

    /// <summary>1.5 GB; whole below a hundred KB.</summary>
    public static string InWords(long bytes) => bytes switch
    {
        < 100 * 1024 => $"{(bytes + 1023) / 1024} KB",
        < 1024L * 1024 * 1024 => Of(bytes / Step / Step, "MB"),
        < 1024L * 1024 * 1024 * 1024 => Of(bytes / Step / Step / Step, "GB"),
        _ => Of(bytes / Step / Step / Step / Step, "TB"),
    };

    private static string Of(double many, string unit) => $"{many.ToString("0.#", CultureInfo.InvariantCulture)} {unit}";
}
