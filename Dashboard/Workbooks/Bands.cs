namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Lays a few words side by side over the columns of a table, each in about its share of the width.</summary>
internal static class Bands
{
    private const string Gap = "　　　　";

    /// <summary>The words with the columns they span, counted from 1; one band of all the words when there is no room for each.</summary>
    public static IReadOnlyList<(int From, int To, string Text)> Over(IReadOnlyList<Column> columns, params string[] texts)
    {
        var total = columns.Sum(column => column.Width);
        var bands = new List<(int From, int To, string Text)>();
        double reached = 0;
        for (int i = 0, from = 1; i < columns.Count && bands.Count < texts.Length; i++)
        {
            reached += columns[i].Width;
            var isLast = bands.Count == texts.Length - 1;
            if (isLast || reached >= total * (bands.Count + 1) / texts.Length)
            {
                bands.Add((from, isLast ? columns.Count : i + 1, texts[bands.Count]));
                from = i + 2;
            }
        }

        var fits = bands.Count == texts.Length
            && bands.All(band => TextWidth.Of(band.Text) <= columns.Take((band.From - 1)..band.To).Sum(column => column.Width));
        return fits ? bands : [(1, columns.Count, string.Join(Gap, texts.Where(text => text.Length > 0)))];
    }
}
