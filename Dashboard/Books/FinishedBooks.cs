using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Books;

/// <summary>The finished books in the data folder. A book's name says its year and its as-of, so nothing else need be remembered of it.</summary>
public sealed partial class FinishedBooks(DataFolder folder)
{
    private const string Moment = "yyyyMMdd-HHmmss";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FinishedBook> List() => !Directory.Exists(folder.Books)
        ? []
        : [.. new DirectoryInfo(folder.Books).EnumerateFiles().Select(Book).OfType<FinishedBook>().OrderByDescending(book => book.AsOf).ThenByDescending(book => book.Year)];

    /// <summary>The book of this name; null for any other file, wherever it lies.</summary>
    public FinishedBook? Find(string name) => List().FirstOrDefault(book => book.Name == name);

    public string PathOf(FinishedBook book) => Path.Combine(folder.Books, book.Name);

    internal string PathFor(int year, DateTime asOf)
    {
        Directory.CreateDirectory(folder.Books);
        return Path.Combine(folder.Books, string.Create(CultureInfo.InvariantCulture, $"{year}年度表册-{ChinaTime.At(asOf).ToString(Moment, CultureInfo.InvariantCulture)}.xlsx"));
    }

    /// <summary>What a crash left of books that were being written.</summary>
    internal void ClearUnfinished()
    {
        if (Directory.Exists(folder.Books))
        {
            foreach (var file in Directory.EnumerateFiles(folder.Books, "*.tmp").Where(file => Unfinished().IsMatch(Path.GetFileName(file))))
            {
                File.Delete(file);
            }
        }
    }

    private static FinishedBook? Book(FileInfo file) => Finished().Match(file.Name) is { Success: true } name
        && DateTime.TryParseExact(name.Groups["at"].Value, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new FinishedBook(file.Name, int.Parse(name.Groups["year"].Value, CultureInfo.InvariantCulture), at, file.Length)
            : null;

    [GeneratedRegex(@"^(?<year>\d{4})年度表册-(?<at>\d{8}-\d{6})\.xlsx$")]
    private static partial Regex Finished();

    [GeneratedRegex(@"^\d{4}年度表册-\d{8}-\d{6}\.xlsx\.[0-9a-f]{32}\.tmp$")]
    private static partial Regex Unfinished();
}

/// <param name="Name">The file's.</param>
/// <param name="Year">年度.</param>
/// <param name="AsOf">By the wall clock of the district.</param>
/// <param name="Bytes">Its size.</param>
public sealed record FinishedBook(string Name, int Year, DateTime AsOf, long Bytes);
