using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace VoterLiaison.Dashboard.Data;

/// <summary>One table within a batch: one prepared statement, and the keys it gives out.</summary>
internal sealed class BatchTable : IDisposable
{
    private readonly IEntityType _type;
    private readonly DbCommand _insert;
    private readonly Cell[] _cells;
    private readonly PropertyInfo? _key;
    private int _lastKey;

    public BatchTable(LiaisonDbContext db, IEntityType type, Dictionary<string, int> lastKeys)
    {
        _type = type;
        var mapping = type.GetTableMappings().Single();
        _insert = db.Database.GetDbConnection().CreateCommand();
        _insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        _cells = [.. mapping.ColumnMappings.Select((column, place) => new Cell(column, _insert, $"@p{place}"))];

        var quote = db.GetService<ISqlGenerationHelper>();
        var columns = string.Join(", ", mapping.ColumnMappings.Select(column => quote.DelimitIdentifier(column.Column.Name)));
        var values = string.Join(", ", _cells.Select(cell => cell.Name));
        _insert.CommandText = $"INSERT INTO {quote.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema)} ({columns}) VALUES ({values})";
        _insert.Prepare();

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
        foreach (var cell in _cells)
        {
            cell.Fill(entity);
        }

        _insert.ExecuteNonQuery();
    }

    public void Dispose() => _insert.Dispose();

    private sealed class Cell
    {
        private readonly IClrPropertyGetter _value;
        private readonly Func<object?, object?>? _convert;
        private readonly DbParameter _parameter;

        public Cell(IColumnMapping column, DbCommand insert, string name)
        {
            Name = name;
            _value = column.Property.GetGetter();
            _convert = column.TypeMapping.Converter?.ConvertToProvider;
            _parameter = column.TypeMapping.CreateParameter(insert, name, null, nullable: true);
            insert.Parameters.Add(_parameter);
        }

        public string Name { get; }

        public void Fill(object entity)
        {
            var value = _value.GetClrValue(entity);
            _parameter.Value = (value is null || _convert is null ? value : _convert(value)) ?? DBNull.Value;
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
