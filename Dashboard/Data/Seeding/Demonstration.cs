using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>Fills an empty register with a demonstration: two years as a district knows them, or as many opinions as asked for.</summary>
public sealed class Demonstration(LiaisonStore store, BatchWriter batches, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    private const int ThisYear = 1780;
    private const int LastYear = 1400;
    private const int PerTransaction = 10_000;

    /// <summary>Whether there is no deputy, and never was an opinion: one that was undone leaves its number and its batch.</summary>
    public Task<bool> IsPossibleAsync(CancellationToken cancellationToken = default) => store.WriteAsync(db => IsEmptyAsync(db, cancellationToken), cancellationToken);

    /// <summary>The demonstration year and the one before.</summary>
    /// <exception cref="RuleBrokenException">There are deputies, or there were opinions.</exception>
    public async Task<int> DemonstrateAsync(CancellationToken cancellationToken = default)
    {
        var year = clock.Today().Year;
        return await WriteAsync(demonstration => [(year - 1, LastYear), (year, demonstration.SoFar(ThisYear))], null, withSessions: true, cancellationToken);
    }

    /// <summary>A great many opinions over five years, most of them of the current one.</summary>
    /// <param name="count">How many.</param>
    /// <param name="written">Is told how many are written so far.</param>
    /// <param name="cancellationToken">Stops between two transactions; what is committed stays.</param>
    /// <exception cref="RuleBrokenException">There are deputies, or there were opinions.</exception>
    public async Task<int> FillAsync(int count, IProgress<int> written, CancellationToken cancellationToken = default)
    {
        var year = clock.Today().Year;
        int[] before = [count * 4 / 100, count * 6 / 100, count * 10 / 100, count * 20 / 100];
        return await WriteAsync(
            demonstration => demonstration.SoFar(count) == 0
                ? [(year - 1, count)]
                : [.. before.Select((many, place) => (year - before.Length + place, many)), (year, count - before.Sum())],
            written,
            withSessions: false,
            cancellationToken);
    }

    private async Task<int> WriteAsync(
        Func<DemonstrationYear, IEnumerable<(int Year, int Count)>> years, IProgress<int>? written, bool withSessions, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<StationYear, OpinionSeries>();
        DemonstrationSessions? sessions = null;
        DemonstrationReports? reports = null;
        DemonstrationNotices? notices = null;
        IEnumerator<Opinion>? opinions = null;
        Batch? batch = null;
        var total = 0;
        for (var more = true; more;)
        {
            var before = total;
            await store.WriteAsync(async db =>
            {
                opinions ??= Begin(await AddRegisterAsync(db, clock.GetUtcNow().UtcDateTime, cancellationToken));
                using (batch = await batches.BeginAsync(db, cancellationToken))
                {
                    while (batch.Inserted < PerTransaction && (more = opinions.MoveNext()))
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        batch.Insert(opinions.Current);
                        sessions?.Collected(opinions.Current);
                        notices?.Concluded(opinions.Current);
                    }

                    total += batch.Inserted;
                }

                await SaveNumbersAsync(db, numbers, cancellationToken);
                if (!more && sessions is not null)
                {
                    await AddSessionsAsync(db, sessions, reports!, cancellationToken);
                    await DemonstrationSubmissions.AddAsync(db, clock.Today(), cancellationToken);
                    db.AddRange(notices!.Notices());
                }
            }, cancellationToken);
            if (total > before)
            {
                written?.Report(total);
            }
        }

        return total;

        IEnumerator<Opinion> Begin(DemonstrationDistrict district)
        {
            sessions = withSessions ? new DemonstrationSessions(district, clock.Today()) : null;
            reports = withSessions ? new DemonstrationReports(district, clock.Today()) : null;
            notices = withSessions ? new DemonstrationNotices(district.Material.Notices, clock.Today()) : null;
            var demonstration = new DemonstrationYear(district, clock.Today(), options.Value.Limits)
            {
                Series = (station, on) => Numbers(numbers, station, on),
                Identify = opinion => batch!.Identify(opinion),
            };
            return years(demonstration).SelectMany(year => demonstration.Opinions(year.Year, year.Count)).GetEnumerator();
        }
    }

    /// <summary>What was collected at a reception's station on its day was said in it.</summary>
    private static async Task AddSessionsAsync(LiaisonDbContext db, DemonstrationSessions sessions, DemonstrationReports reports, CancellationToken cancellationToken)
    {
        db.AddRange(sessions.Held());
        db.AddRange(sessions.Today());
        db.AddRange(sessions.ToCome());
        db.AddRange(reports.Reports());
        db.AddRange(reports.Inquiries());
        await db.SaveChangesAsync(cancellationToken);
        await db.Opinions.Where(o => o.Source == OpinionSource.Reception && o.Deputies.Any()
                && db.ContactSessions.Any(s => s.StationId == o.StationId && s.On == o.CollectedOn && s.Status == SessionStatus.Held))
            .ExecuteUpdateAsync(
                set => set.SetProperty(o => o.SessionId, o => db.ContactSessions.Where(s => s.StationId == o.StationId && s.On == o.CollectedOn && s.Status == SessionStatus.Held).Select(s => (int?)s.Id).FirstOrDefault()),
                cancellationToken);
    }

    private static async Task<DemonstrationDistrict> AddRegisterAsync(LiaisonDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        if (!await IsEmptyAsync(db, cancellationToken))
        {
            throw new RuleBrokenException("数据目录里已有代表或登记过意见，演示数据只能放进空的数据目录。请用 Liaison__DataDirectory 另选一个目录。");
        }

        var material = DemonstrationMaterial.Read();
        await DemonstrationDistrict.AddRegisterAsync(db, material, cancellationToken);
        await DemonstrationAccounts.AddAsync(db, material.People, now, cancellationToken);
        await db.AuditAsync(now, Actor.App, AuditAct.Seeded, "演示数据", cancellationToken: cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await DemonstrationDistrict.LoadAsync(db, material, cancellationToken);
    }

    private static async Task<bool> IsEmptyAsync(LiaisonDbContext db, CancellationToken cancellationToken) =>
        !await db.Deputies.AnyAsync(cancellationToken) && !await db.OpinionSeries.AnyAsync(cancellationToken) && !await db.ImportBatches.AnyAsync(cancellationToken);

    private static OpinionSeries Numbers(Dictionary<StationYear, OpinionSeries> numbers, Station station, DateOnly on)
    {
        var place = new StationYear(station.Id, on.Year);
        if (!numbers.TryGetValue(place, out var series))
        {
            numbers[place] = series = new OpinionSeries(station.Id, on.Year);
        }

        return series;
    }

    private static async Task SaveNumbersAsync(LiaisonDbContext db, Dictionary<StationYear, OpinionSeries> numbers, CancellationToken cancellationToken)
    {
        var stored = await db.OpinionSeries.AsNoTracking().Select(series => new StationYear(series.StationId, series.Year)).ToHashSetAsync(cancellationToken);
        foreach (var (place, series) in numbers)
        {
            db.Entry(series).State = stored.Contains(place) ? EntityState.Modified : EntityState.Added;
        }
    }
}
