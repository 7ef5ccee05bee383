using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

/// <summary>One ledger taken over into the system: remembered, recognisable, and undoable as a whole.</summary>
public sealed class ImportBatch(string fileName, string sha256, int stationId, DateTime importedAt, string importedBy)
{
    public int Id { get; private set; }

    public string FileName { get; private set; } = fileName;

    /// <summary>Of the file's bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = sha256;

    public int StationId { get; private set; } = stationId;

    /// <summary>UTC.</summary>
    public DateTime ImportedAt { get; private set; } = importedAt;

    public string ImportedBy { get; private set; } = importedBy;

    /// <summary>How many opinions it brought.</summary>
    public int Opinions { get; private set; }

    /// <summary>UTC; null while the batch stands.</summary>
    public DateTime? UndoneAt { get; private set; }

    public string? UndoneBy { get; private set; }

    public void Brought(int opinions) => Opinions = opinions;

    /// <exception cref="RuleBrokenException">It was undone already.</exception>
    public void Undo(string by, DateTime at)
    {
        Rule.Require(UndoneAt is null, "这一批导入已经撤销过了。");
        UndoneAt = at;
        UndoneBy = by;
    }
}
