using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Activities.Ledgers;

/// <summary>A session that was held, with all that its ledgers say of it: written once, read by each of them.</summary>
/// <param name="Session">With its deputies.</param>
/// <param name="Station">Where.</param>
/// <param name="Unit">组织单位.</param>
/// <param name="Attended">Who was there, as they were named.</param>
/// <param name="Opinions">What was collected in it, in the order it was taken down; with voters, deputies, and without journeys.</param>
/// <param name="Topic">监督议题 or 调研题目 it was about.</param>
/// <param name="HandedBefore">It was handed over to the activity system, and put right since.</param>
public sealed record LedgerSession(
    ContactSession Session, Station Station, LiaisonUnit Unit, IReadOnlyList<LedgerDeputy> Attended, IReadOnlyList<LedgerOpinion> Opinions, string? Topic, bool HandedBefore)
{
    public string Hours => SessionWording.Hours(Session.From, Session.Until);

    public string Kind => Session.Way.InWords();

    /// <summary>活动名称; by its way where it was given none.</summary>
    public string Title => Session.Title.Length > 0 ? Session.Title : Session.Way is null ? "选民接待日" : Kind;

    /// <summary>内容摘要; where nobody wrote one, what the figures say.</summary>
    public string Gist => Session.Notes.Length > 0 ? Session.Notes
        : Opinions.Count > 0 ? $"接待选民{Session.VoterTimes}人次，收集意见{Opinions.Count}件。"
        : $"接待选民{Session.VoterTimes}人次。";

    public string Names => string.Join('、', Attended.Select(one => one.Deputy.Name));

    public int OpinionsOf(LedgerDeputy one) => Opinions.Count(said => said.Opinion.Deputies.Any(link => link.DeputyId == one.Deputy.Id));

    public SeenRecord Seen => new(Session.Id, Session.RecordedAt);
}

/// <param name="Deputy">Who.</param>
/// <param name="District">选区, in words.</param>
/// <param name="Unit">代表小组或联组.</param>
/// <param name="ConfirmedOn">核对日期.</param>
/// <param name="Objects">有异议, not yet answered.</param>
public sealed record LedgerDeputy(Deputy Deputy, string District, string Unit, DateOnly? ConfirmedOn, bool Objects)
{
    public string Checked => Objects ? "有异议" : ConfirmedOn is null ? "未核对" : "无异议";
}

/// <param name="Opinion">As it stands now.</param>
/// <param name="Category">类别.</param>
/// <param name="LeadNumber">The number of what it was merged into, if that lies within reach.</param>
public sealed record LedgerOpinion(Opinion Opinion, string Category, string? LeadNumber);
