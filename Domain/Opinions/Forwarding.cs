using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

/// <summary>One journey of an opinion along one channel, and the answers it brought home.</summary>
public sealed class Forwarding
{
    private readonly List<Answer> _answers = [];

    internal Forwarding(ForwardingChannel channel, int round, DateOnly forwardedOn)
    {
        Channel = channel;
        Round = round;
        ForwardedOn = forwardedOn;
    }

    public int Id { get; private set; }

    public int OpinionId { get; private set; }

    public ForwardingChannel Channel { get; private set; }

    /// <summary>办理轮次, from 1. A journey that was withdrawn or returned keeps its round; the next one in the same round follows it.</summary>
    public int Round { get; private set; }

    /// <summary>反映日期.</summary>
    public DateOnly ForwardedOn { get; private set; }

    /// <summary>交办日期: the day the organs were formally charged. The statutory clock starts here, not at the collection.</summary>
    public DateOnly? AssignedOn { get; private set; }

    public int? LeadOrganId { get; private set; }

    /// <summary>协办单位, by id.</summary>
    public IReadOnlyList<int> CoHandlerIds { get; private set; } = [];

    /// <summary>第六条(一): which session.</summary>
    public string? Session { get; internal set; }

    public ProposalKind? ProposalKind { get; internal set; }

    public BetweenSessionsWay? BetweenSessionsWay { get; internal set; }

    /// <summary>议案、建议或直通车的编号.</summary>
    public string? DocumentNumber { get; internal set; }

    public CommitteeMeetingKind? MeetingKind { get; internal set; }

    public string? MeetingTopic { get; internal set; }

    public DateOnly? MeetingHeldOn { get; internal set; }

    /// <summary>第六条(五): the city deputy who carries it.</summary>
    public int? CityDeputyId { get; internal set; }

    /// <summary>The day the extension was agreed; with it the answer is due six months after 交办.</summary>
    public DateOnly? ExtendedOn { get; private set; }

    /// <summary>同意延期的交办机关或人.</summary>
    public string? ExtensionConsent { get; private set; }

    /// <summary>The day it was withdrawn by the deputy or returned by the organ.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was withdrawn or returned.</summary>
    public string? EndReason { get; private set; }

    /// <summary>代表对办理答复的评价.</summary>
    public DeputyRating? DeputyRating { get; private set; }

    public DateOnly? DeputyRatedOn { get; private set; }

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>What the lead says now: its answer, or its latest supplement.</summary>
    public Answer? Standing => _answers.LastOrDefault(answer => answer.Kind is not AnswerKind.Beside);

    internal void HandTo(Handlers handlers)
    {
        var coHandlers = handlers.CoHandlers.Select(organ => organ.Id).ToList();
        Rule.Require(handlers.CoHandlers.All(organ => organ.Code != handlers.Lead.Code), $"{handlers.Lead.Name}已是主办单位，不能同时协办。");
        Rule.Require(handlers.CoHandlers.DistinctBy(organ => organ.Code).Count() == coHandlers.Count, "同一个协办单位写了两次。");

        LeadOrganId = handlers.Lead.Id;
        CoHandlerIds = coHandlers;
    }

    internal void Assign(Handlers handlers, DateOnly on)
    {
        Rule.Require(on >= ForwardedOn, "交办日期不能早于反映日期。");
        HandTo(handlers);
        AssignedOn = on;
    }

    internal void Extend(string consentBy, DateOnly on)
    {
        Rule.Require(on >= AssignedOn, "同意延期的日期不能早于交办日期。");
        ExtensionConsent = Rule.Written(consentBy, "延期须经交办机关同意，请写明由谁同意。");
        ExtendedOn = on;
    }

    internal void End(string reason, DateOnly on)
    {
        Rule.Require(on >= ForwardedOn, "日期不能早于反映日期。");
        EndReason = Rule.Written(reason, "请写明理由。");
        EndedOn = on;
    }

    internal void BringHome(Answer answer)
    {
        Rule.Require(answer.AnsweredOn >= (AssignedOn ?? ForwardedOn), AssignedOn is null ? "答复日期不能早于反映日期。" : "答复日期不能早于交办日期。");
        _answers.Add(answer);
    }

    internal void TakeOut(PersonalTraces traces)
    {
        EndReason = EndReason is null ? null : traces.TakeOutOf(EndReason);
        ExtensionConsent = ExtensionConsent is null ? null : traces.TakeOutOf(ExtensionConsent);
        MeetingTopic = MeetingTopic is null ? null : traces.TakeOutOf(MeetingTopic);
        _answers.ForEach(answer => answer.TakeOut(traces));
    }

    internal void Rate(DeputyRating rating, DateOnly on)
    {
        Rule.Require(on >= Standing!.AnsweredOn, "评价日期不能早于答复日期。");
        DeputyRating = rating;
        DeputyRatedOn = on;
    }
}
