namespace VoterLiaison.Bench.Faults;

/// <summary>What came of one run.</summary>
/// <param name="Acknowledged">Receipts and sign-ins.</param>
/// <param name="Refused">Told that it was not stored, with everything typed given back.</param>
/// <param name="Unanswered">No answer; sent again.</param>
/// <param name="Stored">What the database holds of it.</param>
/// <param name="Verified">What <c>verify</c> says.</param>
/// <param name="Note">What this run was like.</param>
/// <param name="Faulty">What must not be.</param>
internal sealed record Outcome(int Acknowledged, int Refused, int Unanswered, Stored Stored, bool Verified, string Note, IReadOnlyList<string> Faulty)
{
    public bool IsGood => Stored is { Lost: 0, Duplicates: 0 } && Verified && Faulty.Count == 0;
}
