namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A column of a table.</summary>
/// <param name="Header">The words in the header.</param>
/// <param name="Width">In characters of the body font; a Chinese character takes two.</param>
/// <param name="Kind">How its cells are written and shown.</param>
public sealed record Column(string Header, double Width, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>Neighbours of the same group share a merged cell above their headers, such as 转办 over the five channels.</summary>
    public string? Group { get; init; }
}
