using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Who may open what. A page names the deed it is for; what is within the scope is asked again by desks and queries.</summary>
internal static class Policies
{
    /// <summary>Somebody is signed in, whatever they may do.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>The hub: people who signed in, and screens with a display key.</summary>
    public const string LiveCounts = nameof(LiveCounts);

    /// <summary>The wall: people who may see counts, and screens that gave a display key.</summary>
    public const string Wall = nameof(Wall);

    public static void AddPolicies(this AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireClaim(AccessClaims.Session));
        options.AddPolicy(LiveCounts, policy => policy
            .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme, DisplayKeyHandler.SchemeName).RequireAuthenticatedUser());
        options.AddPolicy(Wall, policy => policy
            .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme, ScreenCookie.SchemeName).AddRequirements(new WallRequirement()));
        foreach (var deed in Enum.GetValues<Deed>())
        {
            options.AddPolicy(deed.ToString(), policy => policy.RequireClaim(AccessClaims.Session).AddRequirements(new DeedRequirement(deed)));
        }

        options.FallbackPolicy = options.DefaultPolicy = options.GetPolicy(SignedIn)!;
    }
}

/// <summary>The person may do this somewhere, by what the database says now.</summary>
internal sealed record DeedRequirement(Deed Deed) : IAuthorizationRequirement;

internal sealed class DeedHandler(Doorkeeper doorkeeper) : AuthorizationHandler<DeedRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DeedRequirement requirement)
    {
        if ((await doorkeeper.RightsAsync()).May(requirement.Deed))
        {
            context.Succeed(requirement);
        }
    }
}

internal sealed record WallRequirement : IAuthorizationRequirement;

internal sealed class WallHandler(Doorkeeper doorkeeper) : AuthorizationHandler<WallRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, WallRequirement requirement)
    {
        if (context.User.DisplayKeyOf() is not null || (await doorkeeper.RightsAsync()).May(Deed.SeeCounts))
        {
            context.Succeed(requirement);
        }
    }
}
