using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.TestKit;

/// <summary>The whole app on a real Kestrel and an address of its own, over an empty data folder.</summary>
public sealed class LiaisonSite : WebApplicationFactory<Program>
{
    private readonly LiaisonFolder _folder;
    private readonly (string Name, string Value)[] _settings;
    private readonly TimeProvider? _clock;

    public LiaisonSite()
        : this(Migrated(), [])
    {
    }

    private LiaisonSite(LiaisonFolder folder, (string Name, string Value)[] settings, TimeProvider? clock = null)
    {
        (_folder, _settings, _clock) = (folder, settings, clock);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>A site that was set up in another way; <c>("Network:Https", "true")</c>, or <c>("environment", "Development")</c>, which makes one with the demonstration year.</summary>
    public static LiaisonSite With(params (string Name, string Value)[] settings) => new(Migrated(), settings);

    /// <summary>The demonstration on its autumn day, at half past ten; its time goes on from there.</summary>
    public static async Task<LiaisonSite> InAutumnAsync()
    {
        var folder = new LiaisonFolder();
        await AutumnDatabase.CopyIntoAsync(folder);
        return new LiaisonSite(folder, [("environment", "Development")], new MovedClock(new DateTimeOffset(AutumnDatabase.Day, new TimeOnly(10, 30), TimeSpan.FromHours(8))));
    }

    public Uri Address => ClientOptions.BaseAddress;

    public string DataFolder => _folder.Path;

    public T The<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A scope, as a request or a circuit has one, with somebody in it who may do everything everywhere.</summary>
    public IServiceScope Scope()
    {
        var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().IsTrusted("值班员", Rights.OfTheHouse);
        return scope;
    }

    /// <summary>Somebody of the liaison office, signed in.</summary>
    public Task<SitePerson> OfficeAsync() => SitePerson.SignInAsync(this, Grant.Of(Role.LiaisonOffice));

    /// <summary>Asks as a browser would that this person signed in with; as nobody where none is named. It follows no redirect.</summary>
    public HttpClient ClientOf(SitePerson? person = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (person is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{person.CookieName}={person.CookieValue}");
        }

        return client;
    }

    /// <summary>Ends when so many boards listen. A page is there before its circuit is; from here on clicks are heard.</summary>
    public async Task WatchedByAsync(int browsers)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (The<LiveCounts>().WatcherCount < browsers)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static LiaisonFolder Migrated()
    {
        var folder = new LiaisonFolder();
        MigratedDatabase.CopyInto(folder);
        return folder;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Liaison:DataDirectory", _folder.Path);
        builder.UseEnvironment("Testing"); // not Development: no demonstration year
        Array.ForEach(_settings, setting => builder.UseSetting(setting.Name, setting.Value));
        if (_clock is not null)
        {
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_clock)));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
