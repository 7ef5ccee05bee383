using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>A person's own file with a further column that says of each row what the import says of it. Somebody else's is not there.</summary>
internal static class MarkedCopy
{
    public static void MapMarkedCopies(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Addresses.ImportMarkedPattern, async (Guid run, ImportQueries imports, CancellationToken cancellationToken) =>
        await imports.RunAsync(run, cancellationToken) is { Report: { } report, Content: { } content } own
            ? Results.File(
                await Task.Run(() => Of(content, report), cancellationToken),
                IsWorkbook(report) ? MediaTypes.Excel : "text/csv",
                $"{Path.GetFileNameWithoutExtension(own.FileName)}-{LedgerHeadings.Check}{Path.GetExtension(own.FileName)}")
            : Results.NotFound()).RequireAuthorization(nameof(Deed.ImportLedgers));

    internal static byte[] Of(byte[] content, ImportReport report)
    {
        var sentences = Sentences(report);
        return IsWorkbook(report)
            ? XlsxMarking.Mark(content, report.Sheet, report.HeaderLine, sentences, report.Refused.Select(note => note.Line).ToHashSet())
            : CsvMarking.Mark(content, report.FileName, report.HeaderLine, sentences);
    }

    /// <summary>All that is said of a row, in one cell.</summary>
    private static Dictionary<int, string> Sentences(ImportReport report) =>
        report.OfRows.GroupBy(said => said.Line, said => $"{said.Result}：{said.Sentence}").ToDictionary(row => row.Key, row => string.Join('\n', row));

    private static bool IsWorkbook(ImportReport report) => Path.GetExtension(report.FileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
}
