using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>What a clerk fills in to forward an opinion. Each channel asks for its own part of it.</summary>
public sealed record ForwardForm
{
    public ForwardingChannel Channel { get; set; } = ForwardingChannel.StateOrgan;
    public DateOnly On { get; set; }
    public string Session { get; set; } = "";
    public ProposalKind ProposalKind { get; set; } = ProposalKind.Suggestion;
    public BetweenSessionsWay BetweenSessionsWay { get; set; } = BetweenSessionsWay.Suggestion;
    public string DocumentNumber { get; set; } = "";
    public CommitteeMeetingKind MeetingKind { get; set; } = CommitteeMeetingKind.StandingCommittee;
    public string MeetingTopic { get; set; } = "";
    public DateOnly? MeetingHeldOn { get; set; }
    public int? CityDeputyId { get; set; }
    public HandlersForm Handlers { get; set; } = new();

    internal async Task<ForwardingFacts> FactsAsync(LiaisonDbContext db) => Channel switch
    {
        ForwardingChannel.CongressSession => new CongressSessionFacts(Session, ProposalKind, DocumentNumber),
        ForwardingChannel.BetweenSessions => new BetweenSessionsFacts(BetweenSessionsWay, DocumentNumber),
        ForwardingChannel.CommitteeMeeting => new CommitteeMeetingFacts(
            MeetingKind, MeetingTopic, MeetingHeldOn ?? throw new RuleBrokenException("请填写会议日期。")),
        ForwardingChannel.StateOrgan => new StateOrganFacts(await Handlers.LoadAsync(db, On)),
        ForwardingChannel.MunicipalDeputy => new MunicipalDeputyFacts(
            await db.Deputies.SingleOrDefaultAsync(deputy => deputy.Id == CityDeputyId) ?? throw new RuleBrokenException("请选择一位市人大代表。")),
    };
}

/// <summary>主办和协办, as chosen on screen.</summary>
public sealed record HandlersForm
{
    public int? LeadOrganId { get; set; }
    public List<int> CoHandlerIds { get; set; } = [];

    internal async Task<Handlers> LoadAsync(LiaisonDbContext db, DateOnly on)
    {
        var organs = await db.Organs.Where(organ => organ.Id == LeadOrganId || CoHandlerIds.Contains(organ.Id)).ToDictionaryAsync(organ => organ.Id);
        if (organs.Values.FirstOrDefault(organ => on >= organ.RetiredOn) is { } retired)
        {
            var successor = await db.Organs.Where(organ => organ.Id == retired.SuccessorId).Select(organ => organ.Name).SingleOrDefaultAsync();
            throw new RuleBrokenException($"{retired.Name}已于{retired.RetiredOn:yyyy年M月d日}撤并，不能再转交。" + (successor is null ? "" : $"由{successor}接着办。"));
        }

        return LeadOrganId is { } lead && organs.TryGetValue(lead, out var leadOrgan)
            ? new Handlers(leadOrgan, [.. CoHandlerIds.Select(id => organs.GetValueOrDefault(id) ?? throw new RuleBrokenException("请重新选择协办单位。"))])
            : throw new RuleBrokenException("请选择主办单位。");
    }
}
