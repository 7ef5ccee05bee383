using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Takes a ledger over into the system, whole or not at all, and takes it back again.</summary>
public sealed partial class ImportDesk(
    WriteDoor door, BatchWriter writer, RingOnCommit ring, IDbContextFactory<LiaisonDbContext> contexts,
    TimeProvider clock, IOptions<LiaisonOptions> options, ImportMappings mappings)
{
    /// <summary>In place of a station's code: each row goes to the station it names.</summary>
    public const string AsWritten = "*";

    private const int SaidEvery = 500;

    /// <summary>What an import would write, row by row. Nothing is written.</summary>
    /// <exception cref="RuleBrokenException">There is no such station for this person.</exception>
    public async Task<ImportReport> TryAsync(
        LedgerReading reading, string stationCode, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // Through the door, which enters in the audit log that another's station was chosen.
        var (stations, reach) = await door.WriteAsync(
            Deed.ImportLedgers, async writing => (await StationsAsync(writing.Db, reading, stationCode, writing.Reach, cancellationToken), writing.Reach), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await PlanAsync(db, reading, stations, StampFor(reading), progress, cancellationToken);
        return plan.Report() with { Before = await BeforeAsync(db, plan, reach, cancellationToken) };
    }

    /// <summary>Writes what is new in a ledger in one transaction, as one batch for each station.</summary>
    /// <param name="reading">The ledger.</param>
    /// <param name="stationCode">家站代码, or <see cref="AsWritten"/>.</param>
    /// <param name="skipRefused">Leaves refused rows out; otherwise one of them keeps the whole ledger out.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellationToken">Stops it; then nothing is written.</param>
    /// <returns>What was written; without a batch when nothing was.</returns>
    /// <exception cref="RuleBrokenException">There is no such station.</exception>
    public Task<ImportReport> WriteAsync(
        LedgerReading reading, string stationCode, bool skipRefused, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) => door.WriteLongAsync(
        Deed.ImportLedgers,
        async writing =>
        {
            var db = writing.Db;
            var stamp = StampFor(reading);
            var stations = await StationsAsync(db, reading, stationCode, writing.Reach, cancellationToken);
            var plan = await PlanAsync(db, reading, stations, stamp, progress, cancellationToken);
            var report = plan.Report() with { Before = await BeforeAsync(db, plan, writing.Reach, cancellationToken) };
            if (report.IsEmpty || (report.Refused.Count > 0 && !skipRefused))
            {
                return report;
            }

            var batches = new Dictionary<int, ImportBatch>();
            var opinionsAt = plan.New.CountBy(opinion => stations.Of(opinion.First)).ToDictionary();
            foreach (var station in opinionsAt.Keys.Union(plan.NewReceptions.Select(stations.Of)).OrderBy(station => station.Code))
            {
                var opinions = opinionsAt.GetValueOrDefault(station);
                var batch = new ImportBatch(reading.FileName, reading.Sha256, station.Id, stamp.At, writing.Who.Name);
                batch.Brought(opinions);
                db.ImportBatches.Add(batch);
                await db.SaveChangesAsync(cancellationToken);
                batches.Add(station.Id, batch);
                await writing.RecordAsync(AuditAct.LedgerImported, $"家站 {station.Code}", $"第 {batch.Id} 批，{reading.FileName}，{opinions} 件");
            }

            await InsertAsync(db, plan, batches, stamp, progress, cancellationToken);
            return report with { Batches = [.. batches.Values.Select(batch => batch.Id)] };
        },
        cancellationToken);

    /// <summary>Remembers what the columns of such a file mean, for everybody who may import.</summary>
    /// <exception cref="RuleBrokenException">It has no name, or too long a one.</exception>
    public Task RememberAsync(ColumnMapping mapping) => door.WriteAsync(Deed.ImportLedgers, _ =>
    {
        mappings.Remember(mapping);
        return Task.CompletedTask;
    });

    public Task ForgetAsync(string name) => door.WriteAsync(Deed.ImportLedgers, _ =>
    {
        mappings.Forget(name);
        return Task.CompletedTask;
    });

    private async Task InsertAsync(LiaisonDbContext db, ImportPlan plan, Dictionary<int, ImportBatch> batches, Stamp stamp, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var register = plan.Register with { Organs = await RegisterOrgansAsync(db, plan.Register.Organs, batches.Values.First(), cancellationToken) };
        var clerk = new LedgerClerk(register, stamp, new Findings()); // the plan has said it all
        var held = await HoldAsync(db, plan, stamp, cancellationToken);
        int[] stationIds = [.. batches.Keys];
        var series = await db.OpinionSeries.Where(s => stationIds.Contains(s.StationId)).ToDictionaryAsync(s => (s.StationId, s.Year), cancellationToken);
        var followers = plan.New.Where(opinion => plan.Leads.ContainsKey(opinion.SourceNumber)).ToLookup(opinion => plan.Leads[opinion.SourceNumber]);

        using var inserting = await writer.BeginAsync(db, cancellationToken);
        foreach (var ledger in plan.New.Where(opinion => !plan.Leads.ContainsKey(opinion.SourceNumber)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var opinion = Take(ledger, null);
            inserting.Identify(opinion);
            List<Opinion> merged = [.. followers[ledger.SourceNumber].Select(follower => Take(follower, opinion))];
            foreach (var one in merged.Prepend(opinion))
            {
                inserting.Insert(one);
                if (inserting.Inserted % SaidEvery == 0 || inserting.Inserted == plan.New.Count)
                {
                    progress?.Report(new ImportProgress("写入", inserting.Inserted, plan.New.Count));
                }
            }
        }

        Opinion Take(LedgerOpinion ledger, Opinion? lead)
        {
            var station = register.Stations.Of(ledger.First);
            var opinion = clerk.Take(ledger, SeriesOf(station.Id, ledger.First.ReceivedOn.Year), lead, ledger.First.Reception is { } reception ? held[reception] : null);
            opinion.CameWith(batches[station.Id]);
            return opinion;
        }

        OpinionSeries SeriesOf(int stationId, int year)
        {
            if (!series.TryGetValue((stationId, year), out var one))
            {
                one = new OpinionSeries(stationId, year);
                series.Add((stationId, year), one);
                db.OpinionSeries.Add(one);
            }

            return one;
        }
    }

    /// <summary>Enters the receptions that are new.</summary>
    /// <returns>The session of each reception of the ledger.</returns>
    private static async Task<Dictionary<LedgerReception, int>> HoldAsync(LiaisonDbContext db, ImportPlan plan, Stamp stamp, CancellationToken cancellationToken)
    {
        var clerk = new ReceptionClerk(plan.Register, new Signature(stamp.By, stamp.At));
        var sessions = plan.NewReceptions.ToDictionary(reception => reception, clerk.Hold);
        db.ContactSessions.AddRange(sessions.Values);
        await db.SaveChangesAsync(cancellationToken);
        return plan.KnownReceptions.Concat(sessions.Select(one => KeyValuePair.Create(one.Key, one.Value.Id))).ToDictionary();
    }

    private static async Task<OrganRegister> RegisterOrgansAsync(LiaisonDbContext db, OrganRegister organs, ImportBatch batch, CancellationToken cancellationToken)
    {
        var brought = organs.New.Select((organ, place) => new Organ($"{CodesBroughtBy(batch)}{place + 1}", organ.Name, organ.ShortName, organ.Kind)).ToList();
        db.Organs.AddRange(brought);
        await db.SaveChangesAsync(cancellationToken);
        return new OrganRegister([.. organs.Known, .. brought]);
    }

    /// <summary>The codes of organs say which batch brought them, so that undoing it finds them.</summary>
    private static string CodesBroughtBy(ImportBatch batch) => $"IMP{batch.Id}-";

    /// <summary>Whose hand the history names.</summary>
    private static string EnteredBy(string fileName) => $"导入：{fileName}";

    private Stamp StampFor(LedgerReading reading) => new(EnteredBy(reading.FileName), clock.GetUtcNow().UtcDateTime, options.Value.Limits);

    private static async Task<ImportPlan> PlanAsync(
        LiaisonDbContext db, LedgerReading reading, LedgerStations stations, Stamp stamp, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var register = await ImportRegister.LoadAsync(db, stations, reading, cancellationToken);
        return ImportPlan.Of(reading, register, stamp, progress, cancellationToken);
    }

    private static async Task<LedgerStations> StationsAsync(LiaisonDbContext db, LedgerReading reading, string stationCode, Reach reach, CancellationToken cancellationToken)
    {
        var chosen = stationCode == AsWritten ? null : await StationAsync(db, stationCode, reach, cancellationToken);
        Rule.Require(chosen is not null || reading.Sheet.Header.Has(LedgerColumn.Station), "台账没有“家站”一栏，请写明登记到哪个家站。");
        return new LedgerStations(chosen, await db.Stations.AsNoTracking().Within(reach).ToListAsync(cancellationToken), await db.Stations.AsNoTracking().ToListAsync(cancellationToken));
    }

    private static async Task<Station> StationAsync(LiaisonDbContext db, string stationCode, Reach reach, CancellationToken cancellationToken)
    {
        var unknown = $"没有代码为“{stationCode}”的家站。";
        var code = stationCode.Trim().ToUpperInvariant();
        var station = await db.Stations.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellationToken) ?? throw new RuleBrokenException(unknown);
        return reach.CoversStation(station.Id) ? station : throw new OutOfReachException(unknown, $"家站 {code}");
    }

    /// <summary>That the very file was imported already; of stations outside the scope it is not said.</summary>
    private static async Task<string?> BeforeAsync(LiaisonDbContext db, ImportPlan plan, Reach reach, CancellationToken cancellationToken)
    {
        var sha256 = plan.Reading.Sha256;
        var stationId = plan.Register.Stations.Chosen?.Id;
        var stations = db.Stations.Within(reach);
        var before = await db.ImportBatches.AsNoTracking().Where(batch => batch.Sha256 == sha256 && batch.UndoneAt == null && stations.Any(station => station.Id == batch.StationId))
            .OrderByDescending(batch => batch.StationId == stationId).ThenByDescending(batch => batch.Id)
            .Select(batch => new { batch.Id, batch.StationId, batch.ImportedAt, batch.ImportedBy, batch.Opinions, Station = db.Stations.First(s => s.Id == batch.StationId).Name })
            .FirstOrDefaultAsync(cancellationToken);
        return before is null ? null
            : $"这个文件已于 {ChinaTime.At(before.ImportedAt):yyyy-MM-dd HH:mm} 由{before.ImportedBy}导入{(stationId is null ? $"“{before.Station}”等" : before.StationId == stationId ? "本站" : $"“{before.Station}”，请核对家站")}（第 {before.Id} 批，{before.Opinions:N0} 件）。";
    }
}
