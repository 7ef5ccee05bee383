namespace VoterLiaison.Dashboard.Books;

/// <summary>One thing that must be so: what is said on the left is what is said on the right.</summary>
internal sealed record Check(string Of, string Left, decimal Number, string Right, decimal Other)
{
    public bool Holds => Number == Other;

    /// <summary>✓, or by how much the left exceeds the right.</summary>
    public string Result => Holds ? "✓" : $"差 {Number - Other:+0;-0}";
}
