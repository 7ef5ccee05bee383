using System.CommandLine;
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

    /// <summary>Serves until it is told to stop (Ctrl+C, SIGTERM), which takes less than fifteen seconds.</summary>
    public static async Task<int> ServeAsync(string[] settings)
    {
        try
        {
            await using var app = LiaisonApp.CreateBuilder(settings).Build();
            Startup.CheckSettings(app);
            LiaisonApp.Map(app);
            app.Services.GetRequiredService<FolderLock>().Hold();
            await Startup.PrepareAsync(app.Services);
            await app.Services.GetRequiredService<SettingsInForce>().RecordAsync();
            await app.Services.GetRequiredService<OfficeLimits>().ApplyAsync();
            await Startup.DemonstrateAsync(app.Services);
            await app.RunAsync();
            return CommandLine.Done;
        }
        catch (Exception refused) when (Refusal.InWords(refused) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Refusal.ExitCodeOf(refused);
        }
    }
}
