using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Accounts;
using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Audit;
using VoterLiaison.Dashboard.Backups;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Calendar;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Closing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Deputies;
using VoterLiaison.Dashboard.Feeds;
using VoterLiaison.Dashboard.Finding;
using VoterLiaison.Dashboard.Imports;
using VoterLiaison.Dashboard.Inquiries;
using VoterLiaison.Dashboard.Layout;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Notices;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Overview;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Dashboard.Plans;
using VoterLiaison.Dashboard.Public;
using VoterLiaison.Dashboard.Public.Reports;
using VoterLiaison.Dashboard.Registers;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Dashboard.Statistics;
using VoterLiaison.Dashboard.Submissions;
using VoterLiaison.Dashboard.Upkeep;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.Dashboard.Wall;

namespace VoterLiaison.Dashboard;

/// <summary>The app as it is put together: what it consists of, and how a request travels through it.</summary>
public static class LiaisonApp
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <param name="hostArguments">Settings as <c>--name=value</c>, above those of the environment and appsettings.json.</param>
    public static WebApplicationBuilder CreateBuilder(string[] hostArguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = hostArguments, ContentRootPath = AppContext.BaseDirectory });

        builder.WebHost.UseStaticWebAssets(); // a build that was not published serves its styles from the sources
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && builder.Configuration["HTTP_PORTS"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ActsUnderWay.TimeToStop);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<LiaisonOptions>().BindConfiguration(LiaisonOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddLiaisonData();
        builder.Services.AddAccess();
        builder.Services.AddAccounts();
        builder.Services.AddManaging();
        builder.Services.AddOpinions();
        builder.Services.AddDeputies();
        builder.Services.AddChasing();
        builder.Services.AddPlans();
        builder.Services.AddActivities();
        builder.Services.AddRegisters();
        builder.Services.AddReports();
        builder.Services.AddInquiries();
        builder.Services.AddPictures();
        builder.Services.AddSubmissions();
        builder.Services.AddImports();
        builder.Services.AddLiveCounts();
        builder.Services.AddOverview();
        builder.Services.AddBooks();
        builder.Services.AddClosing();
        builder.Services.AddStatistics();
        builder.Services.AddCalendar();
        builder.Services.AddFeeds();
        builder.Services.AddFinding();
        builder.Services.AddPublic();
        builder.Services.AddNotices();
        builder.Services.AddPublicReports();
        builder.Services.AddVerifying();
        builder.Services.AddWall();
        builder.Services.AddAudit();
        builder.Services.AddUpkeep(builder.Configuration, builder.Environment);
        builder.Services.AddBackups();
        builder.Services.AddScreens();
        return builder;
    }

    public static void Map(WebApplication app)
    {
        app.UseScreens();
        app.WarnOfPlainHttp();
        app.MapUpkeep();
        app.MapHub<LiveCountsHub>(LiveCountsHub.Path).RequireCors(NetworkSetup.OtherScreens);
        app.MapAccounts();
        app.MapImportNotes();
        app.MapMarkedCopies();
        app.MapBooks();
        app.MapClosing();
        app.MapActivities();
        app.MapCalendar();
        app.MapFeeds();
        app.MapFinding();
        app.MapPublic();
        app.MapRegisters();
        app.MapAudit();
        app.MapPictures();
        app.MapSubmissions();
        app.MapWall();
        app.MapScreens();
        app.FinishActsFirst();
    }
}
