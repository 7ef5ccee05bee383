using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>What a clerk keys in when a voter speaks.</summary>
public sealed record CollectForm
{
    public int StationId { get; set; }
    public DateOnly On { get; set; }
    public OpinionSource Source { get; set; } = OpinionSource.Reception;
    public string Words { get; set; } = "";
    public string Subject { get; set; } = "";
    public int? CategoryId { get; set; }
    public List<int> DeputyIds { get; set; } = [];

    /// <summary>第七条: the deputy whose work in office it speaks of, if it is about one.</summary>
    public int? ConcernsDeputyId { get; set; }

    public List<VoterForm> Voters { get; set; } = [];
    public int? Headcount { get; set; }

    /// <summary>接待场次: the session in which it was said.</summary>
    public int? SessionId { get; set; }

    /// <summary>What the voter was told there and then; null where it is to be carried.</summary>
    public OnTheSpot? Told { get; set; }
}

/// <summary>A voter as keyed in. Where only the community is known, that is kept too.</summary>
public sealed record VoterForm
{
    public string Name { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Community { get; set; } = "";

    internal bool IsSomebody => !string.IsNullOrWhiteSpace(Name + Phone + Community);
}
