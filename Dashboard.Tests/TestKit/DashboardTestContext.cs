using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Calendar;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Deputies;
using VoterLiaison.Dashboard.Feeds;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Overview;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.TestKit;

/// <summary>The dashboard's services around one component, over a database of its own. It is 9 o'clock on Monday, 2 March 2026, in the district.</summary>
public abstract class DashboardTestContext : BunitContext
{
    protected DashboardTestContext()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(10); // a busy build machine needs longer than one second
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IDbContextFactory<LiaisonDbContext>>(Database);
        Services.AddSingleton(Database.Changes);
        Services.AddSingleton(Database.Store);
        Services.AddSingleton(Options.Create(new LiaisonOptions()));
        Services.AddSingleton(Options.Create(new SignInRules()));
        Services.AddSingleton<DataFolder>();
        Services.AddSingleton<Residue>();
        Services.AddSingleton<ActsUnderWay>();
        Services.AddSingleton<SessionBook>();
        Services.AddScoped(_ =>
        {
            var person = new CurrentPerson();
            person.IsTrusted("联络室值班", Rights.OfTheHouse);
            return person;
        });
        Services.AddScoped<Doorkeeper>();
        Services.AddScoped<WriteDoor>();
        Services.AddOpinions();
        Services.AddPictures();
        Services.AddCalendar();
        Services.AddChasing();
        Services.AddFeeds();
        Services.AddDeputies();
        Services.AddSingleton<CountQueries>();
        Services.AddSingleton<StationDirectory>();
        Services.AddSingleton<LiveCounts>();
        Services.AddOverview();
    }

    /// <summary>Who sits before the component: at first somebody who may do everything everywhere.</summary>
    protected void IsSeenBy(Rights rights, string name = "联络室值班") => The<CurrentPerson>().IsTrusted(name, rights);

    protected LiaisonDatabase Database { get; } = new();
    protected SmallDistrict District => Database.District;
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
    protected static DateOnly Today => new(2026, 3, 2);

    protected T The<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>An opinion as the desk takes it down.</summary>
    protected async Task<Seen> CollectAsync(string words = "路灯不亮", DateOnly? on = null)
    {
        var collected = await The<OpinionDesk>().CollectAsync(new CollectForm { StationId = District.BajiaoHome.Id, Words = words, On = on ?? Today }, Guid.NewGuid());
        return new Seen(collected.Id, 1, Guid.NewGuid());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Database.Dispose();
        }
    }
}
