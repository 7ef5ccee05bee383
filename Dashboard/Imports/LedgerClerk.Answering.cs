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
        foreach (var round in first.Remarks.Rounds)
        {
            GoAround(opinion, first, round);
        }

        var channel = ChannelOf(first);
        var assigns = channel is ForwardingChannel.CongressSession or ForwardingChannel.BetweenSessions or ForwardingChannel.CommitteeMeeting && !IsUnassigned(ledger);
        var handlers = channel is ForwardingChannel.StateOrgan || assigns || ledger.Rows.Any(row => row.Organs.Count > 0) ? HandlersOf(ledger) : null;
        var on = Forward(opinion, first, channel, handlers);
        if (assigns)
        {
            on = Assign(opinion, first, handlers!, on);
        }

        foreach (var row in AnswersOf(ledger, on))
        {
            Answer(opinion, ledger, row, handlers, on);
        }

        RateAnswer(opinion, first);
    }

    /// <summary>A ledger that has a column for 交办日期, and neither a day in it nor an organ nor an answer, says that nobody was charged yet.</summary>
    private static bool IsUnassigned(LedgerOpinion ledger) =>
        ledger.First is { SaysAssignment: true, AssignedOn: null } && ledger.Rows.All(row => row.Organs.Count == 0 && row.Reply.Length == 0);

    /// <summary>A round that was gone before: forwarded, answered, told, and found wanting. What was said then the ledger does not hold.</summary>
    private void GoAround(Opinion opinion, LedgerEntry entry, EarlierRound round)
    {
        var (names, deputies) = EntryReader.HandlersOf(round.Handlers);
        var organs = names.Select(name => OrganOf(entry, name)).ToList();
        var handlers = organs is [var lead, .. var others] ? new Handlers(lead, others) : new Handlers(register.Organs.Unstated);
        SetOut(opinion, FactsOf(entry with { CityDeputies = deputies }, round.Channel, handlers, round.On), round.On, "");
        if (round.Channel.HasStatutoryClock())
        {
            opinion.Assign(handlers, round.On, stamp);
        }

        opinion.RecordAnswer(round.Outcome, Unsaid, round.AnsweredOn, stamp);
        opinion.FeedBack(new FeedbackFacts(FeedbackMeans.Telephone, Unsaid, opinion.OwesExplanation ? Unsaid : "", round.FedBackOn, VoterRating.Dissatisfied), "", stamp);
    }

    private void SetOut(Opinion opinion, ForwardingFacts facts, DateOnly on, string note)
    {
        var said = $"{facts.Channel.InWords()}。{facts.InWords()}。{note}";
        if (opinion.Stage is OpinionStage.FedBack)
        {
            opinion.ForwardAgain(facts, Unsaid, on, said, stamp);
        }
        else
        {
            opinion.Forward(facts, on, said, stamp);
        }
    }

    private Handlers HandlersOf(LedgerOpinion ledger)
    {
        var organs = ledger.Rows.SelectMany(row => row.Organs, (row, name) => OrganOf(row, name)).Distinct().ToList();
        if (organs.Count > 0)
        {
            return new Handlers(organs[0], organs[1..]);
        }

        findings.Remark(ledger.First.Line, "台账没有写承办单位，记为“未注明”。");
        return new Handlers(register.Organs.Unstated);
    }

    private DateOnly Forward(Opinion opinion, LedgerEntry entry, ForwardingChannel channel, Handlers? handlers)
    {
        var note = "";
        if (entry.ForwardedOn is null)
        {
            findings.Remark(entry.Line, "台账没有写反映日期，按收集日期登记转交。");
            note = "台账未写反映日期，按收集日期登记。";
        }

        var on = NotBefore(entry.Line, entry.ForwardedOn ?? entry.ReceivedOn, entry.ReceivedOn, "反映日期", "收集日期");
        SetOut(opinion, entry.Remarks.Facts(channel) ?? FactsOf(entry, channel, handlers, on), on, note);
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

    private ForwardingFacts FactsOf(LedgerEntry entry, ForwardingChannel channel, Handlers? handlers, DateOnly on)
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
            ForwardingChannel.StateOrgan => new StateOrganFacts(handlers!),
            ForwardingChannel.MunicipalDeputy => new MunicipalDeputyFacts(
                entry.CityDeputies.Concat(entry.Deputies).SelectMany(name => register.Deputies[name]).FirstOrDefault(deputy => deputy.Level is DeputyLevel.City)
                ?? throw new RuleBrokenException($"反映渠道是“{channel.InWords()}”，台账没有写是哪位市人大代表，或代表名册里没有这一位。")),
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

    private void Answer(Opinion opinion, LedgerOpinion ledger, LedgerEntry row, Handlers? handlers, DateOnly earliest)
    {
        if (LedgerWords.SaysNothing(row.Reply))
        {
            findings.Remark(row.Line, "答复只有日期、称呼或“已收悉”，没有办理内容，仍按答复登记。请核对。");
        }

        var outcome = OutcomeOf(row);
        foreach (var piece in OwnAnswers.Of(row.Reply))
        {
            switch (piece)
            {
                case { Kind: AnswerKind.Supplement, On: { } later } when opinion.Stage is OpinionStage.Answered:
                    opinion.Supplement(outcome, piece.Text, Later(later, opinion.CurrentForwarding!.Standing!.AnsweredOn), stamp);
                    break;
                case { Kind: AnswerKind.Beside, On: { } on } when handlers is not null && OrganOf(row, piece.Organ) is var beside && handlers.CoHandlers.Contains(beside):
                    opinion.RecordAnswerBeside(beside, outcome, piece.Text, Later(on, earliest), stamp);
                    break;
                default:
                    AnswerOfRow(opinion, ledger, row, piece.Text, outcome, handlers, earliest);
                    break;
            }
        }
    }

    private void AnswerOfRow(Opinion opinion, LedgerOpinion ledger, LedgerEntry row, string text, AnswerOutcome outcome, Handlers? handlers, DateOnly earliest)
    {
        if (row.AnsweredOn is null)
        {
            findings.Remark(row.Line, "有答复内容，没有答复日期，按转交的日期登记。");
        }

        var on = NotBefore(row.Line, row.AnsweredOn ?? earliest, earliest, "答复日期", "转交日期");
        var organ = row.Organs.Count > 0 ? OrganOf(row, row.Organs[0]) : handlers?.Lead;
        if (organ != handlers?.Lead && opinion.Channel is not ForwardingChannel.MunicipalDeputy)
        {
            findings.Remark(row.Line, $"与第 {ledger.First.Line} 行是同一件，承办单位不同，登记为协办单位的答复。");
            opinion.RecordAnswerBeside(organ!, outcome, text, on, stamp);
        }
        else if (opinion.Stage is OpinionStage.Forwarded)
        {
            opinion.RecordAnswer(outcome, text, on, stamp);
        }
        else
        {
            var same = opinion.CurrentForwarding!.Answers.Any(answer => answer.Text == text);
            findings.Remark(row.Line, $"与第 {ledger.First.Line} 行是同一件，承办单位也相同，登记为补充答复。{(same ? "两行的答复一字不差，请核对。" : "")}");
            opinion.Supplement(outcome, text, on, stamp);
        }
    }

    /// <summary>代表评价; its own day stands in no ledger.</summary>
    private void RateAnswer(Opinion opinion, LedgerEntry entry)
    {
        if (Understood(entry, "代表评价", entry.DeputyRating, LedgerWords.DeputyRating(entry.DeputyRating), "未评价") is { } rating && opinion.WhyNot(OpinionAct.RateAnswer) is null)
        {
            findings.Remark(entry.Line, "代表评价的日期台账没有，按答复日期登记。");
            opinion.RateAnswer(rating, opinion.CurrentForwarding!.Standing!.AnsweredOn, $"代表评价：{rating.InWords()}。", stamp);
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
