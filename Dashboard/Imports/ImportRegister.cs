using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>All that is stored already and an import has to know: who and what can be named, and which opinions it has.</summary>
internal sealed record ImportRegister
{
    private const int AtOnce = 1000;

    /// <summary>Which station a row belongs to.</summary>
    public required LedgerStations Stations { get; init; }

    public required OrganRegister Organs { get; init; }
    public required IReadOnlyDictionary<string, Category> Categories { get; init; }
    public required ILookup<string, Deputy> Deputies { get; init; }
    public required VoterRegister Voters { get; init; }

    /// <summary>By station and the number in the ledger, and by our own number for a ledger that came from here.</summary>
    public required IReadOnlyDictionary<(int StationId, string Number), KnownOpinion> Known { get; init; }

    /// <summary>Receptions by station, day and hour. At one hour a station receives once.</summary>
    public required IReadOnlyDictionary<(int StationId, DateOnly On, TimeOnly From), KnownReception> Receptions { get; init; }

    public static async Task<ImportRegister> LoadAsync(LiaisonDbContext db, LedgerStations stations, LedgerReading reading, CancellationToken cancellationToken)
    {
        var (entries, stationIds) = (reading.Entries, stations.IdsOf(reading));
        var categories = await db.Categories.AsNoTracking().ToListAsync(cancellationToken);
        return new ImportRegister
        {
            Stations = stations,
            Organs = new OrganRegister(await db.Organs.AsNoTracking().OrderBy(organ => organ.Id).ToListAsync(cancellationToken)),
            Categories = categories.DistinctBy(category => category.Name).ToDictionary(category => category.Name),
            Deputies = (await db.Deputies.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(deputy => deputy.Name),
            Voters = new VoterRegister(await KnownVotersAsync(db, entries, cancellationToken)),
            Known = await KnownOpinionsAsync(db, stationIds, entries, cancellationToken),
            Receptions = await KnownReceptionsAsync(db, stationIds, reading.Receptions, cancellationToken),
        };
    }

    private static async Task<Dictionary<(int StationId, DateOnly On, TimeOnly From), KnownReception>> KnownReceptionsAsync(
        LiaisonDbContext db, int[] stationIds, IReadOnlyList<LedgerReception> receptions, CancellationToken cancellationToken)
    {
        DateOnly[] days = [.. receptions.Select(reception => reception.On).Distinct()];
        var known = days.Length == 0 ? []
            : await db.ContactSessions.Where(s => s.Status != SessionStatus.Cancelled && stationIds.Contains(s.StationId) && days.Contains(s.On)).OrderBy(s => s.Id)
                .Select(s => new { s.Id, s.StationId, s.On, s.From, s.Status }).ToListAsync(cancellationToken);
        return known.DistinctBy(s => (s.StationId, s.On, s.From)).ToDictionary(s => (s.StationId, s.On, s.From), s => new KnownReception(s.Id, s.Status is SessionStatus.Held));
    }

    private static async Task<List<Voter>> KnownVotersAsync(LiaisonDbContext db, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var voters = new List<Voter>();
        foreach (var phones in entries.SelectMany(entry => entry.Phone.Split('、', StringSplitOptions.TrimEntries)).Where(phone => phone.Length > 0).Distinct().Chunk(AtOnce))
        {
            voters.AddRange(await db.Voters.AsNoTracking().Where(voter => phones.Contains(voter.Phone)).OrderBy(voter => voter.Id).ToListAsync(cancellationToken));
        }

        return voters;
    }

    private static async Task<Dictionary<(int StationId, string Number), KnownOpinion>> KnownOpinionsAsync(
        LiaisonDbContext db, int[] stationIds, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(int StationId, string Number), KnownOpinion>();
        foreach (var numbers in entries.Select(entry => entry.SourceNumber).Distinct().Chunk(AtOnce))
        {
            var opinions = await db.Opinions.AsNoTracking()
                .Where(o => stationIds.Contains(o.StationId) && (numbers.Contains(o.SourceNumber) || numbers.Contains(o.Number)))
                .Select(o => new KnownOpinion(
                    o.StationId, o.Number, o.SourceNumber, o.CollectedOn, o.Words, o.Subject, o.LeadOrganId,
                    o.Forwardings.SelectMany(f => f.Answers).OrderBy(a => a.Id).Select(a => new KnownAnswer(a.AnsweredOn, a.Text)).ToList(),
                    o.Feedbacks.OrderByDescending(f => f.Id).Select(f => (DateOnly?)f.FedBackOn).FirstOrDefault()))
                .ToListAsync(cancellationToken);
            foreach (var opinion in opinions)
            {
                known.TryAdd((opinion.StationId, opinion.Number), opinion);
                known.TryAdd((opinion.StationId, opinion.SourceNumber ?? opinion.Number), opinion);
            }
        }

        return known;
    }
}

/// <param name="Id">Of the session.</param>
/// <param name="IsHeld">It was entered already; otherwise it waits for that.</param>
internal sealed record KnownReception(int Id, bool IsHeld);
