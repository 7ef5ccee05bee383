using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace VoterLiaison.Dashboard.Data;

/// <summary>One table within a batch: one prepared statement, and the keys it gives out.</summary>
internal sealed class BatchTable : IDisposable
{
    private readonly IEntityType _type;
    private readonly PreparedInsertion _insertion;
    private readonly Cell[] _cells;
    private readonly object?[] _values;
    private readonly PropertyInfo? _key;
    private int _lastKey;

    public BatchTable(LiaisonDbContext db, IEntityType type, Dictionary<string, int> lastKeys)
    {
        _type = type;
        var mapping = type.GetTableMappings().Single();
        _cells = [.. mapping.ColumnMappings.Select(column => new Cell(column))];
        _values = new object?[_cells.Length];

        var quote = db.GetService<ISqlGenerationHelper>();
        var columns = string.Join(", ", mapping.ColumnMappings.Select(column => quote.DelimitIdentifier(column.Column.Name)));
        var places = string.Join(", ", Enumerable.Repeat("?", _cells.Length));
        _insertion = new PreparedInsertion(
            (SqliteConnection)db.Database.GetDbConnection(), $"INSERT INTO {quote.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema)} ({columns}) VALUES ({places})");

        _key = type.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] ? key.PropertyInfo : null;
        _lastKey = lastKeys.GetValueOrDefault(mapping.Table.Name);
    }

    /// <summary>What a row of this table refers to and may bring along: a link's new voter.</summary>
    public IReadOnlyList<(BatchNavigation Navigation, BatchTable Table)> Principals { get; private set; } = [];

    /// <summary>What belongs to a row of this table.</summary>
    public IReadOnlyList<(BatchNavigation Navigation, BatchTable Table)> Children { get; private set; } = [];

    public void Link(Func<IEntityType, BatchTable> tableOf)
    {
        Principals = [.. _type.GetNavigations().Where(navigation => navigation.IsOnDependent).Select(navigation => (new BatchNavigation(navigation), tableOf(navigation.TargetEntityType)))];
        Children = [.. _type.GetNavigations().Where(navigation => navigation.IsCollection).Select(navigation => (new BatchNavigation(navigation), tableOf(navigation.TargetEntityType)))];
    }

    public bool HasKey(object entity) => _key is null || (int)_key.GetValue(entity)! != 0;

    public void GiveKey(object entity)
    {
        if (!HasKey(entity))
        {
            _key!.SetValue(entity, ++_lastKey);
        }
    }

    public void Write(object entity)
    {
        for (var place = 0; place < _cells.Length; place++)
        {
            _values[place] = _cells[place].Of(entity);
        }

        _insertion.Run(_values);
    }

    public void Dispose() => _insertion.Dispose();

    private sealed class Cell(IColumnMapping column)
    {
        private readonly IClrPropertyGetter _value = column.Property.GetGetter();
        private readonly Func<object?, object?>? _convert = column.TypeMapping.Converter?.ConvertToProvider;

        public object? Of(object entity)
        {
            var value = _value.GetClrValue(entity);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}

/// <summary>A reference between two tables of a batch, by one column.</summary>
internal sealed class BatchNavigation(INavigation navigation)
{
    private readonly IClrPropertyGetter _target = navigation.GetGetter();
    private readonly PropertyInfo _reference = navigation.ForeignKey.Properties.Single().PropertyInfo!;
    private readonly PropertyInfo _key = navigation.ForeignKey.PrincipalKey.Properties.Single().PropertyInfo!;

    public object? Of(object entity) => _target.GetClrValue(entity);

    public void Refer(object dependent, object principal) => _reference.SetValue(dependent, _key.GetValue(principal));
}
