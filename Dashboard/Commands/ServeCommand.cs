using System.CommandLine;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Audit;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>serve</c>, and what happens without a verb: the site.</summary>
internal static class ServeCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command("serve", "启动网站。默认地址 http://localhost:5080。");
        command.SetAction((_, _) => ServeAsync(settings));
        return command;
    }

    public static async Task<int> ServeAsync(string[] settings)
    {
        var builder = LiaisonApp.CreateBuilder(settings);
        var app = builder.Build();
        try
        {
            LiaisonApp.Map(app);
            app.Services.GetRequiredService<FolderLock>().Hold();
            await Startup.PrepareAsync(app.Services);
            await app.Services.GetRequiredService<SettingsInForce>().RecordAsync();
            await app.Services.GetRequiredService<OfficeLimits>().ApplyAsync();
            await Startup.DemonstrateAsync(app.Services);
            await app.RunAsync();
            return CommandLine.Done;
        }
        catch (FolderInUseException inUse)
        {
            await Console.Error.WriteLineAsync(inUse.Message);
            return CommandLine.FolderInUse;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return CommandLine.Refused;
        }
    }
}
