using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Books;

/// <summary>The finished books in the data folder, by shelf. A book's name says its year and its as-of, so nothing else need be remembered of it.</summary>
/// <remarks>A file that lies on no shelf, from a version before there were accounts, is offered to nobody.</remarks>
public sealed partial class FinishedBooks(DataFolder folder)
{
    private const string Moment = "yyyyMMdd-HHmmss";
    private const string InFull = "（含选民信息）";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FinishedBook> On(Shelf shelf) => !Directory.Exists(FolderOf(shelf))
        ? []
        : [.. new DirectoryInfo(FolderOf(shelf)).EnumerateFiles().Select(file => Book(shelf, file)).OfType<FinishedBook>().OrderByDescending(book => book.AsOf).ThenByDescending(book => book.Year)];

    public string PathOf(FinishedBook book) => Path.Combine(FolderOf(book.Shelf), book.Name);

    internal string PathFor(Shelf shelf, int year, DateTime asOf, bool votersInFull)
    {
        Directory.CreateDirectory(FolderOf(shelf));
        var moment = ChinaTime.At(asOf).ToString(Moment, CultureInfo.InvariantCulture);
        return Path.Combine(FolderOf(shelf), string.Create(CultureInfo.InvariantCulture, $"{year}年度表册{(votersInFull ? InFull : "")}-{moment}.xlsx"));
    }

    /// <summary>What a crash left of books that were being written.</summary>
    internal void ClearUnfinished()
    {
        if (Directory.Exists(folder.Books))
        {
            foreach (var file in Directory.EnumerateFiles(folder.Books, "*.tmp", SearchOption.AllDirectories).Where(file => Unfinished().IsMatch(Path.GetFileName(file))))
            {
                File.Delete(file);
            }
        }
    }

    private string FolderOf(Shelf shelf) => Path.Combine(folder.Books, shelf.Folder);

    private static FinishedBook? Book(Shelf shelf, FileInfo file) => Finished().Match(file.Name) is { Success: true } name
        && DateTime.TryParseExact(name.Groups["at"].Value, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new FinishedBook(shelf, file.Name, int.Parse(name.Groups["year"].Value, CultureInfo.InvariantCulture), at, file.Length, name.Groups["full"].Success)
            : null;

    [GeneratedRegex(@"^(?<year>\d{4})年度表册(?<full>（含选民信息）)?-(?<at>\d{8}-\d{6})\.xlsx$")]
    private static partial Regex Finished();

    [GeneratedRegex(@"^\d{4}年度表册(（含选民信息）)?-\d{8}-\d{6}\.xlsx\.[0-9a-f]{32}\.tmp$")]
    private static partial Regex Unfinished();
}

/// <param name="Shelf">Whose it is.</param>
/// <param name="Name">The file's.</param>
/// <param name="Year">年度.</param>
/// <param name="AsOf">By the wall clock of the district.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="VotersInFull">Names and telephones stand in it whole.</param>
public sealed record FinishedBook(Shelf Shelf, string Name, int Year, DateTime AsOf, long Bytes, bool VotersInFull)
{
    public string Masking => BookScope.Masking(VotersInFull);
}
