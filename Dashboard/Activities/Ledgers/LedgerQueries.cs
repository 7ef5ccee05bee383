using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>The ledgers of receptions on screen: the same rows as in their files, some sessions at a time; voters are masked.</summary>
public sealed class LedgerQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, IOptions<LiaisonOptions> options)
{
    public const int PageSize = 20;

    public async Task<LedgerPage> PageAsync(LedgerTab tab, LedgerFilter filter, int page, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var voters = new VotersInWords(InFull: false, rights.OwnDeputies);
        var reading = new SessionReading(db, rights.For(Deed.PlanSessions), voters);
        var sessions = reading.Of(filter);
        var waiting = await SessionReading.InOrder(sessions.Where(s => s.HandedOverOn == null)).Select(s => new SeenRecord(s.Id, s.RecordedAt)).ToListAsync(cancellationToken);
        var handedOver = await sessions.CountAsync(s => s.HandedOverOn != null, cancellationToken);
        sessions = tab switch
        {
            LedgerTab.Register => sessions.Where(s => s.HandedOverOn == null),
            LedgerTab.HandedOver => sessions.Where(s => s.HandedOverOn != null),
            LedgerTab.Receptions or LedgerTab.Performance => sessions,
        };
        var ids = await SessionReading.InOrder(sessions).Select(s => s.Id).ToListAsync(cancellationToken);
        var shown = Math.Clamp(page, 1, Math.Max(1, (ids.Count + PageSize - 1) / PageSize));
        var whole = await reading.WholeAsync([.. ids.Skip((shown - 1) * PageSize).Take(PageSize)], cancellationToken);
        var before = await RowsOfAsync(db, tab, sessions, ids.Take((shown - 1) * PageSize), cancellationToken);
        return new LedgerPage(ColumnsOf(tab), Rows(tab, whole, voters, before), whole, shown, ids.Count, waiting, handedOver, VotersInWords.MayBeInFull(rights));
    }

    private IReadOnlyList<Column> ColumnsOf(LedgerTab tab) => tab switch
    {
        LedgerTab.Receptions => ReceptionLedger.Columns,
        LedgerTab.Performance => PerformanceLedger.Columns,
        LedgerTab.Register or LedgerTab.HandedOver => [.. Register.Select(column => column.Column)],
    };

    private IReadOnlyList<RegisterColumn> Register => RegisterColumns.Parse(options.Value.RegisterColumns);

    private List<LedgerRow> Rows(LedgerTab tab, IReadOnlyList<LedgerSession> sessions, VotersInWords voters, int before)
    {
        var rows = new List<LedgerRow>();
        foreach (var session in sessions)
        {
            var own = tab switch
            {
                LedgerTab.Receptions => ReceptionLedger.Rows(session, voters, before + rows.Count),
                LedgerTab.Performance => PerformanceLedger.Rows(session, before + rows.Count),
                LedgerTab.Register or LedgerTab.HandedOver => RegisterTable.Rows(Register, session, before + rows.Count),
            };
            rows.AddRange(own.ToList().Select(row => new LedgerRow(session, row)));
        }

        return rows;
    }

    /// <summary>How many rows the sessions of the pages before take, so that 序号 goes on as in the file.</summary>
    private static async Task<int> RowsOfAsync(LiaisonDbContext db, LedgerTab tab, IQueryable<ContactSession> sessions, IEnumerable<int> before, CancellationToken cancellationToken)
    {
        var rows = tab is LedgerTab.Receptions
            ? await sessions.Select(s => new { s.Id, Rows = db.Opinions.Count(o => o.SessionId == s.Id) }).ToDictionaryAsync(s => s.Id, s => Math.Max(1, s.Rows), cancellationToken)
            : await sessions.Select(s => new { s.Id, Rows = s.Deputies.Count(link => link.Attended == true) }).ToDictionaryAsync(s => s.Id, s => s.Rows, cancellationToken);
        return before.Sum(id => rows[id]);
    }
}

/// <param name="Columns">As in the file.</param>
/// <param name="Rows">Those of this page.</param>
/// <param name="Sessions">The sessions they are of.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Total">Sessions on all pages.</param>
/// <param name="Waiting">All that is not handed over yet, in all pages, as it was read.</param>
/// <param name="HandedOver">How many are.</param>
/// <param name="MayBeInFull">Whether the reader may take out names and telephones whole.</param>
public sealed record LedgerPage(
    IReadOnlyList<Column> Columns, IReadOnlyList<LedgerRow> Rows, IReadOnlyList<LedgerSession> Sessions, int Page, int Total, IReadOnlyList<SeenRecord> Waiting, int HandedOver, bool MayBeInFull);

/// <summary>A row, and the session it is of.</summary>
public sealed record LedgerRow(LedgerSession Session, SheetRow Row);
