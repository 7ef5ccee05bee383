namespace VoterLiaison.Dashboard;

/// <content>帮助: the guides of docs/guide, and where each is read.</content>
public static partial class Addresses
{
    public const string Help = "/help";
    public const string GuidePattern = "/help/{Name}";

    /// <summary>The guide for whoever cannot sign in yet: the sign-in itself, and one's own account.</summary>
    public const string DoorHelp = "/sign-in/help";

    /// <summary>The voters' guide.</summary>
    public const string PublicHelp = "/public/help";

    /// <summary>A guide by the name of its file, or a section of it.</summary>
    public static string Guide(string name, string? section = null) => (name switch
    {
        "voter" => PublicHelp,
        "account" => DoorHelp,
        _ => $"{Help}/{Uri.EscapeDataString(name)}",
    }) + (section is null ? null : $"#{section}");
}
