using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;

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
        var builder = LiaisonApp.CreateBuilder(settings);
        builder.Logging.ClearProviders().AddSimpleConsole().AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = builder.Build();
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsTrusted($"命令行（{Environment.UserName}）", Rights.OfTheHouse);
            return await work(scope.ServiceProvider);
        }
        catch (Exception refused) when (refused is RuleBrokenException or FolderInUseException or IOException or UnauthorizedAccessException or OperationCanceledException
            or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return refused is FolderInUseException ? CommandLine.FolderInUse : CommandLine.Refused;
        }
    }
}
