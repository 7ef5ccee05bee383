using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Copies the package ClosedXML saved, part by part, and pours the rows into its worksheets on the way.</summary>
internal static class BookPackage
{
    public static void Write(
        MemoryStream frame, IReadOnlyList<SheetPage> pages, RowSpool rows, DateTimeOffset stamp, Stream target, Pace pace, CancellationToken cancellation)
    {
        var worksheets = WorksheetParts(frame).TakeLast(pages.Count).ToList(); // those of a template come before
        var charts = new ChartParts(worksheets, pages);
        frame.Position = 0;
        using var source = new ZipArchive(frame, ZipArchiveMode.Read, leaveOpen: true);
        using var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in source.Entries.Where(part => !worksheets.Contains(part.FullName)))
        {
            using var from = FrameMending.Concerns(part.FullName) ? Mended(part, charts) : part.Open();
            using var to = Open(FrameMending.PartName(part.FullName));
            from.CopyTo(to);
        }

        foreach (var (name, page) in worksheets.Zip(pages))
        {
            using var from = source.GetEntry(name)!.Open();
            using var to = Open(name);
            Compressing(to, behind => PageXml.Write(from, page, rows, behind, pace, cancellation));
        }

        charts.Write(Open);

        Stream Open(string name)
        {
            var entry = copy.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = stamp;
            return entry.Open();
        }
    }

    /// <summary>Compresses on another thread what is written here, since that takes as long as all the rest.</summary>
    private static void Compressing(Stream entry, Action<Stream> write)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, useSynchronizationContext: false));
        var compressing = Task.Run(async () =>
        {
            try
            {
                await CopyInBlocksAsync(pipe.Reader.AsStream(leaveOpen: true), entry);
            }
            finally
            {
                await pipe.Reader.CompleteAsync(); // what is written from here on goes nowhere, and nobody waits for room
            }
        });
        try
        {
            using var behind = pipe.Writer.AsStream();
            write(behind);
        }
        finally
        {
            compressing.GetAwaiter().GetResult();
        }
    }

    /// <summary>In blocks of one size, whenever they come: what comes out depends on how much goes in at once, and the same book is to give the same file.</summary>
    internal static async Task CopyInBlocksAsync(Stream from, Stream entry)
    {
        var block = new byte[1 << 16];
        while (await from.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false) is var filled and > 0)
        {
            await entry.WriteAsync(block.AsMemory(0, filled));
        }
    }

    private static List<string> WorksheetParts(MemoryStream frame)
    {
        using var document = SpreadsheetDocument.Open(frame, isEditable: false);
        var workbook = document.WorkbookPart!;
        return [.. workbook.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => workbook.GetPartById(sheet.Id!).Uri.OriginalString.TrimStart('/'))];
    }

    private static MemoryStream Mended(ZipArchiveEntry part, ChartParts charts)
    {
        using var reader = new StreamReader(part.Open());
        var text = FrameMending.Text(reader.ReadToEnd());
        return new MemoryStream(Encoding.UTF8.GetBytes(part.FullName is FrameMending.ContentTypes ? charts.Listed(text) : text));
    }
}
