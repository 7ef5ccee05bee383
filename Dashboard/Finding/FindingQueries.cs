using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Finding;

/// <summary>What a few typed characters may mean: a few rows of each kind, all within the reader's reach, each with the page it leads to.</summary>
public sealed class FindingQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, OpinionQueries opinions)
{
    /// <summary>So many characters are looked for; more is somebody's whole text.</summary>
    public const int Longest = 60;

    /// <summary>So many of each kind are shown; the list has them all.</summary>
    public const int Each = 5;

    /// <summary>By names first, because they are few; by words last, so that typing on gives up the longest look.</summary>
    public async Task<IReadOnlyList<FoundKind>> FindAsync(string typed, CancellationToken cancellationToken = default)
    {
        var text = typed.Trim();
        if (text.Length is 0 or > Longest)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        IReadOnlyList<FoundKind> kinds =
        [
            new("编号", [.. (await opinions.NumberedAsync(text, Each, cancellationToken)).Select(Of)]),
            new("家站", await StationsAsync(db, rights, text, cancellationToken)),
            new("代表", await DeputiesAsync(db, rights, text, cancellationToken)),
            new("承办单位", await OrgansAsync(db, rights, text, cancellationToken)),
            new("选民原话", [.. (await opinions.SayingAsync(text, Each, cancellationToken)).Select(row => Of(row) with { About = Around(row.Words, text) })]),
        ];
        return [.. kinds.Where(kind => kind.Rows.Count > 0)];
    }

    private static async Task<IReadOnlyList<Found>> StationsAsync(LiaisonDbContext db, Rights rights, string text, CancellationToken cancellationToken)
    {
        var code = text.ToUpperInvariant(); // codes carry capitals only
        var stations = await db.Stations.AsNoTracking().Within(rights.For(Deed.ReadOpinions)).Where(station => station.Name.Contains(text) || station.Code == code)
            .OrderBy(station => station.ClosedOn != null).ThenBy(station => station.Code).Take(Each)
            .Select(station => new { station.Code, station.Name, Unit = db.Units.Where(unit => unit.Id == station.UnitId).Select(unit => unit.ShortName).Single() })
            .ToListAsync(cancellationToken);
        return [.. stations.Select(station => new Found(Addresses.Opinions(new OpinionFilter { Station = station.Code }), station.Name, station.Unit))];
    }

    /// <summary>They lead to their own pages, as whoever acts in their name sees them.</summary>
    private static async Task<IReadOnlyList<Found>> DeputiesAsync(LiaisonDbContext db, Rights rights, string text, CancellationToken cancellationToken) =>
        [.. (await db.Deputies.AsNoTracking().Within(rights.For(Deed.ReadOpinions)).Where(deputy => deputy.Name.Contains(text) || deputy.Code.Contains(text))
            .OrderBy(deputy => deputy.Code).Take(Each).Select(deputy => new { deputy.Id, deputy.Code, deputy.Name, deputy.Post }).ToListAsync(cancellationToken))
            .Select(deputy => new Found(rights.OwnDeputies.Contains(deputy.Id) ? Addresses.Mine : Addresses.Deputy(deputy.Code), deputy.Name, $"{deputy.Code}　{deputy.Post}"))];

    private static async Task<IReadOnlyList<Found>> OrgansAsync(LiaisonDbContext db, Rights rights, string text, CancellationToken cancellationToken) =>
        !rights.May(Deed.ReadOpinions) ? [] :
        [.. (await db.Organs.AsNoTracking().Where(organ => organ.Name.Contains(text) || organ.ShortName.Contains(text))
            .OrderBy(organ => organ.RetiredOn != null).ThenBy(organ => organ.Id).Take(Each).Select(organ => new { organ.Id, organ.Name, organ.ShortName }).ToListAsync(cancellationToken))
            .Select(organ => new Found(Addresses.Opinions(new OpinionFilter { OrganId = organ.Id }), organ.ShortName, organ.Name))];

    private static Found Of(OpinionRow row) => new(Addresses.Opinion(row.Number), row.Number, Around(row.Words, ""));

    /// <summary>One line of the words, about the place where the text stands.</summary>
    private static string Around(string words, string text)
    {
        const int Before = 10, Shown = 48;
        var line = words.ReplaceLineEndings(" ");
        var from = Math.Max(0, line.IndexOf(text, StringComparison.Ordinal) - Before);
        from -= from > 0 && char.IsLowSurrogate(line[from]) ? 1 : 0;
        var until = Math.Min(line.Length, from + Shown);
        until -= until < line.Length && char.IsLowSurrogate(line[until]) ? 1 : 0;
        return $"{(from > 0 ? "…" : "")}{line[from..until]}{(until < line.Length ? "…" : "")}";
    }
}

/// <param name="Name">What they are: 编号, 代表.</param>
/// <param name="Rows">The first few.</param>
public sealed record FoundKind(string Name, IReadOnlyList<Found> Rows);

/// <param name="Address">Where it leads.</param>
/// <param name="Text">As it is called.</param>
/// <param name="About">What tells it from others of the name.</param>
public sealed record Found(string Address, string Text, string About);
