using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>What a data folder needs before anyone works with it.</summary>
internal static class Startup
{
    /// <summary>Every section of settings, before anything is touched. A name nobody reads is said, and stops nothing.</summary>
    /// <exception cref="OptionsValidationException">A value cannot be right.</exception>
    public static void CheckSettings(WebApplication app)
    {
        if (SettingsCheck.Faults(app.Configuration) is { Count: > 0 } faults)
        {
            throw new OptionsValidationException(Microsoft.Extensions.Options.Options.DefaultName, typeof(LiaisonOptions), faults);
        }

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        foreach (var unknown in SettingsCheck.Unknown(app.Configuration))
        {
            Console.Error.WriteLine($"设置 {unknown} 不认识，没有用到，请核对拼写。全部设置见 appsettings.sample.json。");
        }
    }

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
