using System.Security.Cryptography;
using VoterLiaison.Dashboard.Ledgers;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>A ledger read from its file: its rows understood, before anything is compared with what is stored.</summary>
public sealed class LedgerReading
{
    private LedgerReading(string fileName, string sha256, LedgerSheet sheet)
    {
        FileName = fileName;
        Sha256 = sha256;
        Sheet = sheet;
    }

    public string FileName { get; }

    /// <summary>Of the file's bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    public int Rows { get; private set; }

    internal LedgerSheet Sheet { get; }

    internal List<LedgerEntry> Entries { get; } = [];

    /// <summary>Of ledger A; empty for any other.</summary>
    internal IReadOnlyList<LedgerReception> Receptions { get; private set; } = [];

    internal Findings Findings { get; } = new();

    /// <summary>Opens a file and reads it by what can be recognised.</summary>
    /// <inheritdoc cref="Of"/>
    public static async Task<LedgerReading> ReadAsync(
        byte[] content, string fileName, int? year, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Of(await LedgerFile.OpenAsync(new MemoryStream(content, writable: false), fileName, cancellationToken), content, new LedgerChoice(), year, progress, cancellationToken);

    /// <summary>Reads the whole ledger. It keeps a processor busy: from a circuit, call it on a thread of its own.</summary>
    /// <param name="file">The file, as the batch shall remember its name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="choice">Which sheet, and what its columns mean.</param>
    /// <param name="year">The year of dates that name none.</param>
    /// <param name="progress">Told every thousand rows.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="LedgerRefusedException">The file cannot or must not be read, or has no column of dates; says why.</exception>
    public static LedgerReading Of(
        LedgerFile file, byte[] content, LedgerChoice choice, int? year, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var sheet = LedgerSheets.Pick(file, choice);
        if (!sheet.Header.Has(LedgerColumn.ReceivedOn))
        {
            throw new LedgerRefusedException($"“{file.Name}”的工作表“{sheet.Name}”没有收集日期一栏（来信时间、留言时间、接待日期等也可以）。没有日期不知道计入哪一年，请补上后再导入。");
        }

        var reading = new LedgerReading(file.Name, Convert.ToHexStringLower(SHA256.HashData(content)), sheet);
        var (reader, same) = (new EntryReader(year, reading.Findings), new SameWords());
        var receptions = ReceptionReader.IsFor(sheet.Header) ? new ReceptionReader(year, reading.Findings) : null;
        foreach (var row in sheet.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (receptions is null)
            {
                if (reader.Read(row) is { } entry)
                {
                    reading.Entries.Add(same.Apart(entry));
                }
            }
            else if (receptions.Read(row) is { } reception && row.Text(LedgerColumn.Text).Length > 0 && reader.Read(row) is { } heard)
            {
                reading.Entries.Add(same.Apart(heard with { Reception = reception }));
            }

            if (++reading.Rows % 1000 == 0)
            {
                progress?.Report(new ImportProgress("读取", reading.Rows));
            }
        }

        reading.Receptions = receptions?.All ?? [];
        progress?.Report(new ImportProgress("读取", reading.Rows, reading.Rows));
        return reading;
    }
}
