using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Counts what a ledger brings, opinion by opinion.</summary>
internal sealed class ImportTally
{
    private readonly SortedDictionary<int, int> _byYear = [];

    /// <inheritdoc cref="ImportReport.ByYear"/>
    public IReadOnlyDictionary<int, int> ByYear => _byYear;

    public int Forwarded { get; private set; }
    public int Answered { get; private set; }
    public int Answers { get; private set; }
    public int FedBack { get; private set; }
    public int AwaitingFeedback { get; private set; }

    public void Add(Opinion opinion)
    {
        _byYear[opinion.Year] = _byYear.GetValueOrDefault(opinion.Year) + 1;
        var forwarded = opinion.Forwardings.Count > 0;
        Forwarded += forwarded ? 1 : 0;
        Answered += forwarded && opinion.Outcome is not null ? 1 : 0; // one merged into another has its outcome and no answer of its own
        Answers += opinion.Forwardings.Sum(forwarding => forwarding.Answers.Count);
        FedBack += opinion.Feedbacks.Count > 0 ? 1 : 0;
        AwaitingFeedback += opinion.AwaitingFeedbackSince is not null ? 1 : 0;
    }
}
