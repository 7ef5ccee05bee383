using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Feeds;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Submissions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>What is logged, as the console writes it, at the most talkative that can be set.</summary>
public sealed class LogsTests
{
    private const string Words = "夜里漏水声不绝于耳";
    private const string Voter = "赵小川";
    private const string Phone = "13800007788";
    private const string Wrong = "Wrong-Secret-1976";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobodys_words_name_phone_password_code_or_key_is_logged_whatever_is_set()
    {
        await using var site = Talkative();
        var log = Written.By(site);
        var secrets = new List<string> { Words, Uri.EscapeDataString(Words), Voter, Uri.EscapeDataString(Voter), Phone, Wrong, SomeAccount.Password };
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
        var district = SmallDistrict.AddTo(db);

        secrets.AddRange(await SpeakAsync(site, district));
        secrets.AddRange(await WorkAsync(site, district));
        secrets.AddRange(await WatchAsync(site, district));

        Assert.True(log.Lines.Count > 50, $"{log.Lines.Count} lines cannot be all.");
        Assert.All(log.Lines, line => Assert.DoesNotContain(secrets, secret => secret.Length > 0 && line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_nobody_foresaw_in_a_plain_form_has_a_number_on_the_page_and_in_a_line_that_names_the_request()
    {
        await using var site = Talkative();
        var log = Written.By(site);
        using var browser = new PlainBrowser(site.Address);
        var form = PlainBrowser.FormOf(await browser.ReadAsync("/public/receipt"), "data-look-up");
        await using (var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel))
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Receipts RENAME TO Elsewhere", Cancel);
        }

        using var answer = await browser.SendAsync("/public/receipt", form, ("number", "2026-0001"), ("code", "ABCD EFGH JKMN PQRS"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var number = page[(page.IndexOf("编号 ", StringComparison.Ordinal) + 3)..][..6];
        using var line = JsonDocument.Parse(Assert.Single(log.Lines, line => line.Contains($"Mishap {number}", StringComparison.Ordinal)));
        Assert.Equal("Error", line.RootElement.GetProperty("level").GetString());
        Assert.Contains("no such table", line.RootElement.GetProperty("exception").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(line.RootElement.GetProperty("RequestId").GetString()!);
        Assert.False(line.RootElement.TryGetProperty("RequestPath", out _));
    }

    /// <summary>A voter writes, and looks up what became of it.</summary>
    private static async Task<IEnumerable<string>> SpeakAsync(LiaisonSite site, SmallDistrict district)
    {
        using var scope = site.Scope();
        var sent = await scope.ServiceProvider.GetRequiredService<SpeakDesk>().SendAsync(
            new SpeakForm { StationId = district.ShougangHome.Id, Words = Words, Name = Voter, Phone = Phone, Consented = true }, [], Cancel);
        var code = sent.Receipt!.Code;
        using var browser = new PlainBrowser(site.Address);
        using var written = await browser.SendAsync($"/public/speak?words={Uri.EscapeDataString(Words)}", "name=\"own\"", ("own", Words), ("nm", Voter), ("tl", Phone), ("ok", "yes"));
        using var found = await browser.SendAsync("/public/receipt", "data-look-up", ("number", sent.Number), ("code", code));
        return [code, code.Replace(" ", "", StringComparison.Ordinal)];
    }

    /// <summary>Somebody signs in, at first wrongly, takes an opinion down, and looks for it.</summary>
    private static async Task<IEnumerable<string>> WorkAsync(LiaisonSite site, SmallDistrict district)
    {
        var account = await SomeAccount.AddAsync(site.The<IDbContextFactory<LiaisonDbContext>>(), site.The<TimeProvider>().GetUtcNow().UtcDateTime);
        using var browser = new PlainBrowser(site.Address);
        using var wrong = await browser.SendAsync(Addresses.SignIn(), "sign-in-password", ("name", account.UserName!), ("password", Wrong));
        using var right = await browser.SendAsync(Addresses.SignIn(), "sign-in-password", ("name", account.UserName!), ("password", SomeAccount.Password));
        using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<OpinionDesk>().CollectAsync(
            new CollectForm { StationId = district.BajiaoHome.Id, Words = Words, On = site.The<TimeProvider>().Today(), Voters = [new VoterForm { Name = Voter, Phone = Phone }] }, Guid.NewGuid());
        var list = await browser.ReadAsync(Addresses.Opinions(Words));
        Assert.Contains(Words, list, StringComparison.Ordinal);
        using var found = await browser.PostAsync(Addresses.Find, JsonContent.Create(new { typed = Words }));
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        return [.. browser.Cookies.GetAllCookies().Select(cookie => cookie.Value)];
    }

    /// <summary>A screen connects with its key in the address, a wall gives one at the door, a phone reads a calendar.</summary>
    private static async Task<IEnumerable<string>> WatchAsync(LiaisonSite site, SmallDistrict district)
    {
        using var scope = site.Scope();
        var key = await scope.ServiceProvider.GetRequiredService<DisplayKeyDesk>().AddAsync("大厅");
        var feed = await scope.ServiceProvider.GetRequiredService<FeedDesk>().MakeAsync(FeedOwner.Station(district.ShougangHome.Id));
        await using var screen = new HubConnectionBuilder().WithUrl(new Uri(site.Address, $"{LiveCountsHub.Path}?access_token={key}")).Build();
        await screen.StartAsync(Cancel);
        await screen.InvokeAsync<JsonElement>("Snapshot", 2026, Cancel);
        using var browser = new PlainBrowser(site.Address);
        using var entered = await browser.SendAsync(Addresses.WallDoor, "data-wall-door", ("key", key));
        using var calendar = await browser.GetAsync(Addresses.CalendarFeed(feed));
        Assert.Equal(HttpStatusCode.OK, calendar.StatusCode);
        return [key, feed];
    }

    private static LiaisonSite Talkative() => LiaisonSite.With(
        ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore.Hosting", "Trace"),
        ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace"), ("Logging:Console:LogLevel:Default", "None"));

    /// <summary>Beside the console, what it would write.</summary>
    [ProviderAlias("Written")]
    private sealed class Written(ConsoleFormatter formatter) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentQueue<string> Lines { get; } = [];

        private ConsoleFormatter Formatter { get; } = formatter;

        public static Written By(LiaisonSite site)
        {
            var written = new Written(site.The<IEnumerable<ConsoleFormatter>>().Single(formatter => formatter.Name == LogLines.FormatName));
            site.The<ILoggerFactory>().AddProvider(written);
            return written;
        }

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Logger(Written owner, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => owner._scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                using var line = new StringWriter();
                owner.Formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), owner._scopes, line);
                owner.Lines.Enqueue(line.ToString());
            }
        }
    }
}
