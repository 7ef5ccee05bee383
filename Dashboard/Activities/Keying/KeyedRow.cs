using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Activities.Keying;

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

    /// <summary>怎么办.</summary>
    public Handling Handling { get; set; } = Handling.Carry;

    /// <summary>What the voter was told there and then; of what is out of scope, why.</summary>
    public string Said { get; set; } = "";

    /// <summary>Where the voter was sent with what is out of scope.</summary>
    public string PointedTo { get; set; } = "";

    /// <summary>Who told them.</summary>
    public string GivenBy { get; set; } = "";

    /// <summary>Where a saved one stands, in words.</summary>
    public string Standing { get; init; } = "";

    /// <summary>Whose it is was known when it was saved.</summary>
    public bool HasDeputies { get; init; }

    internal bool IsBlank => string.IsNullOrWhiteSpace(Words + Voter + Phone + Said + PointedTo);

    /// <summary>What is still to be added to a saved one. It never stopped anyone from saving.</summary>
    internal IReadOnlyList<string> Lacks =>
    [
        .. new[]
        {
            CategoryId is null ? "类别" : null,
            HasDeputies ? null : "代表",
            Handling is Handling.Explain && Told is null ? "怎样解释的" : null,
            Handling is Handling.PointElsewhere && Told is null ? "请选民找谁、为什么" : null,
        }.OfType<string>(),
    ];

    /// <summary>What was said there and then, where enough of it is written.</summary>
    internal OnTheSpot? Told => Handling switch
    {
        Handling.Explain when !string.IsNullOrWhiteSpace(Said) && !string.IsNullOrWhiteSpace(GivenBy) => new OnTheSpot(Said, GivenBy),
        Handling.PointElsewhere when !string.IsNullOrWhiteSpace(Said) && !string.IsNullOrWhiteSpace(PointedTo) && !string.IsNullOrWhiteSpace(GivenBy) => new OnTheSpot(Said, GivenBy, PointedTo.Trim()),
        Handling.Carry or Handling.Explain or Handling.PointElsewhere => null,
    };

    /// <summary>As it is kept once saved: the phone no longer whole.</summary>
    internal KeyedRow AsSaved(string number, bool hasDeputies) => this with
    {
        Number = number,
        Voter = VoterMask.Name(Voter.Trim()),
        Phone = VoterMask.Phone(Phone),
        HasDeputies = hasDeputies,
        Standing = Told is { } told ? $"{told.Act.InWords()}，{told.GivenBy}" : "待转交",
    };

    /// <summary>One that was saved before, or by somebody else.</summary>
    internal static KeyedRow Of(SessionOpinion opinion) => new()
    {
        Number = opinion.Number,
        Words = opinion.Words,
        CategoryId = opinion.CategoryId,
        ConcernsDeputyId = opinion.ConcernsDeputyId,
        Voter = opinion.Voter,
        Phone = opinion.Phone,
        Community = opinion.Community,
        Headcount = opinion.Headcount,
        HasDeputies = opinion.HasDeputies,
        Standing = opinion.Stage is OpinionStage.Collected ? "待转交" : opinion.Stage.InWords(),
    };
}

/// <summary>怎么办: what becomes of an opinion there and then.</summary>
public enum Handling
{
    /// <summary>转交: a deputy carries it; by which channel is decided later.</summary>
    Carry,

    /// <summary>当场解释.</summary>
    Explain,

    /// <summary>不属受理范围.</summary>
    PointElsewhere,
}

internal static class HandlingWording
{
    public static string InWords(this Handling handling) => handling switch
    {
        Handling.Carry => "转交（待代表定途径）",
        Handling.Explain => "当场解释",
        Handling.PointElsewhere => "不属受理范围",
    };
}
