using System.Security.Claims;

namespace VoterLiaison.Dashboard.Access;

/// <summary>What a request proves of itself: a session, or a display key. Everything else is asked of the database.</summary>
public static class AccessClaims
{
    public const string Session = "liaison:session";
    public const string DisplayKey = "liaison:display-key";

    public static Guid? SessionOf(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;

    public static int? DisplayKeyOf(this ClaimsPrincipal user) => int.TryParse(user.FindFirstValue(DisplayKey), out var id) ? id : null;

    /// <summary>By whom connections are counted and cut.</summary>
    public static string? ConnectionOwner(this ClaimsPrincipal user) =>
        user.SessionOf() is { } session ? OwnerOf(session) : user.DisplayKeyOf() is { } key ? OwnerOf(key) : null;

    public static string OwnerOf(Guid session) => $"session:{session:N}";

    public static string OwnerOf(int displayKey) => $"key:{displayKey}";
}
