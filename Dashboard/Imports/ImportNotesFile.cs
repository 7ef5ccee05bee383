using System.Globalization;
using CsvHelper;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Everything a report says about single rows, as a table that Excel opens. Somebody else's report is not there.</summary>
internal static class ImportNotesFile
{
    public static void MapImportNotes(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Addresses.ImportNotesPattern, async (Guid run, ImportQueries imports, CancellationToken cancellationToken) =>
        (await imports.RunAsync(run, cancellationToken))?.Report is { } report
            ? Results.File(Write(report), "text/csv; charset=utf-8", $"导入说明-{Path.GetFileNameWithoutExtension(report.FileName)}.csv")
            : Results.NotFound()).RequireAuthorization(nameof(Deed.ImportLedgers));

    internal static byte[] Write(ImportReport report)
    {
        using var text = new MemoryStream();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord("行号", "结果", "说明");
            foreach (var (line, result, sentence) in report.OfRows.OrderBy(said => said.Line))
            {
                csv.WriteRecord(line.ToString(CultureInfo.InvariantCulture), result, sentence);
            }
        }

        return text.ToArray();
    }
}
