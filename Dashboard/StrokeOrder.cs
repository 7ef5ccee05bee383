namespace VoterLiaison.Dashboard;

/// <summary>姓氏笔画: names by the strokes of their characters, fewer first; of as many, by the first stroke that differs (横、竖、撇、点、折).</summary>
/// <remarks>
/// The table comes with the program. ICU knows such an order too, but counts the strokes of 陈 and 邓 as the traditional script does, and puts 张 before 李;
/// and it need not be on the machine. Characters outside the table come last, by their code.
/// </remarks>
internal sealed class StrokeOrder : IComparer<string>
{
    private static readonly Dictionary<char, int> Places = Read();

    private StrokeOrder()
    {
    }

    public static StrokeOrder Instance { get; } = new();

    public int Compare(string? left, string? right)
    {
        left ??= "";
        right ??= "";
        for (var place = 0; place < Math.Min(left.Length, right.Length); place++)
        {
            if (PlaceOf(left[place]).CompareTo(PlaceOf(right[place])) is not 0 and var differ)
            {
                return differ;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int PlaceOf(char letter) => Places.TryGetValue(letter, out var place) ? place : Places.Count + letter;

    private static Dictionary<char, int> Read()
    {
        using var file = new StreamReader(typeof(StrokeOrder).Assembly.GetManifestResourceStream("strokes.txt")!);
        var places = new Dictionary<char, int>();
        while (file.ReadLine() is { } line)
        {
            foreach (var letter in line.StartsWith('#') ? "" : line)
            {
                places.TryAdd(letter, places.Count);
            }
        }

        return places;
    }
}
