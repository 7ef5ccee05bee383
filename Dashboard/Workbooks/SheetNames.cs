namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Gives out tab names as Excel takes them: 1–31 characters, none of []:*?/\', no two alike.</summary>
/// <param name="taken">Names that sheets have already.</param>
internal sealed class SheetNames(params IEnumerable<string> taken)
{
    private const int MaxLength = 31;
    private const string Forbidden = @"[]:*?/\'";
    private const string FullWidth = "［］：＊？／＼’";

    private readonly HashSet<string> _given = new(taken, StringComparer.OrdinalIgnoreCase);

    public string Give(string wanted)
    {
        var name = string.Concat((CellText.Clean(wanted) ?? "表").Select(c => Forbidden.IndexOf(c) is >= 0 and var i ? FullWidth[i] : c)).Replace('\n', ' ');
        var given = Cut(name, MaxLength);
        for (var n = 2; !_given.Add(given); n++)
        {
            var suffix = $"（{n}）";
            given = Cut(name, MaxLength - suffix.Length) + suffix;
        }

        return given;
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
