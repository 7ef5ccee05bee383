using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Commands;

namespace VoterLiaison.TestKit;

/// <summary>The app's own services over a new data folder with the reference data, without serving. It is noon on a day of the test's choosing.</summary>
public sealed class LiaisonWorkplace : IAsyncDisposable
{
    private readonly LiaisonFolder _folder = new();
    private readonly WebApplication _app;

    private LiaisonWorkplace(DateOnly today, string environment, params string[] settings)
    {
        var builder = LiaisonApp.CreateBuilder([$"--Liaison:DataDirectory={_folder.Path}", $"--environment={environment}", .. settings]);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(today, new TimeOnly(12, 0), TimeSpan.FromHours(8)))));
        _app = builder.Build();
    }

    /// <summary>Over a folder in which there is nothing at all.</summary>
    public static LiaisonWorkplace Unprepared(DateOnly today) => new(today, Environments.Production);

    public static async Task<LiaisonWorkplace> OpenAsync(DateOnly today, string? environment = null, params string[] settings)
    {
        var workplace = new LiaisonWorkplace(today, environment ?? Environments.Production, settings);
        MigratedDatabase.CopyInto(workplace._folder);
        await Startup.PrepareAsync(workplace._app.Services);
        return workplace;
    }

    /// <summary>The demonstration on its autumn day.</summary>
    public static async Task<LiaisonWorkplace> InAutumnAsync()
    {
        var workplace = new LiaisonWorkplace(AutumnDatabase.Day, Environments.Production);
        await AutumnDatabase.CopyIntoAsync(workplace._folder);
        return workplace;
    }

    public IServiceProvider Services => _app.Services;

    public T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
