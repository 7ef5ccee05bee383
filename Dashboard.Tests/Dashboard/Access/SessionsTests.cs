using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

/// <summary>How long a session holds, and that whoever is out is out everywhere.</summary>
public sealed class SessionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_an_hour_without_a_word_ends_a_session()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var session = await BeginAsync(house);

        house.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await StandingAsync(house, session));
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await StandingAsync(house, session));
    }

    [Fact]
    public async Task Whoever_keeps_working_stays_in_for_twelve_hours_and_not_longer()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var session = await BeginAsync(house);
        for (var quarter = 1; quarter < 12 * 4; quarter++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.NotNull(await StandingAsync(house, session));
            house.The<SessionBook>().Active(session.Id);
        }

        house.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Null(await StandingAsync(house, session));
    }

    [Fact]
    public async Task A_sign_of_life_is_written_down_so_that_a_restart_signs_nobody_out()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var session = await BeginAsync(house);
        house.Clock.Advance(TimeSpan.FromMinutes(25));
        house.The<SessionBook>().Active(session.Id);
        await house.The<SessionKeeper>().LookAsync(Cancel);
        house.Clock.Advance(TimeSpan.FromMinutes(10));

        await using var restarted = house.Another();
        restarted.Clock.Advance(house.Clock.GetUtcNow() - restarted.Clock.GetUtcNow());
        Assert.NotNull(await StandingAsync(restarted, session));
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("stamp")]
    public async Task A_disabled_account_and_one_whose_password_or_roles_changed_is_out_at_once(string change)
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var session = await BeginAsync(house);
        await using var db = house.Rows();
        var account = await db.Accounts.SingleAsync(Cancel);
        account.DisabledAt = change is "disabled" ? house.Clock.GetUtcNow().UtcDateTime : null;
        account.SecurityStamp = change is "stamp" ? "another" : account.SecurityStamp;
        await db.SaveChangesAsync(Cancel);

        Assert.Null(await StandingAsync(house, session));
    }

    [Theory]
    [InlineData("idle")]
    [InlineData("disabled")]
    [InlineData("ended")]
    public async Task At_the_next_look_the_open_pages_of_whoever_is_out_are_cut_and_nobody_elses(string change)
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var session = await BeginAsync(house);
        var other = await BeginAsync(house, "another");
        var connections = house.The<OpenConnections>();
        using var own = new Connection();
        using var others = new Connection();
        connections.Enter(AccessClaims.OwnerOf(session.Id), own.Http);
        connections.Enter(AccessClaims.OwnerOf(other.Id), others.Http);
        await using (var db = house.Rows())
        {
            switch (change)
            {
                case "idle":
                    house.Clock.Advance(TimeSpan.FromMinutes(30));
                    house.The<SessionBook>().Active(other.Id);
                    break;
                case "disabled":
                    (await db.Accounts.SingleAsync(account => account.Id == session.AccountId, Cancel)).DisabledAt = house.Clock.GetUtcNow().UtcDateTime;
                    break;
                default:
                    (await db.Sessions.SingleAsync(one => one.Id == session.Id, Cancel)).EndFor(SessionEnd.SignedOut, house.Clock.GetUtcNow().UtcDateTime);
                    break;
            }

            await db.SaveChangesAsync(Cancel);
        }

        await house.The<SessionKeeper>().LookAsync(Cancel);

        Assert.Equal((true, false), (own.IsCut, others.IsCut));
    }

    [Fact]
    public async Task Everybody_is_looked_at_several_times_a_minute()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var session = await BeginAsync(house);
        using var page = new Connection();
        house.The<OpenConnections>().Enter(AccessClaims.OwnerOf(session.Id), page.Http);
        var keeper = house.The<SessionKeeper>();
        await keeper.StartAsync(Cancel);
        await using (var db = house.Rows())
        {
            await db.Accounts.ExecuteUpdateAsync(account => account.SetProperty(one => one.SecurityStamp, "another"), Cancel);
        }

        await house.Clock.AdvanceWhenWaitedOnAsync(TimeSpan.FromSeconds(15), Cancel);

        await page.Cut.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        await keeper.StopAsync(Cancel);
    }

    private static async Task<Session> BeginAsync(LiaisonHouse house, string name = "office")
    {
        var now = house.Clock.GetUtcNow().UtcDateTime;
        var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Name = name, SecurityStamp = name, PasswordSetAt = now };
        account.Hold(Grant.Of(Role.LiaisonOffice));
        await using var db = house.Rows();
        db.Add(account);
        await db.SaveChangesAsync(Cancel);
        var session = new Session(Guid.NewGuid(), account.Id, now, name, "127.0.0.1");
        db.Add(session);
        await db.SaveChangesAsync(Cancel);
        return session;
    }

    private static async Task<SignedIn?> StandingAsync(LiaisonHouse house, Session session)
    {
        await using var db = house.Rows();
        return await house.The<SessionBook>().StandingAsync(db, session.Id, Cancel);
    }

    /// <summary>An open page, as the server sees it.</summary>
    private sealed class Connection : IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Connection() => Http.Features.Set<IHttpRequestLifetimeFeature>(this);

        public DefaultHttpContext Http { get; } = new();

        public Task Cut => _cut.Task;

        public bool IsCut => _cut.Task.IsCompleted;

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => _cut.TrySetResult();

        public void Dispose()
        {
        }
    }
}
