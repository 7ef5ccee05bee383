using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>A house with one account in it, and who signs in with it.</summary>
internal sealed class AccountHouse : IAsyncDisposable
{
    public const string Here = "192.0.2.7";

    private AccountHouse(LiaisonHouse house, Account account) => (House, Account) = (house, account);

    public LiaisonHouse House { get; }

    public Account Account { get; }

    public DateTime Now => House.Clock.GetUtcNow().UtcDateTime;

    public static async Task<AccountHouse> OpenAsync(Action<Account>? also = null, params string[] settings)
    {
        var house = await LiaisonHouse.OpenAsync(settings);
        return new AccountHouse(house, await AddAsync(house, "gu", also));
    }

    public static Task<Account> AddAsync(LiaisonHouse house, string userName, Action<Account>? also = null, bool isDemonstration = false) => SomeAccount.AddAsync(
        house.The<IDbContextFactory<LiaisonDbContext>>(), house.Clock.GetUtcNow().UtcDateTime, userName, isDemonstration: isDemonstration, also: also);

    public Task<SignInOutcome> SignInAsync(string password = SomeAccount.Password, string name = "gu") => House.The<SignInDesk>().WithPasswordAsync(name, password, Here);

    public async Task<Session> SessionAsync() => (await SignInAsync()).Session!;

    /// <summary>The services of somebody who signed in.</summary>
    public T Of<T>(Session session) where T : notnull
    {
        var services = House.As("nobody", Domain.Accounts.Rights.None);
        services.GetRequiredService<CurrentPerson>().SignedInBy(session.Id);
        return services.GetRequiredService<T>();
    }

    public async Task<SignedIn?> StandingAsync(Session session)
    {
        await using var db = House.Rows();
        return await House.The<SessionBook>().StandingAsync(db, session.Id);
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        await using var db = House.Rows();
        return await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync();
    }

    /// <summary>Turns the second factor on.</summary>
    /// <returns>The session that did it, the app's key and the recovery codes.</returns>
    public async Task<(Session Session, string Key, IReadOnlyList<string> Codes)> WithSecondFactorAsync()
    {
        var session = await SessionAsync();
        await Of<OwnAccountDesk>(session).BeginSecondFactorAsync();
        var key = (await Of<OwnAccountQueries>(session).AccountAsync())!.PendingKey!;
        var codes = await Of<OwnAccountDesk>(session).ConfirmSecondFactorAsync(CodeOf(key));
        House.Clock.Advance(TimeSpan.FromSeconds(30)); // the code that confirmed it opens nothing again
        return (session, key, codes);
    }

    public string CodeOf(string key) => OneTimeCode.At(key, House.Clock.GetUtcNow());

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
