using System.Text.Json;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>Roles as addresses and the command line write them: liaison-office, unit-staff …</summary>
internal static class RoleNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(Of)];

    public static string Of(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    public static Role? Find(string? name) => Enum.GetValues<Role>().Where(role => Of(role) == name).Select(role => (Role?)role).FirstOrDefault();
}
