namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>An Excel book to be written: its document properties and its sheets in order. Write it with <see cref="BookWriter"/>.</summary>
/// <param name="Title">The title in the document's properties.</param>
/// <param name="Author">The office in whose name the book is handed in.</param>
/// <param name="CreatedAt">The moment the figures were taken; also stamped on the package, so that the same input gives the same file.</param>
/// <param name="Sheets">The sheets, in the order of their tabs; names that Excel refuses or that occur twice are mended.</param>
public sealed record Book(string Title, string Author, DateTimeOffset CreatedAt, IReadOnlyList<Sheet> Sheets)
{
    /// <summary>What the sheets are appended to; null where they are the whole book.</summary>
    public BookTemplate? Template { get; init; }
}
