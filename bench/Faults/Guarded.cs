namespace VoterLiaison.Bench.Faults;

/// <summary>A folder that may be written, or not, by somebody who is not root: root may always.</summary>
internal static class Guarded
{
    private const string Nobody = "65534";

    /// <summary>Words that start a program as nobody.</summary>
    public static string[] AsNobody { get; } = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];

    public static void Forbid(string folder) => Set(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute, UnixFileMode.UserRead);

    public static void Allow(string folder) => Set(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private static void Set(string folder, UnixFileMode ofFolder, UnixFileMode ofFiles)
    {
        File.AppendAllText(folder + ".log", "");
        Tool.Run("chown", "-R", $"{Nobody}:{Nobody}", folder, folder + ".log");
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetUnixFileMode(file, ofFiles);
        }

        File.SetUnixFileMode(folder, ofFolder);
        File.SetUnixFileMode(Path.GetDirectoryName(folder)!, (UnixFileMode)0b111_101_101);
    }
}
