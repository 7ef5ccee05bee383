using System.Collections;
using Microsoft.EntityFrameworkCore.Metadata;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data;

/// <summary>One batch of insertions within one transaction. A whole opinion goes in at once: itself, its children, and the voters who are new.</summary>
public sealed class Batch : IDisposable
{
    private readonly LiaisonDbContext _db;
    private readonly Dictionary<string, int> _lastKeys;
    private readonly Action<StationYear> _touch;
    private readonly Dictionary<IEntityType, BatchTable> _tables = [];
    private readonly BatchTable _opinions;

    internal Batch(LiaisonDbContext db, Dictionary<string, int> lastKeys, Action<StationYear> touch)
    {
        _db = db;
        _lastKeys = lastKeys;
        _touch = touch;
        _opinions = TableOf(db.Model.FindEntityType(typeof(Opinion))!);
    }

    public int Inserted { get; private set; }

    /// <summary>Gives an opinion its key before it is inserted, so that another can be merged into it.</summary>
    public void Identify(Opinion opinion) => _opinions.GiveKey(opinion);

    /// <remarks>An opinion that others are merged into goes in before them. A voter with a key is known to the database and stays as it is.</remarks>
    public void Insert(Opinion opinion)
    {
        Insert(_opinions, opinion);
        Inserted++;
        _touch(new StationYear(opinion.StationId, opinion.Year));
    }

    public void Dispose()
    {
        foreach (var table in _tables.Values)
        {
            table.Dispose();
        }
    }

    private static void Insert(BatchTable table, object entity)
    {
        foreach (var (navigation, principal) in table.Principals)
        {
            var referred = navigation.Of(entity)!;
            if (!principal.HasKey(referred))
            {
                Insert(principal, referred);
            }

            navigation.Refer(entity, referred);
        }

        table.GiveKey(entity);
        table.Write(entity);

        foreach (var (navigation, children) in table.Children)
        {
            foreach (var child in (IEnumerable)navigation.Of(entity)!)
            {
                navigation.Refer(child, entity);
                Insert(children, child);
            }
        }
    }

    private BatchTable TableOf(IEntityType type)
    {
        if (!_tables.TryGetValue(type, out var table))
        {
            table = new BatchTable(_db, type, _lastKeys);
            _tables.Add(type, table);
            table.Link(TableOf);
        }

        return table;
    }
}
