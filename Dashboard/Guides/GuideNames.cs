using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Guides;

/// <summary>The guides by the names of their files: one for each group of users, and two for everybody who signs in.</summary>
internal static class GuideNames
{
    public const string Basics = "basics";
    public const string Account = "account";
    public const string Voter = "voter";

    /// <summary>In the order of the list.</summary>
    public static IReadOnlyList<string> All { get; } = [Basics, Account, .. Enum.GetValues<Role>().Select(Of), Voter];

    public static string Of(Role role) => role switch
    {
        Role.LiaisonOffice => "office",
        Role.UnitStaff => "unit",
        Role.StationStaff => "station",
        Role.Deputy => "deputy",
        Role.Administrator => "admin",
        Role.Auditor => "auditor",
    };

    /// <summary>A person's own.</summary>
    public static IEnumerable<string> Of(Rights rights) => rights.Roles.Order().Select(Of);
}
