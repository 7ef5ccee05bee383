using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Reads the views that an account keeps.</summary>
public sealed class ViewQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper)
{
    /// <summary>Those of whoever is signed in, as they were kept; nobody's are none.</summary>
    public async Task<IReadOnlyList<OwnView>> OwnAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await doorkeeper.SignedInAsync(db, cancellationToken) is not { } who ? [] : await db.SavedViews.AsNoTracking()
            .Where(view => view.AccountId == who.Session.AccountId).OrderBy(view => view.Id).Select(view => new OwnView(view.Id, view.Name, view.Query)).ToListAsync(cancellationToken);
    }
}

/// <summary>A view one keeps.</summary>
/// <param name="Id">In the database.</param>
/// <param name="Name">Its own.</param>
/// <param name="Query">Of the list's address.</param>
public sealed record OwnView(int Id, string Name, string Query)
{
    public bool Shows(OpinionAddress list) => ViewDesk.Kept(list).Query == Query;

    /// <summary>What it asks for and is no longer understood, or no longer there for this reader.</summary>
    public IReadOnlyList<string> Lost(Choices choices) => OpinionAddress.Parse(Query).Known(choices).Ignored;
}
