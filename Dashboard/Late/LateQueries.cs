using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Late;

/// <summary>迟录: what was entered after a year was closed, for a day of that year or before; and how the balance goes on from the closed one.</summary>
internal static class LateQueries
{
    /// <summary>The newest closed year that was over before a day; null where there is none.</summary>
    public static Task<ClosedYear?> ClosedBeforeAsync(this LiaisonDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var year = day.Year;
        return db.ClosedYears.AsNoTracking().Where(closed => closed.ReopenedAt == null && closed.Year < year).OrderByDescending(closed => closed.Year).FirstOrDefaultAsync(cancellationToken);
    }

    public static async Task<LateFigures> LateFiguresAsync(this LiaisonDbContext db, ClosedYear closed, Reach reach, CancellationToken cancellationToken) =>
        new(closed, await db.EnteredLate(closed, reach).CountAsync(cancellationToken), await db.CarryOverAsync(closed, reach, cancellationToken));

    /// <summary>All late entries, in the order of entry.</summary>
    public static IAsyncEnumerable<LateEntry> LateEntriesAsync(this LiaisonDbContext db, ClosedYear closed, Reach reach, CancellationToken cancellationToken = default) =>
        ReadAsync(db.EnteredLate(closed, reach).OrderBy(late => late.Entry.Id), cancellationToken);

    /// <summary>Some late entries, newest first.</summary>
    public static IAsyncEnumerable<LateEntry> NewestLateEntriesAsync(this LiaisonDbContext db, ClosedYear closed, Reach reach, int skip, int take, CancellationToken cancellationToken = default) =>
        ReadAsync(db.EnteredLate(closed, reach).OrderByDescending(late => late.Entry.Id).Skip(skip).Take(take), cancellationToken);

    private static async IAsyncEnumerable<LateEntry> ReadAsync(IQueryable<EnteredLate> late, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = late.Select(one => new { one.Entry, one.Opinion.Number, one.Opinion.StationId, Voters = one.Opinion.Voters.Select(link => link.Voter).ToList() });
        await foreach (var one in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new LateEntry(one.Entry.Id, one.Number, one.StationId, one.Entry.Act, one.Entry.On, one.Entry.At, one.Entry.By, one.Entry.NoteWithout(one.Voters));
        }
    }

    /// <remarks>Becoming overdue is noted by the calendar and not entered by anybody, so it is never late.</remarks>
    private static IQueryable<EnteredLate> EnteredLate(this LiaisonDbContext db, ClosedYear closed, Reach reach)
    {
        var (last, cutOff) = (closed.LastEntryId, closed.CutOffOn);
        return
            from entry in db.Set<HistoryEntry>().AsNoTracking()
            where entry.Id > last && entry.On <= cutOff && entry.Act != OpinionAct.FallOverdue
            join opinion in db.Opinions.Within(reach) on entry.OpinionId equals opinion.Id
            select new EnteredLate { Entry = entry, Opinion = opinion };
    }

    /// <summary>By comparing the opinions that were carried over with those that are outstanding at that same day's end now.</summary>
    private static async Task<CarryOver> CarryOverAsync(this LiaisonDbContext db, ClosedYear closed, Reach reach, CancellationToken cancellationToken)
    {
        var (last, frozen) = (closed.LastEntryId, closed.CarriedOver.ToArray());
        var opinions = db.Opinions.AsNoTracking().Within(reach);
        var then = (await opinions.Where(o => EF.Parameter(frozen).Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellationToken)).ToHashSet();
        var now = await opinions.OutstandingBefore(closed.CutOffOn.AddDays(1)).Select(o => o.Id).ToListAsync(cancellationToken);
        var added = now.Where(id => !then.Contains(id)).ToArray();
        var collectedLate = await db.Set<HistoryEntry>().CountAsync(entry => entry.Act == OpinionAct.Collect && entry.Id > last && EF.Parameter(added).Contains(entry.OpinionId), cancellationToken);
        var closing = reach.Everything ? frozen.Length
            : reach.Deputies.Count > 0 ? then.Count
            : await FrozenClosingAsync(db, closed, reach, cancellationToken);
        var stillOpen = now.Count - added.Length;
        return new CarryOver(closing, collectedLate, added.Length - collectedLate, then.Count - stillOpen, closing - then.Count, now.Count);
    }

    private static Task<int> FrozenClosingAsync(LiaisonDbContext db, ClosedYear closed, Reach reach, CancellationToken cancellationToken)
    {
        List<int> stations = [.. reach.Stations];
        return db.FrozenCounts.Where(count => count.ClosedYearId == closed.Id && count.Key == FrozenCount.Closing && stations.Contains(count.StationId)).SumAsync(count => count.Number, cancellationToken);
    }
}

/// <summary>A late entry, and the opinion it is of.</summary>
internal sealed class EnteredLate
{
    public required HistoryEntry Entry { get; init; }

    public required Opinion Opinion { get; init; }
}

/// <param name="Id">Of the entry.</param>
/// <param name="Number">意见编号.</param>
/// <param name="StationId">Where it was collected.</param>
/// <param name="Act">What was done.</param>
/// <param name="On">On which day, of the closed year or before.</param>
/// <param name="At">When it was entered, UTC.</param>
/// <param name="By">Who entered it.</param>
/// <param name="Note">In words, without who spoke.</param>
internal sealed record LateEntry(int Id, string Number, int StationId, OpinionAct Act, DateOnly On, DateTime At, string By, string Note);

/// <param name="Closed">The closing after which they were entered.</param>
/// <param name="Entries">How many.</param>
/// <param name="CarryOver">How the balance goes on.</param>
internal sealed record LateFigures(ClosedYear Closed, int Entries, CarryOver CarryOver)
{
    /// <summary>The line by which the next year's opening balance can be followed from the closed year's end.</summary>
    public string Line =>
        $"{Closed.Year}年度第{Closed.Edition}次封账，年末未办结 {CarryOver.Frozen} 件 ＋ 迟录收集 {CarryOver.CollectedLate} 件 ＋ 封账后重新办理 {CarryOver.TakenUpAgain} 件"
        + $" － 迟录办结 {CarryOver.ConcludedLate} 件 － 撤销导入 {CarryOver.Undone} 件 ＝ {Closed.Year + 1}年初未办结 {CarryOver.Opening} 件。";
}

/// <summary>结转: how the closed year's end becomes the next year's beginning.</summary>
/// <param name="Frozen">年末未办结 as it was closed.</param>
/// <param name="CollectedLate">Entered since, collected until then, and outstanding then.</param>
/// <param name="TakenUpAgain">Was concluded, and has been open again since: another round, a merger undone, the lead's answer.</param>
/// <param name="ConcludedLate">Entered since that it was concluded until then.</param>
/// <param name="Undone">Gone since with an import that was undone.</param>
/// <param name="Opening">年初未办结 of the next year.</param>
internal sealed record CarryOver(int Frozen, int CollectedLate, int TakenUpAgain, int ConcludedLate, int Undone, int Opening);
