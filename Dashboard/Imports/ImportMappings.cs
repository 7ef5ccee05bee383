using System.Text.Json;
using System.Text.Json.Serialization;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>The mappings the house remembers, in a small file of the data folder: headings and their meaning, nothing of a ledger's rows.</summary>
public sealed class ImportMappings(DataFolder folder)
{
    private const int LongestName = 40;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private readonly Lock _lock = new();

    /// <summary>By name.</summary>
    public IReadOnlyList<ColumnMapping> All
    {
        get
        {
            lock (_lock)
            {
                return Read();
            }
        }
    }

    /// <summary>Those made for the headings of one of a file's rows.</summary>
    public IReadOnlyList<ColumnMapping> Fitting(IEnumerable<SheetLook> sheets)
    {
        List<LookRow> rows = [.. sheets.SelectMany(sheet => sheet.Rows)];
        return [.. All.Where(mapping => rows.Exists(mapping.Fits))];
    }

    /// <summary>How a file is to be read by the mapping of a name.</summary>
    /// <exception cref="RuleBrokenException">There is no such mapping, or no row of the file has its headings.</exception>
    public LedgerChoice ChoiceFor(IEnumerable<SheetLook> sheets, string? sheet, string name)
    {
        var mapping = All.FirstOrDefault(one => one.Name == name.Trim())
            ?? throw new RuleBrokenException(All.Count == 0 ? "还没有记住过列的对应。请在导入页面上记下。" : $"没有记住叫“{name}”的对应，有的是：{string.Join('、', All.Select(one => one.Name))}。");
        var found = sheets.Where(look => sheet is null || look.Name == sheet).OrderBy(look => look.Hidden)
            .SelectMany(look => look.Rows, (look, row) => (look.Name, Row: row)).FirstOrDefault(place => mapping.Fits(place.Row));
        return found.Row is { } row
            ? new LedgerChoice(found.Name, row.Line, mapping.For(row))
            : throw new RuleBrokenException($"这份文件的列名与“{mapping.Name}”记住的不一样。记住的是：{string.Join('、', mapping.Headings.Select(one => one.Heading))}。");
    }

    /// <summary>Remembers it; one of the same name is replaced.</summary>
    /// <exception cref="RuleBrokenException">It has no name, or too long a one.</exception>
    internal void Remember(ColumnMapping mapping)
    {
        var name = Rule.Written(mapping.Name, "请给列的对应起个名称。");
        Rule.Require(name.Length <= LongestName, $"名称不超过 {LongestName} 字。");
        lock (_lock)
        {
            Write([.. Read().Where(other => other.Name != name).Append(mapping with { Name = name }).OrderBy(one => one.Name, StringComparer.Ordinal)]);
        }
    }

    internal void Forget(string name)
    {
        lock (_lock)
        {
            Write([.. Read().Where(other => other.Name != name)]);
        }
    }

    /// <summary>A file that cannot be read is as if it had been lost: it holds a convenience, and must keep nobody from importing.</summary>
    private List<ColumnMapping> Read()
    {
        try
        {
            return File.Exists(folder.ImportMappings) ? JsonSerializer.Deserialize<List<ColumnMapping>>(File.ReadAllBytes(folder.ImportMappings), _options) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Whole or not at all: a crash leaves the old file.</summary>
    private void Write(IReadOnlyList<ColumnMapping> mappings)
    {
        var beside = $"{folder.ImportMappings}.new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(mappings, _options));
        File.Move(beside, folder.ImportMappings, overwrite: true);
    }
}
