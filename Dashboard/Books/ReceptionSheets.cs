using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>Ledgers A and B of the year: the very rows of the ledgers of receptions, of the book's moment and scope.</summary>
internal static class ReceptionSheets
{
    public static Sheet Receptions(YearReading reading, BookFrame frame) => frame.Sheet(
        ReceptionLedger.Tab, ReceptionLedger.Table, ReceptionLedger.Unit, ReceptionLedger.Columns,
        RowsAsync(reading, (session, before) => ReceptionLedger.Rows(session, frame.Scope.Voters, before), ReceptionLedger.Tab, reading.Figures.Contacts.ReceptionRows)) with
    {
        OnA3 = true,
        FrozenColumns = 2,
        Notes = ReceptionLedger.Notes(frame.Scope.Voters),
    };

    public static Sheet Performance(YearReading reading, BookFrame frame) => frame.Sheet(
        PerformanceLedger.Tab, PerformanceLedger.Table, PerformanceLedger.Unit, PerformanceLedger.Columns,
        RowsAsync(reading, PerformanceLedger.Rows, PerformanceLedger.Tab, reading.Figures.Contacts.PerformanceRows)) with
    {
        FrozenColumns = 2,
        Notes = PerformanceLedger.Notes,
    };

    private static async IAsyncEnumerable<SheetRow> RowsAsync(YearReading reading, Func<LedgerSession, int, IEnumerable<SheetRow>> rows, string ledger, int counted)
    {
        var listed = 0;
        await foreach (var session in reading.SessionsAsync())
        {
            foreach (var row in rows(session, listed))
            {
                listed++;
                yield return row;
            }
        }

        YearFigures.RequireAll(ledger, listed, counted);
    }
}
