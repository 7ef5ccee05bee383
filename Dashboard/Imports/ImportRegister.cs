using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
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

    public static async Task<ImportRegister> LoadAsync(
        LiaisonDbContext db, LedgerStations stations, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var categories = await db.Categories.AsNoTracking().ToListAsync(cancellationToken);
        return new ImportRegister
        {
            Stations = stations,
            Organs = new OrganRegister(await db.Organs.AsNoTracking().OrderBy(organ => organ.Id).ToListAsync(cancellationToken)),
            Categories = categories.DistinctBy(category => category.Name).ToDictionary(category => category.Name),
            Deputies = (await db.Deputies.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(deputy => deputy.Name),
            Voters = new VoterRegister(await KnownVotersAsync(db, entries, cancellationToken)),
            Known = await KnownOpinionsAsync(db, stations.IdsOf(entries), entries, cancellationToken),
        };
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
