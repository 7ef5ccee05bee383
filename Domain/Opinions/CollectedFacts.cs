using VoterLiaison.Domain.Deputies;

namespace VoterLiaison.Domain.Opinions;

/// <summary>What is taken down when a voter speaks. Only the words and the day are owed; the rest may follow.</summary>
public sealed record CollectedFacts
{
    /// <summary>选民原话, kept as they are, of any length.</summary>
    public required string Words { get; init; }

    /// <summary>收集日期, in the district; it decides the year the opinion counts in.</summary>
    public required DateOnly On { get; init; }

    public OpinionSource Source { get; init; } = OpinionSource.Reception;

    /// <summary>A short title, where a ledger has one.</summary>
    public string Subject { get; init; } = "";

    public Category? Category { get; init; }

    /// <summary>Whose opinion it is; may be empty until the office decides.</summary>
    public IReadOnlyList<Deputy> Deputies { get; init; } = [];

    /// <summary>第七条: the deputy whose work in office the voter speaks of, if it is about one.</summary>
    public Deputy? Concerns { get; init; }

    /// <summary>The voters who left a name or a phone; none for an anonymous one.</summary>
    public IReadOnlyList<Voter> Voters { get; init; } = [];

    /// <summary>人次: how many people spoke; at least one, and at least the voters named.</summary>
    public int? Headcount { get; init; }

    /// <summary>The reception it was said at, if it was.</summary>
    public int? SessionId { get; init; }

    /// <summary>监督议题 or 调研题目 it belongs to.</summary>
    public int? TopicId { get; init; }

    /// <summary>原编号: the number in the ledger it came from.</summary>
    public string? SourceNumber { get; init; }
}

/// <summary>来源: how the voter reached the deputies (第八条五).</summary>
public enum OpinionSource
{
    /// <summary>约谈: received at a station.</summary>
    Reception = 1,

    /// <summary>座谈.</summary>
    Symposium,

    /// <summary>走访.</summary>
    Visit,

    Letter,
    Telephone,

    /// <summary>网络.</summary>
    Online,

    /// <summary>原有台账: taken over from a ledger.</summary>
    Ledger,
}
