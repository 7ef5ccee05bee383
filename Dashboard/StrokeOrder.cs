using System.Globalization;

namespace VoterLiaison.Dashboard;

/// <summary>姓氏笔画: names by the strokes of the surname, fewer first; of as many, by its first strokes (横、竖、撇、点、折). Then by the given name.</summary>
/// <remarks>
/// The surnames that are met come in a table with the program: the order ICU knows counts some (陈, 邓) as the traditional script does, and puts 张 before 李.
/// Rarer ones come after them, and given names are set, by ICU's order; by their codes where ICU is not on the machine.
/// </remarks>
internal sealed class StrokeOrder : IComparer<string>
{
    private static readonly Dictionary<char, int> Surnames = Read();
    private static readonly CompareInfo? ByStrokes = Find();

    private StrokeOrder()
    {
    }

    public static StrokeOrder Instance { get; } = new();

    public int Compare(string? left, string? right)
    {
        left ??= "";
        right ??= "";
        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length.CompareTo(right.Length);
        }

        var surnames = PlaceOf(left[0]).CompareTo(PlaceOf(right[0]));
        return surnames != 0 ? surnames : ByStrokes?.Compare(left, right) is { } order and not 0 ? order : string.CompareOrdinal(left, right);
    }

    private static int PlaceOf(char surname) => Surnames.GetValueOrDefault(surname, Surnames.Count);

    private static Dictionary<char, int> Read()
    {
        using var file = new StreamReader(typeof(StrokeOrder).Assembly.GetManifestResourceStream("strokes.txt")!);
        var places = new Dictionary<char, int>();
        while (file.ReadLine() is { } line)
        {
            foreach (var surname in line.StartsWith('#') ? "" : line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            {
                places.TryAdd(surname, places.Count);
            }
        }

        return places;
    }

    private static CompareInfo? Find()
    {
        try
        {
            return CompareInfo.GetCompareInfo("zh-u-co-stroke");
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
