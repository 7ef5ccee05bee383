namespace VoterLiaison.Dashboard.Layout;

/// <summary>The places in the masthead that a page may fill: <c>&lt;SectionContent SectionId="Masthead.Year"&gt;</c>.</summary>
public static class Masthead
{
    /// <summary>Beside the office's name: the year switch.</summary>
    public static readonly object Year = new();

    /// <summary>The words on the connection and the age of the data; a &lt;b&gt; marked data-as-of holds the time.</summary>
    public static readonly object Connection = new();
}
