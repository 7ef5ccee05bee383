using VoterLiaison.Dashboard.Access;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>Runs one verb over the data folder, without serving: the same services as the site, nothing listening.</summary>
internal sealed class CommandHost(string[] settings)
{
    /// <summary>Prepares the folder, does the work, and turns a refusal into its sentence on standard error.</summary>
    /// <param name="work">What the verb does; its result is the exit code.</param>
    public Task<int> RunAsync(Func<IServiceProvider, Task<int>> work) => RunOnEmptyFolderAsync(async services =>
    {
        await Startup.PrepareAsync(services);
        return await work(services);
    });

    /// <summary>As <see cref="RunAsync"/>, and leaves it to the work to put a database into the folder.</summary>
    public async Task<int> RunOnEmptyFolderAsync(Func<IServiceProvider, Task<int>> work)
    {
        try
        {
            var builder = LiaisonApp.CreateBuilder(settings);
            builder.Logging.ClearProviders().AddSimpleConsole().AddFilter("Microsoft", LogLevel.Warning);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            await using var app = builder.Build();
            Startup.CheckSettings(app);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsTrusted($"命令行（{Environment.UserName}）", Rights.OfTheHouse);
            return await work(scope.ServiceProvider);
        }
        catch (Exception refused) when (Refusal.InWords(refused) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Refusal.ExitCodeOf(refused);
        }
    }
}
