using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Books;

/// <summary>The finished books in the data folder, by shelf, for a day. A book's name says what it is of, its as-of and its rows, so nothing else need be remembered of it.</summary>
public sealed partial class FinishedBooks(DataFolder folder, TimeProvider clock)
{
    private const string Moment = "yyyyMMdd-HHmmss";
    private const string InFull = "（含选民信息）";
    private const int LongestTitle = 60;

    private static readonly SearchValues<char> _notInNames = SearchValues.Create("/\\:*?\"<>|\0\t\r\n");

    /// <summary>How long a finished book is kept. Whoever needs it longer has fetched it; a closed year's book is kept elsewhere.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromHours(24);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FinishedBook> On(Shelf shelf) => !Directory.Exists(FolderOf(shelf))
        ? []
        : [.. new DirectoryInfo(FolderOf(shelf)).EnumerateFiles().Select(file => Book(shelf, file)).OfType<FinishedBook>().Where(book => !IsOld(book.AsOf)).OrderByDescending(book => book.AsOf).ThenBy(book => book.Title, StringComparer.Ordinal)];

    public string PathOf(FinishedBook book) => Path.Combine(FolderOf(book.Shelf), book.Name);

    internal string PathFor(Shelf shelf, string title, DateTime asOf, bool votersInFull, int rows)
    {
        Directory.CreateDirectory(FolderOf(shelf));
        var moment = ChinaTime.At(asOf).ToString(Moment, CultureInfo.InvariantCulture);
        return Path.Combine(FolderOf(shelf), string.Create(CultureInfo.InvariantCulture, $"{AsFileName(title)}{(votersInFull ? InFull : "")}-{moment}-{rows}.xlsx"));
    }

    /// <summary>What a crash left of books that were being written.</summary>
    internal void ClearUnfinished() => Clear("*.tmp", file => Unfinished().IsMatch(file));

    /// <summary>What was kept for its day, whoever had it made; and what versions before had left lying.</summary>
    internal void ClearOld() => Clear("*.xlsx", file => Finished().Match(file) is { Success: true } name && AsOf(name) is { } at && IsOld(at));

    private static string AsFileName(string title) =>
        string.Concat(title.Take(LongestTitle).Select(sign => _notInNames.Contains(sign) || char.IsSurrogate(sign) ? '_' : sign));

    private void Clear(string pattern, Func<string, bool> isToGo)
    {
        if (Directory.Exists(folder.Books))
        {
            foreach (var file in Directory.EnumerateFiles(folder.Books, pattern, SearchOption.AllDirectories).Where(file => isToGo(Path.GetFileName(file))))
            {
                File.Delete(file);
            }
        }
    }

    private bool IsOld(DateTime asOf) => ChinaTime.At(clock.GetUtcNow().UtcDateTime) - asOf > KeptFor;

    private string FolderOf(Shelf shelf) => Path.Combine(folder.Books, shelf.Folder);

    private static FinishedBook? Book(Shelf shelf, FileInfo file) => Finished().Match(file.Name) is { Success: true } name && AsOf(name) is { } at
        ? new FinishedBook(shelf, file.Name, name.Groups["title"].Value, at, file.Length, name.Groups["rows"] is { Success: true } rows ? int.Parse(rows.ValueSpan, CultureInfo.InvariantCulture) : null, name.Groups["full"].Success)
        : null;

    private static DateTime? AsOf(Match name) =>
        DateTime.TryParseExact(name.Groups["at"].ValueSpan, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    [GeneratedRegex(@"^(?<title>.*表册.*?)(?<full>（含选民信息）)?-(?<at>\d{8}-\d{6})(-(?<rows>\d{1,9}))?\.xlsx$")]
    private static partial Regex Finished();

    [GeneratedRegex(@"^.*表册.*-\d{8}-\d{6}(-\d+)?\.xlsx\.[0-9a-f]{32}\.tmp$")]
    private static partial Regex Unfinished();
}

/// <param name="Shelf">Whose it is.</param>
/// <param name="Name">The file's.</param>
/// <param name="Title">2026年度表册, 20260301至20260531表册（八角街道）.</param>
/// <param name="AsOf">By the wall clock of the district.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Of its ledgers; null where its name does not say.</param>
/// <param name="VotersInFull">Names and telephones stand in it whole.</param>
public sealed record FinishedBook(Shelf Shelf, string Name, string Title, DateTime AsOf, long Bytes, int? Rows, bool VotersInFull)
{
    public string Masking => BookScope.Masking(VotersInFull);

    /// <summary>As it is called where it is saved.</summary>
    public string DownloadName => Rows is { } rows ? Name.Replace(string.Create(CultureInfo.InvariantCulture, $"-{rows}.xlsx"), ".xlsx", StringComparison.Ordinal) : Name;

    /// <summary>Until when it is kept, by the wall clock of the district.</summary>
    public DateTime KeptUntil => AsOf + FinishedBooks.KeptFor;
}
