namespace VoterLiaison.Dashboard.Public;

/// <summary>A page that tells everybody the same and asks nothing: a browser may keep it for the way back, and asks again before it shows it anew.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadingPageAttribute : Attribute
{
    internal const string Kept = "private, no-cache";
}
