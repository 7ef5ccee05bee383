using System.Runtime.CompilerServices;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>合计复算: what the sheets of a book really say, added up while their rows pass into it.</summary>
internal sealed class Footing
{
    private readonly Dictionary<string, (IReadOnlyList<Column> Columns, Dictionary<RowKind, Feet> Kinds)> _sheets = [];

    /// <summary>The same sheet; from here on its rows are added up as they are written.</summary>
    public Sheet Under(Sheet sheet) => sheet with { Rows = AddAsync(sheet) };

    public int Rows(string tab) => _sheets[tab].Kinds.GetValueOrDefault(RowKind.Detail)?.Rows ?? 0;

    /// <summary>The sum of a column over the rows of a kind; of details, unless said otherwise.</summary>
    /// <exception cref="InvalidOperationException">The sheet has no such column, or was not written yet.</exception>
    public decimal Sum(string tab, string header, string? group = null, RowKind kind = RowKind.Detail)
    {
        var (columns, kinds) = _sheets[tab];
        var place = columns.Index().First(column => column.Item.Header == header && (group is null || column.Item.Group == group)).Index;
        return kinds.GetValueOrDefault(kind)?.Sums[place] ?? 0;
    }

    /// <summary>The sum of all columns of a group over the detail rows.</summary>
    public decimal SumAcross(string tab, string group) => _sheets[tab].Columns.Where(column => column.Group == group).Sum(column => Sum(tab, column.Header, group));

    private async IAsyncEnumerable<SheetRow> AddAsync(Sheet sheet, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var kinds = new Dictionary<RowKind, Feet>();
        _sheets[sheet.Name] = (sheet.Columns, kinds);
        await foreach (var row in sheet.Rows.WithCancellation(cancellationToken))
        {
            if (!kinds.TryGetValue(row.Kind, out var feet))
            {
                kinds[row.Kind] = feet = new Feet(new decimal[sheet.Columns.Count]);
            }

            feet.Add(row);
            yield return row;
        }
    }

    private sealed class Feet(decimal[] sums)
    {
        public int Rows { get; private set; }

        public decimal[] Sums => sums;

        public void Add(SheetRow row)
        {
            Rows++;
            for (var i = 0; i < sums.Length; i++)
            {
                if (row.Cells[i].Number is { } number)
                {
                    sums[i] += number;
                }
            }
        }
    }
}
