using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Who is signed in, and whether that still holds. The rows decide; only the last sign of life is kept in memory for a while.</summary>
public sealed class SessionBook(TimeProvider clock, IOptions<SignInRules> rules)
{
    private readonly ConcurrentDictionary<Guid, DateTime> _active = [];

    /// <summary>A sign of life from the person.</summary>
    public void Active(Guid session) => _active[session] = Now;

    /// <summary>How a session stands at this moment, with the account behind it and its rights; null where it is over or never was.</summary>
    public async Task<SignedIn?> StandingAsync(LiaisonDbContext db, Guid id, CancellationToken cancellationToken = default)
    {
        var found = await db.SessionAsync(id, cancellationToken);
        if (found is null || found.DisabledAt is not null || found.Session.Stamp != found.SecurityStamp || WhyOver(found.Session) is not null)
        {
            return null;
        }

        var isPasswordOld = !found.IsDemonstration && rules.Value.PasswordDays > 0 && found.PasswordSetAt?.AddDays(rules.Value.PasswordDays) < Now;
        var lacksSecondFactor = !found.TwoFactorEnabled && found.Grants.Exists(grant => rules.Value.SecondFactorFor.Contains(grant.Role));
        return new SignedIn(
            found.Session,
            found.UserName,
            found.Name,
            found.MustChangePassword || isPasswordOld ? Obligation.NewPassword : lacksSecondFactor ? Obligation.SecondFactor : Obligation.None,
            await RightsAsync(db, found.Grants, clock.Today(), cancellationToken));
    }

    /// <summary>Why a session that does not hold came to its end; null where there never was one.</summary>
    public async Task<SessionEnd?> WhyOverAsync(LiaisonDbContext db, Guid id, CancellationToken cancellationToken = default) =>
        await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken) is { } session ? WhyOver(session) ?? SessionEnd.Withdrawn : null;

    /// <summary>Why a session may not go on, by time alone or because it was ended; null while it may.</summary>
    internal SessionEnd? WhyOver(Session session) =>
        session.End
        ?? (Now - session.StartedAt >= rules.Value.Longest ? SessionEnd.TooLong
            : Now - LastActive(session) >= rules.Value.Idle ? SessionEnd.Idle
            : null);

    internal DateTime LastActive(Session session) =>
        _active.TryGetValue(session.Id, out var at) && at > session.LastActiveAt ? at : session.LastActiveAt;

    internal void Forget(Guid session) => _active.TryRemove(session, out _);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What grants amount to now: a unit's staff may do it at the stations the unit has today, and whoever has a station goes on with what was merged into it, from the day of the merger.</summary>
    internal static async Task<Rights> RightsAsync(LiaisonDbContext db, IReadOnlyList<Grant> grants, DateOnly today, CancellationToken cancellationToken)
    {
        var units = grants.Select(grant => grant.UnitId).OfType<int>().ToList();
        var stations = !grants.Any(grant => grant.UnitId is not null || grant.StationId is not null) ? [] : await db.Stations
            .Where(station => units.Contains(station.UnitId) || (station.SuccessorId != null && station.ClosedOn <= today))
            .Select(station => new { station.Id, station.UnitId, SuccessorId = station.ClosedOn <= today ? station.SuccessorId : null }).ToListAsync(cancellationToken);
        var succession = new Succession(stations.Where(station => station.SuccessorId is not null).Select(station => (station.Id, station.SuccessorId!.Value)));
        return new Rights([.. grants.Select(grant => new Holding(grant.Role, grant.Role switch
        {
            Role.LiaisonOffice or Role.Administrator or Role.Auditor => Reach.All,
            Role.UnitStaff => Reach.OfStations(succession.With(stations.Where(station => station.UnitId == grant.UnitId).Select(station => station.Id))),
            Role.StationStaff => Reach.OfStations(succession.With([grant.StationId!.Value])),
            Role.Deputy => Reach.OfDeputy(grant.DeputyId!.Value),
        }))]);
    }
}

/// <summary>A session that holds.</summary>
public sealed record SignedIn(Session Session, string UserName, string Name, Obligation Obligation, Rights Rights)
{
    public Actor Actor => new(Session.AccountId, Name, string.Join('、', Rights.Roles.Select(role => role.InWords())), Session.Address);
}

/// <summary>What a person must do before anything else.</summary>
public enum Obligation
{
    None = 0,
    NewPassword,
    SecondFactor,
}
