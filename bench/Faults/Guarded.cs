namespace VoterLiaison.Bench.Faults;

/// <summary>A folder that may be written, or not, by a program that obeys: root may write anywhere, unless it gives that up.</summary>
internal static class Guarded
{
    /// <summary>Words that start a program without root's right to pass over permissions.</summary>
    public static string[] Obeying { get; } = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];

    public static void Forbid(string folder) => Set(folder, "u=rX");

    public static void Allow(string folder) => Set(folder, "u=rwX");

    private static void Set(string folder, string mode) => Tool.Run("chmod", "-R", mode, folder);
}
