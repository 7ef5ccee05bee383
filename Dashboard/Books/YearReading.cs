using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Late;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A year, or another period, as it stood at one moment: its figures, and its opinions one after another. All sheets of a book are read from one of these.</summary>
internal sealed class YearReading : IAsyncDisposable
{
    private const int AtOnce = 250;

    private readonly LiaisonDbContext _db;

    private YearReading(LiaisonDbContext db, YearFigures figures) => (_db, Figures) = (db, figures);

    public YearFigures Figures { get; }

    private IQueryable<Opinion> Opinions => _db.Opinions.Within(Figures.Scope.Reach);

    public static async Task<YearReading> OpenAsync(
        IDbContextFactory<LiaisonDbContext> contexts, BookPeriod period, BookScope scope, TimeProvider clock, ClockLimits limits, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var asOf = clock.GetUtcNow().UtcDateTime; // before the reading: what was acknowledged until then is in the book
            await db.HoldThisMomentAsync(cancellationToken);
            return new YearReading(db, await new FigureQueries(db, scope, asOf, limits, cancellationToken).ReadAsync(period));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads through a context that holds its moment already, and stays the caller's to dispose of.</summary>
    public static async Task<YearReading> OfHeldAsync(LiaisonDbContext held, DateTime asOf, BookPeriod period, BookScope scope, ClockLimits limits, CancellationToken cancellationToken) =>
        new(held, await new FigureQueries(held, scope, asOf, limits, cancellationToken).ReadAsync(period));

    /// <summary>What was entered late, in the order of entry.</summary>
    public IAsyncEnumerable<LateEntry> LateEntriesAsync(CancellationToken cancellationToken = default) =>
        Figures.Late is { } late ? _db.LateEntriesAsync(late.Closed, Figures.Scope.Reach, cancellationToken) : AsyncEnumerable.Empty<LateEntry>();

    /// <summary>All opinions of the period, by day of collection.</summary>
    public async IAsyncEnumerable<WholeOpinion> OpinionsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = await Opinions.CollectedIn(Figures.Period).OrderBy(o => o.CollectedOn).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        await foreach (var opinion in WholeAsync(ids, cancellationToken))
        {
            yield return opinion;
        }
    }

    /// <summary>Those whose voters have not been told: by deputy in official order, without a deputy last, what is due first before.</summary>
    public async IAsyncEnumerable<WholeOpinion> AwaitingFeedbackAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var awaiting = await Opinions.CollectedIn(Figures.Period).Counted(Measure.AwaitingFeedback, Figures.Today)
            .Select(o => new { o.Id, o.DueOn, Deputy = o.Deputies.Where(link => link.Order == 1).Select(link => (int?)link.DeputyId).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var ids = awaiting.OrderBy(opinion => Figures.Registers.PlaceOf(opinion.Deputy)).ThenBy(opinion => opinion.DueOn).ThenBy(opinion => opinion.Id).Select(opinion => opinion.Id).ToList();
        await foreach (var opinion in WholeAsync(ids, cancellationToken))
        {
            yield return opinion;
        }
    }

    /// <summary>All receptions held in the year, by day, as their ledgers read them.</summary>
    public IAsyncEnumerable<LedgerSession> SessionsAsync(CancellationToken cancellationToken = default)
    {
        var reading = new SessionReading(_db, Figures.Scope.Reach, Figures.Scope.Voters);
        return reading.ReadAsync(reading.Of(new LedgerFilter(Figures.Period.From, Figures.Period.Until)), cancellationToken);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    // The ids are all in memory, four bytes each; of the opinions one load is with the reader while the next one is read.
    private async IAsyncEnumerable<WholeOpinion> WholeAsync(List<int> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = Task.FromResult<IReadOnlyList<WholeOpinion>>([]);
        try
        {
            foreach (var some in ids.Chunk(AtOnce))
            {
                var opinions = await next;
                next = Task.Run(() => LoadWholeAsync(some, cancellationToken), cancellationToken);
                foreach (var opinion in opinions)
                {
                    yield return opinion;
                }
            }

            foreach (var opinion in await next)
            {
                yield return opinion;
            }
        }
        finally
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever stops early must not let go of the context while it is being read
        }
    }

    private async Task<IReadOnlyList<WholeOpinion>> LoadWholeAsync(int[] ids, CancellationToken cancellationToken)
    {
        var opinions = await LoadAsync(ids, cancellationToken);
        var leads = await LoadAsync([.. opinions.Values.Select(o => o.LeadOpinionId).OfType<int>().Distinct()], cancellationToken);
        return [.. ids.Select(id => opinions[id]).Select(opinion => new WholeOpinion(opinion, opinion.LeadOpinionId is { } lead ? leads.GetValueOrDefault(lead) : null))];
    }

    private Task<Dictionary<int, Opinion>> LoadAsync(int[] ids, CancellationToken cancellationToken) => Opinions.AsNoTracking().AsSplitQuery()
        .Include(o => o.Deputies.OrderBy(link => link.Order))
        .Include(o => o.Voters.OrderBy(link => link.VoterId)).ThenInclude(link => link.Voter)
        .Include(o => o.Forwardings.OrderBy(forwarding => forwarding.Id)).ThenInclude(forwarding => forwarding.Answers.OrderBy(answer => answer.Id))
        .Include(o => o.Feedbacks.OrderBy(feedback => feedback.Id))
        .Where(o => EF.Parameter(ids).Contains(o.Id)) // as one parameter: a thousand take seconds to bind
        .ToDictionaryAsync(o => o.Id, cancellationToken);
}

/// <param name="Opinion">With its journeys, answers, feedbacks, voters and deputies; without its history.</param>
/// <param name="Lead">What it was merged into, if it was and that lies within the scope too.</param>
internal sealed record WholeOpinion(Opinion Opinion, Opinion? Lead)
{
    /// <summary>The number of what it was merged into. A lead outside of the scope is not named.</summary>
    public string? LeadNumber => Opinion.LeadOpinionId is null ? null : Lead?.Number ?? "另一件";
}
