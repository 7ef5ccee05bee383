using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Inquiries;

/// <summary>Which inquiry a person acts on, as they saw it.</summary>
public sealed record SeenInquiry(int Id, int Version);

/// <summary>Somebody acted on the inquiry after this person opened it. Says how it stands now, and keeps what was typed.</summary>
public sealed class InquiryChangedException(Inquiry inquiry)
    : RuleBrokenException($"您打开以后，别人办过这条询问，现在是“{inquiry.Stage.InWords()}”。您写的都还在，请看过再决定。")
{
    /// <summary>How it stands now; whoever has read the sentence acts on this.</summary>
    public int Version { get; } = inquiry.Version;
}
