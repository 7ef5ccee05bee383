using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Inquiries;

/// <summary>What is keyed in when a voter asks about a deputy's work.</summary>
public sealed class InquiryForm
{
    public int StationId { get; set; }

    public int? DeputyId { get; set; }

    public DateOnly On { get; set; }

    public string Words { get; set; } = "";

    public string VoterName { get; set; } = "";

    public string VoterPhone { get; set; } = "";

    public InquiryFacts Facts => new(Words, On, VoterName, VoterPhone);
}
