using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>逾期入经过: what became overdue by the day is entered in its history, once, with the day it became so.</summary>
public sealed class LatenessNoting(LiaisonStore store, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    private const int AtATime = 200;

    /// <summary>Enters all that is not entered yet, some at a time, so that nobody waits long.</summary>
    /// <returns>How many opinions.</returns>
    public async Task<int> NoteAsync(CancellationToken cancellationToken = default)
    {
        var all = 0;
        int some;
        do
        {
            some = await store.WriteAsync(NoteSomeAsync, cancellationToken);
            all += some;
        }
        while (some == AtATime);

        return all;
    }

    private async Task<int> NoteSomeAsync(LiaisonDbContext db)
    {
        var today = clock.Today();
        var stamp = new Stamp(Opinion.TheCalendar, clock.GetUtcNow().UtcDateTime, options.Value.Limits);
        var opinions = await Unnoted(db, today).OrderBy(o => o.DueOn).Take(AtATime).ToListAsync();
        foreach (var opinion in opinions)
        {
            opinion.NoteLateness(today, stamp);
        }

        return opinions.Count;
    }

    /// <remarks>What is gravely overdue is overdue; said so, the index of what is due is used.</remarks>
    private static IQueryable<Opinion> Unnoted(LiaisonDbContext db, DateOnly today) => db.Opinions.Where(o =>
        o.DueOn < today && (o.LatenessNoted == Lateness.None || (o.LatenessNoted == Lateness.Overdue && o.GravelyDueOn < today)));
}
