using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>Shapes an opinion for the deputy's page. What tells who spoke is taken out before, where it must be.</summary>
internal sealed class CaseMaking(Opinion opinion, Opinion? lead, DeputyQueries.Names names, DateOnly today)
{
    private const string Elsewhere = "另一件";

    /// <summary>王女士, 张**; 选民 where nobody left a name.</summary>
    public static string CalledOf(Opinion opinion) =>
        string.Join('、', opinion.Voters.Select(link => VoterMask.Name(link.Voter.Name)).Where(name => name.Length > 0)) is { Length: > 0 } called ? called : "选民";

    public DeputyCase Make() => new()
    {
        Id = opinion.Id,
        Version = opinion.Version,
        Number = opinion.Number,
        Stage = opinion.Stage,
        CollectedOn = opinion.CollectedOn,
        Today = today,
        Words = opinion.Words,
        Subject = opinion.Subject,
        Station = names.Stations[opinion.StationId],
        Voters = Voters,
        Called = CalledOf(opinion),
        Community = string.Join('、', opinion.Voters.Select(link => link.Voter.Community).Where(community => community.Length > 0).Distinct()),
        VoterIds = [],
        HasPhone = false,
        IsAboutReader = false,
        MayReveal = false,
        May = new HashSet<OpinionAct>(),
        Went = Went,
        Handler = Handler(Journey),
        Outcome = opinion.Outcome,
        Word = Journey?.Standing?.Text ?? opinion.Explanation ?? lead?.Explanation ?? "",
        WordOn = Journey?.Standing?.AnsweredOn ?? opinion.AwaitingFeedbackSince,
        PointedTo = opinion.PointedTo ?? lead?.PointedTo,
        OwesExplanation = opinion.OwesExplanation,
        IsTold = opinion.CurrentFeedback is not null,
        Since = opinion.AwaitingFeedbackSince,
        DueOn = opinion.DueOn,
        UrgedOn = opinion.UrgedOn,
        Extended = opinion.CurrentForwarding?.ExtendedOn is not null,
        With = [],
        RateUntil = null,
    };

    /// <summary>The journey whose answer it is; of a merged opinion the lead's.</summary>
    private Forwarding? Journey => opinion.Stage is OpinionStage.Merged ? lead?.CurrentForwarding : opinion.CurrentForwarding;

    private string Voters => opinion.AnonymisedOn is not null ? "个人信息已经删去"
        : opinion.Voters.Count == 0 ? opinion.Headcount > 1 ? $"没有留姓名，{opinion.Headcount}人次" : "没有留姓名"
        : CalledOf(opinion) is "选民" ? "没有留姓名"
        : CalledOf(opinion);

    private string Went => opinion switch
    {
        { Stage: OpinionStage.Merged } => $"并入{lead?.Number ?? Elsewhere}一并办理",
        { Stage: OpinionStage.Explained } => "当场解释，没有转交",
        { Stage: OpinionStage.OutOfScope } => $"不属受理范围，应找{opinion.PointedTo}",
        { CurrentForwarding: { } journey } => Way(journey),
        _ => $"{CaseInWords.Day(opinion.CollectedOn, today)}在{names.Stations[opinion.StationId]}收集",
    };

    private string Way(Forwarding journey)
    {
        var on = CaseInWords.Day(journey.ForwardedOn, today);
        var assigned = journey.AssignedOn is { } day ? $"，{CaseInWords.Day(day, today)}交办{Handler(journey)}" : "";
        return journey.Channel switch
        {
            ForwardingChannel.CongressSession => $"{on}在{journey.Session}提出{journey.ProposalKind?.InWords()}{journey.DocumentNumber}{assigned}",
            ForwardingChannel.BetweenSessions => $"{on}提出{journey.BetweenSessionsWay?.InWords()}{journey.DocumentNumber}{assigned}",
            ForwardingChannel.CommitteeMeeting => $"{on}在{journey.MeetingKind?.InWords()}上提出{assigned}",
            ForwardingChannel.StateOrgan => $"{on}反映给{Handler(journey)}",
            ForwardingChannel.MunicipalDeputy => $"{on}反映给{Handler(journey)}",
        };
    }

    private string Handler(Forwarding? journey) => journey switch
    {
        { CityDeputyId: { } city } => $"市人大代表{names.Deputies[city]}",
        { LeadOrganId: { } organ } => names.Organs[organ],
        _ => "承办单位",
    };
}
