using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <content>What a ledger says of an opinion's journey: where it went, who answered, and when.</content>
internal sealed partial class LedgerClerk
{
    private void ForwardAndAnswer(Opinion opinion, LedgerOpinion ledger)
    {
        var first = ledger.First;
        var handlers = HandlersOf(ledger);
        var on = Forward(opinion, first, handlers);
        if (opinion.Channel is ForwardingChannel.CongressSession or ForwardingChannel.BetweenSessions or ForwardingChannel.CommitteeMeeting)
        {
            on = Assign(opinion, first, handlers, on);
        }

        foreach (var row in AnswersOf(ledger, on))
        {
            Answer(opinion, ledger, row, handlers, on);
        }
    }

    private Handlers HandlersOf(LedgerOpinion ledger)
    {
        var organs = ledger.Rows.SelectMany(row => row.Organs, (row, name) => OrganOf(row, name)).Distinct().ToList();
        if (organs.Count > 0)
        {
            return new Handlers(organs[0], organs[1..]);
        }

        if (LedgerWords.Channel(ledger.First.Channel) is not ForwardingChannel.MunicipalDeputy)
        {
            findings.Remark(ledger.First.Line, "台账没有写承办单位，记为“未注明”。");
        }

        return new Handlers(register.Organs.Unstated);
    }

    private DateOnly Forward(Opinion opinion, LedgerEntry entry, Handlers handlers)
    {
        var note = "";
        if (entry.ForwardedOn is null)
        {
            findings.Remark(entry.Line, "台账没有写反映日期，按收集日期登记转交。");
            note = "台账未写反映日期，按收集日期登记。";
        }

        var on = NotBefore(entry.Line, entry.ForwardedOn ?? entry.ReceivedOn, entry.ReceivedOn, "反映日期", "收集日期");
        var facts = FactsOf(entry, ChannelOf(entry), handlers, on);
        opinion.Forward(facts, on, $"{facts.Channel.InWords()}。{facts.InWords()}。{note}", stamp);
        return on;
    }

    private ForwardingChannel ChannelOf(LedgerEntry entry)
    {
        const ForwardingChannel otherwise = ForwardingChannel.StateOrgan;
        if (entry.Channel.Length == 0)
        {
            findings.Remark(entry.Line, $"台账没有写反映渠道，按“{otherwise.InWords()}”登记。");
        }

        return Understood(entry, "反映渠道", entry.Channel, LedgerWords.Channel(entry.Channel), otherwise.InWords()) ?? otherwise;
    }

    private ForwardingFacts FactsOf(LedgerEntry entry, ForwardingChannel channel, Handlers handlers, DateOnly on)
    {
        if (channel is ForwardingChannel.CongressSession or ForwardingChannel.BetweenSessions or ForwardingChannel.CommitteeMeeting)
        {
            findings.Remark(entry.Line, $"反映渠道“{channel.InWords()}”的届次、编号或议题台账没有，记为“{Unsaid}”。");
        }

        return channel switch
        {
            ForwardingChannel.CongressSession => new CongressSessionFacts(Unsaid, ProposalKind.Suggestion, Unsaid),
            ForwardingChannel.BetweenSessions => new BetweenSessionsFacts(BetweenSessionsWay.Suggestion, Unsaid),
            ForwardingChannel.CommitteeMeeting => new CommitteeMeetingFacts(CommitteeMeetingKind.StandingCommittee, Unsaid, on),
            ForwardingChannel.StateOrgan => new StateOrganFacts(handlers),
            ForwardingChannel.MunicipalDeputy => new MunicipalDeputyFacts(
                entry.Deputies.SelectMany(name => register.Deputies[name]).FirstOrDefault(deputy => deputy.Level is DeputyLevel.City)
                ?? throw new RuleBrokenException($"反映渠道是“{channel.InWords()}”，代表一栏没有写是哪位市人大代表。")),
        };
    }

    private DateOnly Assign(Opinion opinion, LedgerEntry entry, Handlers handlers, DateOnly forwardedOn)
    {
        if (entry.AssignedOn is null)
        {
            findings.Remark(entry.Line, "台账没有写交办日期，按反映日期登记交办。");
        }

        var on = NotBefore(entry.Line, entry.AssignedOn ?? forwardedOn, forwardedOn, "交办日期", "反映日期");
        opinion.Assign(handlers, on, stamp);
        if (entry.ExtendedTo is not null && opinion.WhyNot(OpinionAct.Extend) is null)
        {
            findings.Remark(entry.Line, $"台账写了延期，同意延期的机关记为“{Unsaid}”，期限为交办起六个月。");
            opinion.Extend(Unsaid, on, stamp);
        }

        return on;
    }

    /// <summary>In the order of their days, and of the ledger within a day: a supplement cannot come before what it supplements.</summary>
    private static IEnumerable<LedgerEntry> AnswersOf(LedgerOpinion ledger, DateOnly earliest) =>
        ledger.Rows.Where(row => row.Reply.Length > 0).OrderBy(row => Later(row.AnsweredOn ?? earliest, earliest));

    private void Answer(Opinion opinion, LedgerOpinion ledger, LedgerEntry row, Handlers handlers, DateOnly earliest)
    {
        if (row.AnsweredOn is null)
        {
            findings.Remark(row.Line, "有答复内容，没有答复日期，按转交的日期登记。");
        }

        if (LedgerWords.SaysNothing(row.Reply))
        {
            findings.Remark(row.Line, "答复只有日期、称呼或“已收悉”，没有办理内容，仍按答复登记。请核对。");
        }

        var on = NotBefore(row.Line, row.AnsweredOn ?? earliest, earliest, "答复日期", "转交日期");
        var outcome = OutcomeOf(row);
        var organ = row.Organs.Count > 0 ? OrganOf(row, row.Organs[0]) : handlers.Lead;
        if (organ != handlers.Lead && opinion.Channel is not ForwardingChannel.MunicipalDeputy)
        {
            findings.Remark(row.Line, $"与第 {ledger.First.Line} 行是同一件，承办单位不同，登记为协办单位的答复。");
            opinion.RecordAnswerBeside(organ, outcome, row.Reply, on, stamp);
        }
        else if (opinion.Stage is OpinionStage.Forwarded)
        {
            opinion.RecordAnswer(outcome, row.Reply, on, stamp);
        }
        else
        {
            var same = opinion.CurrentForwarding!.Answers.Any(answer => answer.Text == row.Reply);
            findings.Remark(row.Line, $"与第 {ledger.First.Line} 行是同一件，承办单位也相同，登记为补充答复。{(same ? "两行的答复一字不差，请核对。" : "")}");
            opinion.Supplement(outcome, row.Reply, on, stamp);
        }
    }

    private AnswerOutcome OutcomeOf(LedgerEntry row)
    {
        const AnswerOutcome otherwise = AnswerOutcome.ForReference;
        if (row.Outcome.Length == 0)
        {
            findings.Remark(row.Line, $"台账没有写办理结果类别，答复按“{otherwise.InWords()}”登记：既不算解决，也不算不能解决。反馈选民时请按答复内容解释说明。");
        }

        return Understood(row, "办理结果类别", row.Outcome, LedgerWords.Outcome(row.Outcome), otherwise.InWords()) ?? otherwise;
    }

    private Organ OrganOf(LedgerEntry row, string name)
    {
        var organ = register.Organs.Named(name);
        if (register.Organs.New.Contains(organ))
        {
            findings.Remark(row.Line, $"承办单位不在单位名录，登记为“{OrganKind.Outside.InWords()}”。");
        }

        return organ;
    }
}
