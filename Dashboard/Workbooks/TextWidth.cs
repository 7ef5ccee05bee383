namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Width in the unit of column widths: a Latin character is 1, a Chinese one 2. Measuring real fonts needs GDI+, which Linux lacks.</summary>
internal static class TextWidth
{
    public static int Of(string text) => text.Sum(c => c < 0x1100 ? 1 : 2);

    /// <summary>Lines the text takes when wrapped, with a little room to spare.</summary>
    public static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(Of(line) / Math.Max(1, width - 1))));
}
