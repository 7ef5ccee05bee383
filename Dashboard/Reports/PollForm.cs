using System.Globalization;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Reports;

/// <summary>What is keyed in of the voters' poll.</summary>
public sealed class PollForm
{
    public int? Present { get; set; }

    public int? Satisfied { get; set; }

    public int? MostlySatisfied { get; set; }

    public int? Dissatisfied { get; set; }

    /// <summary>All voices; null where none of the grades is filled in.</summary>
    public int? Voices => Satisfied is null && MostlySatisfied is null && Dissatisfied is null ? null : (Satisfied ?? 0) + (MostlySatisfied ?? 0) + (Dissatisfied ?? 0);

    public static PollForm Of(PerformanceReport? report) => new()
    {
        Present = report?.Present,
        Satisfied = report?.Satisfied,
        MostlySatisfied = report?.MostlySatisfied,
        Dissatisfied = report?.Dissatisfied,
    };

    public static int? Number(string? typed) => int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <exception cref="RuleBrokenException">One grade is filled in, and another is not.</exception>
    public ReportPoll? Facts => (Satisfied, MostlySatisfied, Dissatisfied) switch
    {
        (null, null, null) => null,
        ({ } satisfied, { } mostly, { } dissatisfied) => new ReportPoll(satisfied, mostly, dissatisfied),
        _ => throw new RuleBrokenException("测评的三档要都填上，没有人投的填0；没有测评的都不填。"),
    };
}
