using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>One row of a ledger as the import understands it. What the ledger does not say is null or empty.</summary>
internal sealed record LedgerEntry
{
    public required int Line { get; init; }

    /// <summary>原编号, or for a row without one a fingerprint of its day and words. By it the row is known again.</summary>
    public required string SourceNumber { get; init; }

    /// <summary>The ledger has no number for it.</summary>
    public bool IsUnnumbered { get; init; }

    public required DateOnly ReceivedOn { get; init; }
    public required string Words { get; init; }
    public string Subject { get; init; } = "";
    public string Source { get; init; } = "";
    public string Station { get; init; } = "";
    public IReadOnlyList<string> Deputies { get; init; } = [];
    public string Person { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Community { get; init; } = "";
    public int? Headcount { get; init; }
    public string Category { get; init; } = "";
    public string MergedInto { get; init; } = "";
    public string Channel { get; init; } = "";
    public DateOnly? ForwardedOn { get; init; }

    /// <summary>The lead organ first, then the co-handlers.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];

    /// <summary>Who of the city's deputies carries it, where the ledger names them as its handlers.</summary>
    public IReadOnlyList<string> CityDeputies { get; init; } = [];

    public DateOnly? AssignedOn { get; init; }

    /// <summary>The ledger has a column for 交办日期, so that an empty one says something.</summary>
    public bool SaysAssignment { get; init; }

    public DateOnly? ExtendedTo { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public string Outcome { get; init; } = "";
    public string Reply { get; init; } = "";
    public DateOnly? FedBackOn { get; init; }
    public string FeedbackMeans { get; init; } = "";
    public string FedBackBy { get; init; } = "";

    /// <summary>解释说明, or what was answered on the spot.</summary>
    public string Explanation { get; init; } = "";

    public string VoterRating { get; init; } = "";
    public string DeputyRating { get; init; } = "";
    public string Stage { get; init; } = "";

    /// <summary>The reception it was said at, in ledger A.</summary>
    public LedgerReception? Reception { get; init; }

    /// <summary>What a book of ours says in 备注.</summary>
    public OwnRemarks Remarks { get; init; } = new();

    /// <summary>现场答复: the explanation was given where the voter spoke.</summary>
    public bool ExplainedOnTheSpot { get; init; }

    public bool IsForwarded => Reply.Length > 0 || Organs.Count > 0 || CityDeputies.Count > 0 || Channel.Length > 0 || (ForwardedOn ?? AssignedOn) is not null;

    public bool IsFedBack => FedBackOn is not null || LedgerWords.Stage(Stage) is OpinionStage.FedBack;
}
