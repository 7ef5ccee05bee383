using System.Reflection;

namespace VoterLiaison.Dashboard;

/// <summary>Which version of the app this is.</summary>
internal static class AppVersion
{
    private const int CommitsFirstSigns = 7;

    /// <summary>1.0.0+ and the whole name of the commit it was built from.</summary>
    public static string Full { get; } = typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>1.0.0+62c0c2a, for people.</summary>
    public static string Short { get; } = Full.Split('+') is [var number, { Length: > CommitsFirstSigns } commit] ? $"{number}+{commit[..CommitsFirstSigns]}" : Full;
}
