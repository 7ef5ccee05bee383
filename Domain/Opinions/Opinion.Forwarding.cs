using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

public sealed partial class Opinion
{
    /// <summary>转交 (第六条): sends it along one channel. One journey at a time.</summary>
    /// <param name="facts">What the channel needs.</param>
    /// <param name="on">反映日期.</param>
    /// <param name="note">The facts in words, for the history.</param>
    /// <param name="stamp">Who enters it, and when.</param>
    /// <exception cref="RuleBrokenException">The stage does not allow it, a fact of the channel is missing, or the day is before the collection or ahead.</exception>
    public void Forward(ForwardingFacts facts, DateOnly on, string note, Stamp stamp)
    {
        Require(OpinionAct.Forward, on, stamp);
        SetOut(facts, Math.Max(1, Round), on);
        Enter(OpinionAct.Forward, on, note, stamp);
    }

    /// <summary>重新办理: another round, when the voter said 不满意 and a person so decided.</summary>
    /// <exception cref="RuleBrokenException">As for <see cref="Forward"/>; or the voter did not say 不满意, or nobody decided.</exception>
    public void ForwardAgain(ForwardingFacts facts, string decidedBy, DateOnly on, string note, Stamp stamp)
    {
        Require(OpinionAct.ForwardAgain, on, stamp);
        var decided = Rule.Written(decidedBy, "重新办理要由人决定，请写明由谁决定。");
        Rule.Require(on >= CurrentFeedback!.RatedOn, "重新办理的日期不能早于选民评价的日期。");
        SetOut(facts, Round + 1, on);
        Outcome = null;
        Rating = null;
        ConcludedOn = null;
        LookAgainOn = null;
        Enter(OpinionAct.ForwardAgain, on, $"{decided}决定重新办理，第{Round}轮。{note}", stamp);
    }

    /// <summary>交办: charges the organs formally. From this day the statutory clock runs.</summary>
    /// <exception cref="RuleBrokenException">The channel is not assigned, it was assigned already, or the day is before the forwarding or ahead.</exception>
    public void Assign(Handlers handlers, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Assign, on, stamp);
        CurrentForwarding!.Assign(handlers, on);
        LeadOrganId = handlers.Lead.Id;
        Enter(OpinionAct.Assign, on, handlers.InWords, stamp);
    }

    /// <summary>延期: the answer is due six months after 交办 instead of three.</summary>
    /// <exception cref="RuleBrokenException">No statutory clock runs, it was extended already, or nobody consented.</exception>
    public void Extend(string consentBy, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Extend, on, stamp);
        var forwarding = CurrentForwarding!;
        var before = Clock.OnAnswer(forwarding, stamp.Limits)!.DueOn;
        forwarding.Extend(consentBy, on);
        Enter(OpinionAct.Extend, on, $"经{forwarding.ExtensionConsent}同意，答复期限由{before:yyyy-MM-dd}延至{Clock.OnAnswer(forwarding, stamp.Limits)!.DueOn:yyyy-MM-dd}。", stamp);
    }

    /// <summary>撤回: the deputy takes it back before it is answered.</summary>
    /// <exception cref="RuleBrokenException">Nothing is on its way, or no reason is given.</exception>
    public void Withdraw(string reason, DateOnly on, Stamp stamp) => ComeBack(OpinionAct.Withdraw, reason, on, stamp);

    /// <summary>退办: the organ returns it, with its reason.</summary>
    /// <exception cref="RuleBrokenException">Nothing is on its way, or no reason is given.</exception>
    public void Return(string reason, DateOnly on, Stamp stamp) => ComeBack(OpinionAct.Return, reason, on, stamp);

    /// <summary>答复: the lead organ, or the city deputy, answers. The voter is owed word from this day.</summary>
    /// <exception cref="RuleBrokenException">It is not on its way or not assigned yet, there is no text, or the day is before the journey or ahead.</exception>
    public void RecordAnswer(AnswerOutcome outcome, string text, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Answer, on, stamp);
        CurrentForwarding!.BringHome(new Answer(AnswerKind.Lead, LeadOrganId, outcome, text, on));
        StopClock(on, stamp);
        Outcome = outcome;
        AwaitingFeedbackSince = on;
        Enter(OpinionAct.Answer, on, text.Trim(), stamp);
    }

    /// <summary>协办答复: further word beside the lead's answer; the stage stays.</summary>
    /// <exception cref="RuleBrokenException">The organ is no co-handler of this journey, or there is no text.</exception>
    public void RecordAnswerBeside(Organ organ, AnswerOutcome outcome, string text, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.AnswerBeside, on, stamp);
        Rule.Require(CurrentForwarding!.CoHandlerIds.Contains(organ.Id), $"{organ.Name}不是这件意见的协办单位。");
        CurrentForwarding.BringHome(new Answer(AnswerKind.Beside, organ.Id, outcome, text, on));
        Enter(OpinionAct.AnswerBeside, on, $"{organ.Name}：{text.Trim()}", stamp);
    }

    /// <summary>补充答复: a later word of the lead. The first answer stays as it was; the outcome is the latest one's.</summary>
    /// <exception cref="RuleBrokenException">There is no answer yet, there is no text, or the day is before the answer.</exception>
    public void Supplement(AnswerOutcome outcome, string text, DateOnly on, Stamp stamp)
    {
        Require(OpinionAct.Supplement, on, stamp);
        Rule.Require(on >= CurrentForwarding!.Standing!.AnsweredOn, "补充答复不能早于原答复。");
        CurrentForwarding.BringHome(new Answer(AnswerKind.Supplement, LeadOrganId, outcome, text, on));
        Outcome = outcome;
        LookAgainOn = Promises(outcome) ? LookAgainOn : null;
        Enter(OpinionAct.Supplement, on, text.Trim(), stamp);
    }

    /// <summary>代表评价 of the answer, channels 1 and 2.</summary>
    /// <exception cref="RuleBrokenException">There is no answer to rate, or it was rated already.</exception>
    public void RateAnswer(DeputyRating rating, DateOnly on, string note, Stamp stamp)
    {
        Require(OpinionAct.RateAnswer, on, stamp);
        CurrentForwarding!.Rate(rating, on);
        Enter(OpinionAct.RateAnswer, on, note, stamp);
    }

    private void SetOut(ForwardingFacts facts, int round, DateOnly on)
    {
        var forwarding = new Forwarding(facts.Channel, round, on);
        facts.WriteOn(forwarding);
        _forwardings.Add(forwarding);
        Round = round;
        Channel = facts.Channel;
        LeadOrganId = forwarding.LeadOrganId;
    }

    private void ComeBack(OpinionAct act, string reason, DateOnly on, Stamp stamp)
    {
        Require(act, on, stamp);
        CurrentForwarding!.End(reason, on);
        Channel = null;
        LeadOrganId = null;
        Enter(act, on, reason.Trim(), stamp);
    }
}
