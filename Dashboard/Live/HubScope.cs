using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Live;

/// <summary>Of which stations a client of the hub may hear.</summary>
public sealed class HubScope(IDbContextFactory<LiaisonDbContext> contexts, SessionBook sessions)
{
    /// <summary>A screen with a display key hears of all stations; a person of those whose counts they may see, by what the database says now.</summary>
    public async Task<Reach> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.DisplayKeyOf() is not null)
        {
            return Reach.All;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return user.SessionOf() is { } session && await sessions.StandingAsync(db, session, cancellationToken) is { } signedIn
            ? signedIn.Rights.For(Deed.SeeCounts)
            : Reach.Nothing;
    }
}
