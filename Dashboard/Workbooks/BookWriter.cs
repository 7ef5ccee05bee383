using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Writes books of any length in constant memory: rows go to disk first, ClosedXML draws the frame around their number, then the rows are streamed into it.</summary>
/// <param name="progress">Told every thousand rows and at the end.</param>
public sealed class BookWriter(IProgress<BookProgress>? progress = null)
{
    private const int ExcelRows = 1_048_576 - Frame.Swatches; // which ClosedXML draws below the last row

    internal int RowsPerSheet { get; init; } = ExcelRows;

    /// <summary>Writes the book beside the path first and moves it there when it is whole: a failure or a cancellation leaves what was there before.</summary>
    public async Task WriteToFileAsync(Book book, string path, CancellationToken cancellation = default)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await WriteAsync(book, file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Writes the book to a stream and leaves it open. A web response takes no synchronous writes: for a download, write a file and send that.</summary>
    public async Task WriteAsync(Book book, Stream stream, CancellationToken cancellation = default)
    {
        await using var spool = new RowSpool();
        using var workbook = book.Template?.Open() ?? new XLWorkbook();
        var names = new SheetNames(workbook.Worksheets.Select(sheet => sheet.Name));
        var pace = new Pace(progress);
        var spooled = new List<SpooledSheet>();
        foreach (var (sheet, name) in book.Sheets.Select(sheet => (sheet, names.Give(sheet.Name))).ToList())
        {
            spooled.Add(await SpoolAsync(sheet, name, spool, pace, cancellation));
        }

        spool.Rewind();
        var pages = spooled.SelectMany(sheet => sheet.Pages(RowsPerSheet, names)).ToList();
        await Task.Run(WriteAll, cancellation); // seconds of computing, which would hold up a page that waits
        pace.Complete();

        void WriteAll()
        {
            using var frame = DrawFrame(workbook, book, pages);
            BookPackage.Write(frame, pages, spool, book.CreatedAt, stream, pace, cancellation);
        }
    }

    private static async Task<SpooledSheet> SpoolAsync(Sheet sheet, string name, RowSpool spool, Pace pace, CancellationToken cancellation)
    {
        long rows = 0, filtered = 0;
        await foreach (var row in sheet.Rows.WithCancellation(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            spool.Add(row.In(sheet));
            rows++;
            filtered = row.Kind is RowKind.Total ? filtered : rows;
            pace.RowRead();
        }

        return new SpooledSheet(sheet, name, rows, filtered);
    }

    private static MemoryStream DrawFrame(XLWorkbook workbook, Book book, List<SheetPage> pages)
    {
        workbook.Properties.Title = book.Title;
        workbook.Properties.Author = workbook.Properties.LastModifiedBy = book.Author;
        workbook.Properties.Created = workbook.Properties.Modified = book.CreatedAt.UtcDateTime;
        foreach (var page in pages)
        {
            Frame.Draw(workbook.AddWorksheet(page.Name), page);
        }

        var frame = new MemoryStream();
        workbook.SaveAs(frame);
        return frame;
    }
}
