using System.Globalization;

namespace VoterLiaison.Bench;

/// <summary>A Markdown table on the console, a row at a time.</summary>
internal static class Table
{
    /// <summary>A heading that ends with a colon is of a column of numbers.</summary>
    public static void Begin(string title, params string[] headings)
    {
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Console.WriteLine($"| {string.Join(" | ", headings.Select(heading => heading.TrimEnd(':')))} |");
        Console.WriteLine($"|{string.Join('|', headings.Select(heading => heading.EndsWith(':') ? "---:" : "---"))}|");
    }

    public static void Row(params FormattableString[] cells) =>
        Console.WriteLine($"| {string.Join(" | ", cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture)))} |");

    public static void Note(string said) => Console.WriteLine($"\n{said}");
}
