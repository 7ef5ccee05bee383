using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>What a data folder needs before anyone works with it.</summary>
internal static class Startup
{
    /// <summary>The database of this version, with the reference data; no opinion.</summary>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<Database>().PrepareAsync();
        await services.GetRequiredService<ReferenceData>().AddWhereMissingAsync();
    }

    /// <summary>A folder that never held an opinion gets the demonstration year, where the site is served for development.</summary>
    public static async Task DemonstrateAsync(IServiceProvider services)
    {
        var demonstration = services.GetRequiredService<Demonstration>();
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment() && await demonstration.IsPossibleAsync())
        {
            await demonstration.DemonstrateAsync();
        }
    }
}
