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
    private readonly LiaisonFolder _folder = new();
    private readonly (string Name, string Value)[] _settings;
    private readonly TimeProvider? _clock;

    public LiaisonSite()
        : this([])
    {
    }

    private LiaisonSite((string Name, string Value)[] settings, TimeProvider? clock = null)
    {
        (_settings, _clock) = (settings, clock);
        MigratedDatabase.CopyInto(_folder);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>A site that was set up in another way; <c>("Network:Https", "true")</c>, or <c>("environment", "Development")</c>, which makes one with the demonstration year.</summary>
    public static LiaisonSite With(params (string Name, string Value)[] settings) => new(settings);

    /// <summary>One with the demonstration year as it stands at a moment; its time goes on from there.</summary>
    public static LiaisonSite DemonstrationAt(DateTimeOffset start) => new([("environment", "Development")], new MovedClock(start));

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
