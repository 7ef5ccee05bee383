using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Copies the package ClosedXML saved, part by part, and pours the rows into its worksheets on the way.</summary>
internal static class BookPackage
{
    public static async Task WriteAsync(
        MemoryStream frame, IReadOnlyList<SheetPage> pages, RowSpool rows, DateTimeOffset stamp, Stream target, Pace pace, CancellationToken cancellation)
    {
        var worksheets = WorksheetParts(frame);
        frame.Position = 0;
        using var source = new ZipArchive(frame, ZipArchiveMode.Read, leaveOpen: true);
        await using var copy = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var part in source.Entries.Where(part => !worksheets.Contains(part.FullName)))
        {
            await using var from = FrameMending.Concerns(part.FullName) ? await MendedAsync(part, cancellation) : await part.OpenAsync(cancellation);
            await using var to = await OpenAsync(FrameMending.PartName(part.FullName));
            await from.CopyToAsync(to, cancellation);
        }

        foreach (var (name, page) in worksheets.Zip(pages))
        {
            await using var from = await source.GetEntry(name)!.OpenAsync(cancellation);
            await using var to = await OpenAsync(name);
            await PageXml.WriteAsync(from, page, rows, to, pace, cancellation);
        }

        Task<Stream> OpenAsync(string name)
        {
            var entry = copy.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = stamp;
            return entry.OpenAsync(cancellation);
        }
    }

    private static List<string> WorksheetParts(MemoryStream frame)
    {
        using var document = SpreadsheetDocument.Open(frame, isEditable: false);
        var workbook = document.WorkbookPart!;
        return [.. workbook.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => workbook.GetPartById(sheet.Id!).Uri.OriginalString.TrimStart('/'))];
    }

    private static async Task<Stream> MendedAsync(ZipArchiveEntry part, CancellationToken cancellation)
    {
        using var reader = new StreamReader(await part.OpenAsync(cancellation));
        return new MemoryStream(Encoding.UTF8.GetBytes(FrameMending.Text(await reader.ReadToEndAsync(cancellation))));
    }
}
