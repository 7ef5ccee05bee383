namespace VoterLiaison.Dashboard.Guides;

/// <summary>A guide of docs/guide, made ready for a page.</summary>
/// <param name="Name">Of its file, without the ending.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">The paragraph below it: what one comes for.</param>
/// <param name="Html">All that follows.</param>
/// <param name="Sections">What a link can lead to, in order.</param>
public sealed record Guide(string Name, string Title, string Lead, string Html, IReadOnlyList<GuideSection> Sections)
{
    public bool Has(string section) => Sections.Any(one => one.Id == section);
}

/// <summary>A heading with an anchor.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Title">What it says.</param>
/// <param name="IsMain">Not below another.</param>
public sealed record GuideSection(string Id, string Title, bool IsMain);
