using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Which station each row of a ledger belongs to: the one a person chose, or the one the row names.</summary>
/// <param name="chosen">The station; null takes each row's own.</param>
/// <param name="within">The stations the person may import into.</param>
/// <param name="all">Every station, so that a row of another one is noticed.</param>
internal sealed class LedgerStations(Station? chosen, IEnumerable<Station> within, IEnumerable<Station> all)
{
    private readonly Dictionary<string, Station> _within = ByName(within);
    private readonly Dictionary<string, Station> _all = ByName(all);

    /// <summary>The station chosen for the whole ledger; null where each row names its own.</summary>
    public Station? Chosen => chosen;

    /// <exception cref="RuleBrokenException">The row names another station than the chosen one, or, where it has to name one, none that is known.</exception>
    public Station Of(LedgerEntry entry) => Named(entry.Station);

    /// <inheritdoc cref="Of(LedgerEntry)"/>
    public Station Of(LedgerReception reception) => Named(reception.Station);

    /// <summary>The row names a station nobody knows, and is taken over all the same.</summary>
    public bool IsUnknown(LedgerEntry entry) => chosen is not null && !IsChosen(entry.Station) && !_all.ContainsKey(entry.Station);

    public int[] IdsOf(LedgerReading reading) => chosen is not null
        ? [chosen.Id]
        : [.. reading.Entries.Select(entry => entry.Station).Concat(reading.Receptions.Select(reception => reception.Station)).Select(written => _within.GetValueOrDefault(written)?.Id).OfType<int>().Distinct()];

    private Station Named(string written) => chosen is null
        ? _within.GetValueOrDefault(written) ?? throw new RuleBrokenException(written.Length == 0 ? "没有写家站。" : $"台账写的家站“{written}”不在您的家站里。")
        : IsChosen(written) || !_all.ContainsKey(written) ? chosen
        : throw new RuleBrokenException($"台账写的家站是“{written}”，不是所选的“{chosen.Name}”。");

    private bool IsChosen(string written) => written.Length == 0 || written == chosen!.Name || written.Equals(chosen.Code, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, Station> ByName(IEnumerable<Station> stations) =>
        stations.SelectMany(station => new[] { (Name: station.Name, Station: station), (Name: station.Code, Station: station) }).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Station);
}
