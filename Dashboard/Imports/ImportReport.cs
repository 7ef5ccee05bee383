using System.Text.Json.Serialization;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>What an import would write, or has written: nothing is done to a ledger's rows that is not said here.</summary>
public sealed record ImportReport
{
    public required string FileName { get; init; }
    public required string StationCode { get; init; }
    public required string StationName { get; init; }

    /// <summary>Opinions that are new, by the station's code.</summary>
    public required IReadOnlyDictionary<string, int> ByStation { get; init; }

    /// <summary>The sheet that was read.</summary>
    public required string Sheet { get; init; }

    /// <summary>The row its headings stand in.</summary>
    public required int HeaderLine { get; init; }

    public required IReadOnlyList<string> OtherSheets { get; init; }

    /// <summary>Headings whose columns are not taken over.</summary>
    public required IReadOnlyList<string> ColumnsLeft { get; init; }

    /// <summary>Rows of data in the ledger.</summary>
    public required int Rows { get; init; }

    /// <summary>Opinions that are new to the station.</summary>
    public required int Opinions { get; init; }

    /// <summary>场次 of ledger A that are new.</summary>
    public int Receptions { get; init; }

    /// <summary>接待人次 of those.</summary>
    public int VoterTimes { get; init; }

    /// <summary>There is nothing to write.</summary>
    [JsonIgnore]
    public bool IsEmpty => Opinions == 0 && Receptions == 0;

    /// <summary>3 场接待、5 件意见; of what there is.</summary>
    [JsonIgnore]
    public string Written => Receptions == 0 ? $"{Opinions:N0} 件" : $"{Receptions:N0} 场接待、{Opinions:N0} 件意见";

    /// <summary>Rows that bring a further answer to an opinion of an earlier row.</summary>
    public required int FurtherRows { get; init; }

    /// <summary>By the year of the collection date.</summary>
    public required IReadOnlyDictionary<int, int> ByYear { get; init; }

    public required int Forwarded { get; init; }
    public required int Answered { get; init; }

    /// <summary>Answers, where an opinion may have several.</summary>
    public required int Answers { get; init; }

    public required int FedBack { get; init; }

    /// <summary>Answered, and the ledger does not say that the voter was told.</summary>
    public required int AwaitingFeedback { get; init; }

    /// <summary>Rows whose opinion the station has already.</summary>
    public required int RecognisedRows { get; init; }

    /// <summary>Where a recognised row says something else than what is stored, field by field. Nothing is changed.</summary>
    public required IReadOnlyList<RowNote> Differences { get; init; }

    public required IReadOnlyList<RowNote> Refused { get; init; }
    public required IReadOnlyList<ImportRemark> Remarks { get; init; }

    /// <summary>Everything that is said of single rows: what keeps one out first.</summary>
    internal IEnumerable<SaidOfRow> OfRows => Refused.Select(note => new SaidOfRow(note.Line, "不能登记", note.Sentence))
        .Concat(Differences.Select(note => new SaidOfRow(note.Line, "与已登记的不同", note.Sentence)))
        .Concat(Remarks.SelectMany(remark => remark.Lines, (remark, line) => new SaidOfRow(line, "说明", remark.Sentence)));

    /// <summary>Organs that are not in the register yet.</summary>
    public required IReadOnlyList<string> NewOrgans { get; init; }

    /// <summary>Said when this very file was imported before.</summary>
    public string? Before { get; init; }

    /// <summary>The batch, once written; null when nothing was. Of a ledger of several stations, the first.</summary>
    public int? BatchId => Batches is [var first, ..] ? first : null;

    /// <summary>The batches, once written: one for each station.</summary>
    public IReadOnlyList<int> Batches { get; init; } = [];
}

/// <param name="Line">The row as Excel counts.</param>
/// <param name="Sentence">What is to be said about it.</param>
public sealed record RowNote(int Line, string Sentence);

/// <param name="Line">The row as Excel counts.</param>
/// <param name="Result">不能登记、与已登记的不同 or 说明.</param>
/// <param name="Sentence">What is to be said about it.</param>
internal readonly record struct SaidOfRow(int Line, string Result, string Sentence);

/// <param name="Sentence">A default that was used, or something a clerk should look at.</param>
/// <param name="Lines">The rows it concerns.</param>
public sealed record ImportRemark(string Sentence, [property: JsonIgnore] IReadOnlyList<int> Lines)
{
    public int Rows => Lines.Count;

    /// <summary>第 3、9、12 行等 57 行.</summary>
    public string LinesInWords => Lines.Count <= 12
        ? $"第 {string.Join('、', Lines)} 行"
        : $"第 {string.Join('、', Lines.Take(8))} 行等 {Lines.Count:N0} 行";
}

/// <param name="Doing">读取、核对 or 写入.</param>
/// <param name="Done">Rows or opinions done.</param>
/// <param name="Total">Of how many; null while that is not known.</param>
public sealed record ImportProgress(string Doing, int Done, int? Total = null);
