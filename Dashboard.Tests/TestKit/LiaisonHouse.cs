using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.TestKit;

/// <summary>The app's own services over a database file, with a small district in it; nothing is served and no hosted service runs. It is 9 o'clock on Monday, 2 March 2026.</summary>
public sealed class LiaisonHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LiaisonFolder? _ownFolder;

    private LiaisonHouse(string folder, LiaisonFolder? ownFolder, string[] settings)
    {
        Folder = folder;
        _ownFolder = ownFolder;
        var builder = LiaisonApp.CreateBuilder([$"--Liaison:DataDirectory={folder}", .. settings]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        _app = builder.Build();
    }

    public string Folder { get; }

    public WaitedOnClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public static DateOnly Today => new(2026, 3, 2);

    /// <summary>Entered at noon of today.</summary>
    public static Signature Entered => new("值班员", ChinaTime.StartOf(Today).AddHours(12));

    public SmallDistrict District { get; private set; } = null!; // laid out while opening

    public OpinionDesk Desk => Person("值班员");

    public static async Task<LiaisonHouse> OpenAsync(params string[] settings)
    {
        var folder = new LiaisonFolder();
        MigratedDatabase.CopyInto(folder);
        var house = new LiaisonHouse(folder.Path, folder, settings);
        await house.The<Database>().PrepareAsync(TestContext.Current.CancellationToken);
        await using var db = house.Rows();
        house.District = SmallDistrict.AddTo(db);
        return house;
    }

    /// <summary>Over a folder as it is found, its database not prepared yet.</summary>
    public static LiaisonHouse Unprepared(LiaisonFolder folder) => new(folder.Path, null, []);

    /// <summary>A second program on the same folder.</summary>
    public LiaisonHouse Another(params string[] settings) => new(Folder, null, settings) { District = District };

    /// <summary>As somebody has it who may do everything everywhere.</summary>
    public T The<T>() where T : notnull => As("值班员", Rights.OfTheHouse).GetRequiredService<T>();

    /// <summary>The services of one circuit, with somebody at it who may do so much and no more.</summary>
    public IServiceProvider As(string name, Rights rights)
    {
        var services = _app.Services.CreateScope().ServiceProvider;
        services.GetRequiredService<CurrentPerson>().IsTrusted(name, rights);
        return services;
    }

    /// <summary>The desk, with somebody at it.</summary>
    public OpinionDesk Person(string name) => As(name, Rights.OfTheHouse).GetRequiredService<OpinionDesk>();

    public LiaisonDbContext Rows() => The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();

    /// <summary>A connection that owes the app nothing, as sqlite3 would open it.</summary>
    public SqliteConnection Behind()
    {
        var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Folder, "liaison.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    public async Task<Seen> CollectAsync(string words = "路灯不亮", DateOnly? on = null, int? stationId = null)
    {
        var collected = await Desk.CollectAsync(new CollectForm { StationId = stationId ?? District.BajiaoHome.Id, Words = words, On = on ?? Today }, Guid.NewGuid());
        return new Seen(collected.Id, 1, Guid.NewGuid());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _ownFolder?.Dispose();
    }
}
