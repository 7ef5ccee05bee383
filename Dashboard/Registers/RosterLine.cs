using VoterLiaison.Domain.Deputies;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>What a row of a roster would bring.</summary>
public sealed record RosterLine(int Line, string Code, string Name)
{
    public RosterOutcome Outcome { get; init; }

    /// <summary>Why it cannot be taken.</summary>
    public string? Refusal { get; init; }

    /// <summary>The deputy who is in the register already.</summary>
    public int? DeputyId { get; init; }

    /// <summary>How the deputy would stand in the register.</summary>
    public DeputyForm? Form { get; init; }

    /// <summary>The status it changes to; null where it stays, or is in office from the beginning.</summary>
    public OfficeStatus? Status { get; init; }

    /// <summary>Since when; null for the day of taking over.</summary>
    public DateOnly? StatusSince { get; init; }

    public IReadOnlyList<RosterChange> Changes { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public RosterLine Refused(string sentence) => this with { Outcome = RosterOutcome.Refused, Refusal = sentence };

    /// <summary>All that would be written for it, so that a plan can be told from another.</summary>
    public string Fingerprint => string.Join('\u001f', Line, Code, Outcome, DeputyId, Form?.Facts, Form is null ? "" : string.Join(',', Form.StationIds), Status, StatusSince, string.Join('|', Changes));
}

/// <summary>One thing that would change.</summary>
public sealed record RosterChange(string What, string Before, string After);

public enum RosterOutcome
{
    New = 1,
    Changed,
    Unchanged,
    Refused,
}
