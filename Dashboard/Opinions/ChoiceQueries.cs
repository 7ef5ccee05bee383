using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>What can be chosen from in filters and forms, in official order.</summary>
public sealed class ChoiceQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper)
{
    /// <param name="deed">What the choice is for: only stations where the person may do it are offered.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<Choices> AllAsync(Deed deed = Deed.ReadOpinions, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, deed, cancellationToken);
        List<int> own = [.. reach.Deputies];
        var received = await db.Deputies.Where(deputy => own.Contains(deputy.Id)).SelectMany(deputy => deputy.Stations).Select(link => link.StationId).ToListAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().Within(reach + Reach.OfStations(received)).OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        return new Choices(
            [.. units.Where(unit => stations.Exists(station => station.UnitId == unit.Id))],
            [.. units.SelectMany(unit => stations.Where(station => station.UnitId == unit.Id))],
            await db.Organs.AsNoTracking().OrderBy(organ => organ.Id).ToListAsync(cancellationToken),
            await db.Deputies.AsNoTracking().Include(deputy => deputy.Stations).OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken),
            await db.Categories.AsNoTracking().OrderBy(category => category.Order).ToListAsync(cancellationToken),
            await db.YearsAsync(db.Opinions.Within(reach), cancellationToken),
            units,
            await db.Topics.AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>监督议题 and 调研题目 that are open, the latest first; and the one that was chosen before.</summary>
    public async Task<IReadOnlyList<Topic>> TopicsAsync(int? chosen = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Topics.AsNoTracking().Where(topic => topic.ClosedOn == null || topic.Id == chosen)
            .OrderByDescending(topic => topic.Year).ThenByDescending(topic => topic.Id).ToListAsync(cancellationToken);
    }
}

public sealed record Choices(
    IReadOnlyList<LiaisonUnit> Units,
    IReadOnlyList<Station> Stations,
    IReadOnlyList<Organ> Organs,
    IReadOnlyList<Deputy> Deputies,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<int> Years,
    IReadOnlyList<LiaisonUnit> EveryUnit,
    IReadOnlyList<Topic> Topics)
{
    public IEnumerable<Choice> OfStations => Stations.Select(station => new Choice(station.Code, station.Name, UnitOf(station).ShortName));

    public IEnumerable<Choice> OfOrgans => Organs.OrderBy(organ => organ.Kind).Select(organ => Choice.Of(organ.Id, organ.Name, organ.Kind.InWords()) with { Also = organ.ShortName });

    public IEnumerable<Choice> OfDeputies => Deputies.Select(deputy => Choice.Of(deputy.Id, NameOf(deputy), UnitNameOf(deputy)));

    public LiaisonUnit UnitOf(Station station) => Units.Single(unit => unit.Id == station.UnitId);

    /// <summary>Two deputies may share a name; then the certificate number stands beside it.</summary>
    public string NameOf(Deputy deputy) => Deputies.Count(other => other.Name == deputy.Name) > 1 ? $"{deputy.Name}（{deputy.Code}）" : deputy.Name;

    private string UnitNameOf(Deputy deputy) =>
        deputy.Level is DeputyLevel.City ? "市人大代表" : EveryUnit.FirstOrDefault(unit => unit.Id == deputy.UnitId)?.ShortName ?? "不属街道";
}

/// <summary>One line of a list to choose from.</summary>
/// <param name="Value">As it stands in an address or a form.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Group">Under which head it stands, if lists are long.</param>
public sealed record Choice(string Value, string Name, string? Group = null)
{
    /// <summary>Another name it is known by.</summary>
    public string? Also { get; init; }

    /// <summary>The value where it is a number; 0 where it is a code.</summary>
    public int Id => int.TryParse(Value, out var id) ? id : 0;

    /// <summary>The one that is meant by what was typed: its whole name, or a part that no other has.</summary>
    public static Choice? Meant(IEnumerable<Choice> choices, string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        var alike = choices.Where(choice => choice.Name.Contains(typed, StringComparison.Ordinal) || choice.Also == typed).ToList();
        return alike.Find(choice => choice.Name == typed || choice.Also == typed) ?? (alike.Count == 1 ? alike[0] : null);
    }

    public static Choice Of(int id, string name, string? group = null) => new(id.ToString(System.Globalization.CultureInfo.InvariantCulture), name, group);
}
