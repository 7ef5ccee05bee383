using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What nearly every act looks up, by queries compiled once: to build one anew takes several times as long as SQLite takes to answer it.</summary>
internal static class Lookups
{
    /// <summary>A compiled query belongs to one model.</summary>
    private static readonly ConditionalWeakTable<IModel, Compiled> _compiled = [];

    public static Task<Station?> StationAsync(this LiaisonDbContext db, int id) => Of(db).Station(db, id);

    public static Task<Category?> CategoryAsync(this LiaisonDbContext db, int id) => Of(db).Category(db, id);

    /// <summary>Those chosen, in that order.</summary>
    /// <exception cref="RuleBrokenException">One is not there.</exception>
    public static async Task<IReadOnlyList<Deputy>> DeputiesAsync(this LiaisonDbContext db, IReadOnlyCollection<int> ids)
    {
        if (ids.Count is 0)
        {
            return [];
        }

        var deputies = await Of(db).Deputies(db, ids).ToDictionaryAsync(deputy => deputy.Id);
        return [.. ids.Select(id => deputies.GetValueOrDefault(id) ?? throw new RuleBrokenException("请重新选择代表。"))];
    }

    public static Task<Voter?> VoterAsync(this LiaisonDbContext db, string name, string phone) => Of(db).Voter(db, name, phone);

    public static Task<OpinionSeries?> OpinionSeriesAsync(this LiaisonDbContext db, int stationId, int year) => Of(db).Series(db, stationId, year);

    /// <summary>On which opinion a submission has acted; null where it has not come yet.</summary>
    public static Task<int?> ActedOnAsync(this LiaisonDbContext db, Guid submission) => Of(db).ActedOn(db, submission);

    public static Task<SessionRow?> SessionAsync(this LiaisonDbContext db, Guid id, CancellationToken cancellationToken) => Of(db).Session(db, id, cancellationToken);

    private static Compiled Of(LiaisonDbContext db) => _compiled.GetValue(db.Model, static _ => new Compiled());

    private sealed class Compiled
    {
        public Func<LiaisonDbContext, int, Task<Station?>> Station { get; } = EF.CompileAsyncQuery((LiaisonDbContext db, int id) => db.Stations.SingleOrDefault(station => station.Id == id));

        public Func<LiaisonDbContext, int, Task<Category?>> Category { get; } = EF.CompileAsyncQuery((LiaisonDbContext db, int id) => db.Categories.SingleOrDefault(category => category.Id == id));

        public Func<LiaisonDbContext, IReadOnlyCollection<int>, IAsyncEnumerable<Deputy>> Deputies { get; } =
            EF.CompileAsyncQuery((LiaisonDbContext db, IReadOnlyCollection<int> ids) => db.Deputies.Where(deputy => ids.Contains(deputy.Id)));

        public Func<LiaisonDbContext, string, string, Task<Voter?>> Voter { get; } =
            EF.CompileAsyncQuery((LiaisonDbContext db, string name, string phone) => db.Voters.FirstOrDefault(voter => voter.Phone == phone && voter.Name == name));

        public Func<LiaisonDbContext, int, int, Task<OpinionSeries?>> Series { get; } =
            EF.CompileAsyncQuery((LiaisonDbContext db, int stationId, int year) => db.OpinionSeries.SingleOrDefault(series => series.StationId == stationId && series.Year == year));

        public Func<LiaisonDbContext, Guid, Task<int?>> ActedOn { get; } =
            EF.CompileAsyncQuery((LiaisonDbContext db, Guid submission) => db.Set<HistoryEntry>().Where(entry => entry.Submission == submission).Select(entry => (int?)entry.OpinionId).FirstOrDefault());

        public Func<LiaisonDbContext, Guid, CancellationToken, Task<SessionRow?>> Session { get; } = EF.CompileAsyncQuery((LiaisonDbContext db, Guid id, CancellationToken _) => db.Sessions.AsNoTracking()
            .Where(session => session.Id == id)
            .Join(db.Accounts, session => session.AccountId, account => account.Id, (session, account) => new SessionRow(
                session, account.Name, account.UserName!, account.DisabledAt, account.SecurityStamp, account.MustChangePassword, account.PasswordSetAt, account.IsDemonstration, account.TwoFactorEnabled, account.Grants.ToList()))
            .SingleOrDefault());
    }
}

/// <summary>A session, and of its account what decides what it is worth.</summary>
internal sealed record SessionRow(
    Session Session,
    string Name,
    string UserName,
    DateTime? DisabledAt,
    string? SecurityStamp,
    bool MustChangePassword,
    DateTime? PasswordSetAt,
    bool IsDemonstration,
    bool TwoFactorEnabled,
    List<Grant> Grants);
