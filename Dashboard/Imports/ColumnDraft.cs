using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>How a person is about to have a file read: the sheet, its row of headings, and what each column means. It belongs to the run, so that a page may come back to it.</summary>
public sealed class ColumnDraft
{
    private readonly IReadOnlyList<SheetLook> _sheets;

    internal ColumnDraft(IReadOnlyList<SheetLook> sheets, IReadOnlyList<ColumnMapping> fitting)
    {
        _sheets = sheets;
        Sheet = (sheets.FirstOrDefault(sheet => sheet is { IsLedger: true, Hidden: false }) ?? sheets.FirstOrDefault(sheet => sheet.IsLedger) ?? sheets.FirstOrDefault(sheet => !sheet.Hidden) ?? sheets[0]).Name;
        Recognise();
        if (fitting is [var mapping, ..])
        {
            Take(mapping);
        }
    }

    public string Sheet { get; private set; }

    public SheetLook Look => _sheets.First(sheet => sheet.Name == Sheet);

    /// <summary>0 in a sheet without rows.</summary>
    public int HeaderLine { get; private set; }

    /// <summary>By the column's place, from 0.</summary>
    public Dictionary<int, LedgerColumn> Columns { get; private set; } = [];

    /// <summary>The mapping it was filled in by; null where the headings were recognised.</summary>
    public string? Mapping { get; private set; }

    public IReadOnlyList<LookColumn> Shown => Look.ColumnsAt(HeaderLine);

    public bool Has(LedgerColumn column) => Columns.ContainsValue(column);

    /// <summary>What was said, or at least its title.</summary>
    public bool HasWords => Has(LedgerColumn.Text) || Has(LedgerColumn.Title);

    /// <summary>What has to be known before anything can be read.</summary>
    public bool IsReadable => Has(LedgerColumn.ReceivedOn) && HasWords;

    public LedgerChoice Choice => new(Sheet, HeaderLine, Columns);

    public void TakeSheet(string name)
    {
        Sheet = name;
        Recognise();
    }

    public void TakeHeader(int line)
    {
        HeaderLine = line;
        Columns = Look.MeaningsAt(line);
        Mapping = null;
    }

    public void Say(int place, LedgerColumn? column)
    {
        if (column is { } meaning)
        {
            Columns[place] = meaning;
        }
        else
        {
            Columns.Remove(place);
        }
    }

    /// <summary>Fills it in by what was remembered, where a row has those headings.</summary>
    public void Take(ColumnMapping mapping)
    {
        if (_sheets.SelectMany(sheet => sheet.Rows, (sheet, row) => (sheet.Name, Row: row)).Where(place => mapping.Fits(place.Row)).OrderBy(place => place.Name != Sheet).FirstOrDefault() is { Row: { } row } found)
        {
            (Sheet, HeaderLine, Columns, Mapping) = (found.Name, row.Line, mapping.For(row), mapping.Name);
        }
    }

    /// <exception cref="RuleBrokenException">Something needed is not there, or two columns mean the same.</exception>
    public void RequireReadable()
    {
        if (Columns.GroupBy(column => column.Value).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new RuleBrokenException($"有 {twice.Count()} 列都选作“{twice.Key.InWords()}”，请只留一列。");
        }

        Rule.Require(Has(LedgerColumn.ReceivedOn), "还没有指明哪一列是“收集日期”。没有日期不知道计入哪一年。");
        Rule.Require(HasWords, "还没有指明哪一列是“意见内容”（或“标题”）。");
    }

    internal ColumnMapping Remembered(string name) => ColumnMapping.Of(name, Look.Rows.First(row => row.Line == HeaderLine), Columns);

    private void Recognise() => TakeHeader(Look.HeaderLine ?? 0);
}
