using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Reads for the opinion pages. Rows leave the database shaped for the screen.</summary>
public sealed partial class OpinionQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock)
{
    /// <summary>One page of a list, and how many rows there are in all.</summary>
    public async Task<OpinionPage> ListAsync(OpinionFilter filter, OpinionSort sort, int skip, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opinions = await SeenAsync(db, filter, cancellationToken);

        var rows = await sort.Order(opinions).Skip(skip).Take(take).Select(OpinionRow.From(db)).ToListAsync(cancellationToken);
        var sorts = await doorkeeper.ReachAsync(db, Deed.Sort, cancellationToken);
        return new OpinionPage(await NotToldWhoSpokeAsync(db, rows, cancellationToken), await opinions.CountAsync(cancellationToken), !sorts.IsNothing);
    }

    /// <summary>How many rows a list has.</summary>
    public async Task<int> CountAsync(OpinionFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (await SeenAsync(db, filter, cancellationToken)).CountAsync(cancellationToken);
    }

    /// <summary>One opinion whole, with its history; null where there is none of that number.</summary>
    public async Task<Opinion?> FindAsync(string number, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var opinion = await db.Opinions.Within(rights.For(Deed.ReadOpinions)).AsNoTracking().AsSplitQuery()
            .Include(o => o.Deputies).Include(o => o.Voters).ThenInclude(v => v.Voter)
            .Include(o => o.Forwardings.OrderBy(f => f.Id)).ThenInclude(f => f.Answers.OrderBy(a => a.Id))
            .Include(o => o.Feedbacks.OrderBy(f => f.Id)).Include(o => o.History.OrderBy(entry => entry.Sequence))
            .SingleOrDefaultAsync(o => o.Number == number, cancellationToken);
        if (opinion is not null && !rights.MayKnowWhoSpoke(opinion))
        {
            opinion.TakeOutTraces(); // 第七条: of this copy, which goes to the deputy it is about
        }

        return opinion;
    }

    /// <summary>第七条: the rows of opinions about the reader's own work, their words without what tells who spoke.</summary>
    private async Task<IReadOnlyList<OpinionRow>> NotToldWhoSpokeAsync(LiaisonDbContext db, List<OpinionRow> rows, CancellationToken cancellationToken)
    {
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        if (rights.OwnDeputies.Count == 0)
        {
            return rows;
        }

        List<int> own = [.. rights.OwnDeputies];
        List<int> shown = [.. rows.Select(row => row.Id)];
        var about = await db.Opinions.AsNoTracking().Where(o => shown.Contains(o.Id) && own.Contains(o.ConcernsDeputyId!.Value))
            .Include(o => o.Voters).ThenInclude(link => link.Voter).ToDictionaryAsync(o => o.Id, cancellationToken);
        return [.. rows.Select(row => about.TryGetValue(row.Id, out var opinion) ? row with { Words = opinion.WithoutTraces(row.Words) } : row)];
    }

    /// <summary>The numbers of the opinions merged into one.</summary>
    public async Task<IReadOnlyList<string>> FollowersAsync(int leadId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (await SeenAsync(db, cancellationToken)).Where(o => o.LeadOpinionId == leadId).OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(cancellationToken);
    }

    /// <summary>The numbers of the other opinions of the same voters, as far as this person may erase them.</summary>
    public async Task<IReadOnlyList<string>> OthersOfSameVotersAsync(int opinionId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.EraseVoters, cancellationToken);
        return await OpinionDesk.OthersOfSameVoters(db, opinionId, reach).Select(o => o.Number).ToListAsync(cancellationToken);
    }

    /// <summary>The number of an opinion.</summary>
    public async Task<string?> NumberAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (await SeenAsync(db, cancellationToken)).Where(o => o.Id == id).Select(o => o.Number).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>All opinions that are there for this person.</summary>
    private async Task<IQueryable<Opinion>> SeenAsync(LiaisonDbContext db, CancellationToken cancellationToken) =>
        db.Opinions.Within(await doorkeeper.ReachAsync(db, Deed.ReadOpinions, cancellationToken));

    private async Task<IQueryable<Opinion>> SeenAsync(LiaisonDbContext db, OpinionFilter filter, CancellationToken cancellationToken)
    {
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        return filter.Apply(db, clock.Today(), rights.OwnDeputies).Within(rights.For(Deed.ReadOpinions));
    }
}

/// <param name="Rows">Those of this page.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="MaySort">Whether the reader puts opinions in order anywhere, and may therefore pick some of them.</param>
public sealed record OpinionPage(IReadOnlyList<OpinionRow> Rows, int Total, bool MaySort);
