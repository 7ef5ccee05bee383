using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Bench.House;

/// <summary>The app's own services over a data folder; nothing is served.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private static readonly string[] Silence = [.. new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" }.Select(of => $"--Logging:LogLevel:{of}=Error")];

    private readonly WebApplication _app;
    private readonly LoggedErrors _errors = new();
    private bool _isServed;

    private BenchHouse(string folder, int sendBuffer, string[] settings)
    {
        Folder = folder;
        var builder = LiaisonApp.CreateBuilder([$"--Liaison:DataDirectory={folder}", .. Silence, .. settings]);
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).AddProvider(_errors); // its tables go to the output
        SmallBuffers.Use(builder.WebHost, sendBuffer);
        _app = builder.Build();
    }

    public string Folder { get; }

    /// <summary>How many errors were logged.</summary>
    public int Errors => _errors.Count;

    public static DateOnly Today => ChinaTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <param name="folder">Its data.</param>
    /// <param name="sendBuffer">What the system holds for a client that does not read, in bytes; 0 leaves that to the system.</param>
    /// <param name="settings">Of the app.</param>
    public static async Task<BenchHouse> OpenAsync(string folder, int sendBuffer = 0, params string[] settings)
    {
        var house = new BenchHouse(folder, sendBuffer, settings);
        await house.The<Database>().PrepareAsync();
        await house.The<ReferenceData>().AddWhereMissingAsync();
        return house;
    }

    public T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>The services of one circuit, with an account of the demonstration signed in: a session of its own, looked up at every act as on the site.</summary>
    public async Task<IServiceProvider> SignedInAsync(string userName = "office")
    {
        await using var db = Rows();
        var account = await db.Accounts.SingleAsync(one => one.UserName == userName);
        var session = new Session(Guid.NewGuid(), account.Id, TimeProvider.System.GetUtcNow().UtcDateTime, account.SecurityStamp!, "127.0.0.1");
        db.Add(session);
        await db.SaveChangesAsync();
        var services = _app.Services.CreateScope().ServiceProvider;
        services.GetRequiredService<CurrentPerson>().SignedInBy(session.Id);
        return services;
    }

    public LiaisonDbContext Rows() => The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();

    /// <summary>A connection that owes the app nothing but its promises: the same fsyncs, the same references, the same erasing.</summary>
    public SqliteConnection Bare(string synchronous = "FULL")
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "liaison.db")};Pooling=False;Default Timeout=30");
        connection.Open();
        using var promises = connection.CreateCommand();
        promises.CommandText = $"PRAGMA synchronous={synchronous}; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";
        promises.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Serves it, as the program does.</summary>
    /// <returns>Where.</returns>
    public async Task<Uri> ServeAsync()
    {
        LiaisonApp.Map(_app);
        await _app.StartAsync();
        _isServed = true;
        return new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_isServed)
        {
            await _app.StopAsync();
        }

        await _app.DisposeAsync();
    }
}
