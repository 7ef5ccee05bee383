using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions.Keying;

/// <summary>One sitting at the keyboard: what is chosen once, and the rows above the one being written. It lies in the browser until it is ended.</summary>
public sealed class Sitting
{
    public int StationId { get; set; }
    public DateOnly On { get; set; }
    public OpinionSource Source { get; set; } = OpinionSource.Reception;
    public List<int> DeputyIds { get; set; } = [];
    public List<KeyedRow> Rows { get; set; } = [];

    public int Saved => Rows.Count(row => row.Number is not null);

    public int Aside => Rows.Count - Saved;

    internal CollectForm FormOf(KeyedRow row) => new()
    {
        StationId = StationId,
        On = On,
        Source = Source,
        DeputyIds = [.. DeputyIds],
        Words = row.Words,
        CategoryId = row.CategoryId,
        ConcernsDeputyId = row.ConcernsDeputyId,
        Headcount = row.Headcount,
        Voters = [new VoterForm { Name = row.Voter, Phone = row.Phone, Community = row.Community }],
    };
}

/// <summary>One row: being written, put aside, or saved with its number.</summary>
public sealed record KeyedRow
{
    /// <summary>意见编号; null until it is saved.</summary>
    public string? Number { get; init; }

    public string Words { get; set; } = "";
    public int? CategoryId { get; set; }

    /// <summary>第七条: the deputy whose work in office it speaks of, if it is about one.</summary>
    public int? ConcernsDeputyId { get; set; }

    public string Voter { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Community { get; set; } = "";
    public int? Headcount { get; set; }

    internal bool IsBlank => string.IsNullOrWhiteSpace(Words + Voter + Phone);

    /// <summary>As it is kept once saved: the phone no longer whole.</summary>
    internal KeyedRow AsSaved(string number) => this with { Number = number, Voter = VoterMask.Name(Voter.Trim()), Phone = VoterMask.Phone(Phone) };
}
