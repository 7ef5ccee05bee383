namespace VoterLiaison.Dashboard;

/// <summary>Who is acting, as the history shall name them. One for each circuit, request or command.</summary>
public sealed class CurrentPerson
{
    public string Name { get; set; } = "联络室值班";
}
