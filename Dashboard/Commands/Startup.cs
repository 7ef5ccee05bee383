using VoterLiaison.Dashboard.Data;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>What a data folder needs before anyone works with it.</summary>
internal static class Startup
{
    /// <summary>The database of this version, with the reference data; no opinion.</summary>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<Database>().PrepareAsync();
    }

    /// <summary>An empty folder gets the demonstration year, where the site is served for development.</summary>
    public static Task DemonstrateAsync(WebApplication app)
    {
        return Task.CompletedTask;
    }
}
