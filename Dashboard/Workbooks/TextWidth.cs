namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Width in the unit of column widths: a Latin character is 1, a Chinese one 2. Measuring real fonts needs GDI+, which Linux lacks.</summary>
internal static class TextWidth
{
    private const char FirstWide = '\u1100';

    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var character in text)
        {
            width += character < FirstWide ? 1 : 2;
        }

        return width;
    }

    /// <summary>Lines the text takes when wrapped, with a little room to spare.</summary>
    public static int Lines(ReadOnlySpan<char> text, double columnWidth)
    {
        var lines = 0;
        foreach (var line in text.Split('\n'))
        {
            lines += Math.Max(1, (int)Math.Ceiling(Of(text[line]) / Math.Max(1, columnWidth - 1)));
        }

        return lines;
    }
}
