namespace VoterLiaison.Dashboard.Public;

internal static class NotThere
{
    /// <summary>The page says in its own words that there is nothing. A status set before it is drawn would send nothing of it.</summary>
    public static void IsNotThere(this HttpResponse response) => response.OnStarting(() =>
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
