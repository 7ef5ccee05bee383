using System.Globalization;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Verifying;

/// <summary>One opinion against itself: what its row says, what its journeys, answers and feedbacks say, and what its history says.</summary>
internal sealed class OpinionCheck(Differences differences, ClockLimits limits, IReadOnlyDictionary<int, string> stationCodes, IReadOnlyDictionary<(int, int), int> lastNumbers)
{
    private const string ByHistory = "按办理经过";
    private const string ByJourney = "按转交和答复";

    /// <summary>Names what does not agree, and gives back the opinion as its history tells it.</summary>
    public Replay Check(Opinion opinion)
    {
        var replay = new Replay(opinion.History);
        CheckHistory(opinion, replay);
        CheckJourneys(opinion);
        CheckNumber(opinion);
        return replay;
    }

    private void CheckHistory(Opinion opinion, Replay replay)
    {
        var number = opinion.Number;
        if (!opinion.History.Select(entry => entry.Sequence).SequenceEqual(Enumerable.Range(1, opinion.History.Count)))
        {
            differences.Add(number, "办理经过", $"序号不连续：{string.Join('、', opinion.History.Select(entry => entry.Sequence))}。");
        }

        foreach (var entry in replay.Impossible)
        {
            differences.Add(number, "办理经过", $"{entry}。");
        }

        differences.Expect(number, "版本", opinion.Version, opinion.History.Count, ByHistory);
        differences.Expect(number, "状态", (OpinionStage?)opinion.Stage, opinion.History is [.., { Stage: var stage }] ? stage : null, ByHistory);
        differences.Expect(number, "待反馈起始日", opinion.AwaitingFeedbackSince, replay.AwaitingFeedbackSince, ByHistory);
        differences.Expect(number, "办结日期", opinion.ConcludedOn, replay.ConcludedOn, ByHistory);
        differences.Expect(number, "催办次数", opinion.Urgings, replay.Urgings, ByHistory);
        differences.Expect(number, "重点督办起始日", opinion.SupervisedSince, replay.SupervisedSince, ByHistory);
        differences.Expect(number, "逾期登记", opinion.LatenessNoted, NotedBy(replay, opinion), ByHistory);
        differences.Expect(number, "收集日期", (DateOnly?)opinion.CollectedOn, opinion.History is [{ On: var on }, ..] ? on : null, ByHistory);
        ExpectDays(opinion, "转交日期", opinion.Forwardings.Select(forwarding => forwarding.ForwardedOn), OpinionAct.Forward, OpinionAct.ForwardAgain);
        ExpectDays(opinion, "交办日期", opinion.Forwardings.Select(forwarding => forwarding.AssignedOn).OfType<DateOnly>(), OpinionAct.Assign);
        ExpectDays(opinion, "延期日期", opinion.Forwardings.Select(forwarding => forwarding.ExtendedOn).OfType<DateOnly>(), OpinionAct.Extend);
        ExpectDays(opinion, "撤回、退办日期", opinion.Forwardings.Select(forwarding => forwarding.EndedOn).OfType<DateOnly>(), OpinionAct.Withdraw, OpinionAct.Return);
        ExpectDays(opinion, "答复日期", opinion.Forwardings.SelectMany(forwarding => forwarding.Answers).Select(answer => answer.AnsweredOn),
            OpinionAct.Answer, OpinionAct.AnswerBeside, OpinionAct.Supplement);
        ExpectDays(opinion, "反馈日期", opinion.Feedbacks.Select(feedback => feedback.FedBackOn), OpinionAct.FeedBack);
    }

    private static Lateness NotedBy(Replay replay, Opinion opinion) =>
        replay.LateSince.Contains((opinion.GravelyDueOn ?? DateOnly.MinValue).AddDays(1)) ? Lateness.GravelyOverdue
        : replay.LateSince.Contains((opinion.DueOn ?? DateOnly.MinValue).AddDays(1)) ? Lateness.Overdue
        : Lateness.None;

    private void CheckJourneys(Opinion opinion)
    {
        var number = opinion.Number;
        var journey = opinion.CurrentForwarding;
        var clock = opinion.RunningClock(limits);
        differences.Expect(number, "期限", opinion.DueOn, clock?.DueOn, ByJourney);
        differences.Expect(number, "严重逾期界限", opinion.GravelyDueOn, clock?.GravelyDueOn, ByJourney);
        differences.Expect(number, "反映途径", opinion.Channel, journey?.Channel, ByJourney);
        differences.Expect(number, "主办单位", opinion.LeadOrganId, journey?.LeadOrganId, ByJourney);
        if (opinion.Stage is not OpinionStage.Merged)
        {
            differences.Expect(number, "办理结果", opinion.Outcome, journey?.Standing?.Outcome, ByJourney); // a merged one carries what its lead was answered
        }

        differences.Expect(number, "办理轮次", opinion.Round, opinion.Forwardings.Select(forwarding => forwarding.Round).DefaultIfEmpty().Max(), ByJourney);
        differences.Expect(number, "选民评价", opinion.Rating, opinion.Feedbacks.LastOrDefault(feedback => feedback.Round == opinion.Round)?.Rating, "按反馈");
        differences.Expect(number, "并案", opinion.LeadOpinionId is not null, opinion.Stage is OpinionStage.Merged, "按状态");
    }

    private void CheckNumber(Opinion opinion)
    {
        differences.Expect(opinion.Number, "年度", opinion.Year, opinion.CollectedOn.Year, "按收集日期");
        var prefix = $"{opinion.Year:0000}-{stationCodes.GetValueOrDefault(opinion.StationId)}-";
        var last = lastNumbers.GetValueOrDefault((opinion.StationId, opinion.Year));
        var wellFormed = opinion.Number.StartsWith(prefix, StringComparison.Ordinal)
            && opinion.Number.Length >= prefix.Length + 4
            && int.TryParse(opinion.Number.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var running)
            && running >= 1 && running <= last;
        if (!wellFormed)
        {
            differences.Add(opinion.Number, "编号", $"应为 {prefix} 加序号，且不大于已给出的最大序号{last}。");
        }
    }

    private void ExpectDays(Opinion opinion, string what, IEnumerable<DateOnly> stored, params ReadOnlySpan<OpinionAct> acts)
    {
        var told = new List<DateOnly>();
        foreach (var entry in opinion.History)
        {
            if (acts.Contains(entry.Act))
            {
                told.Add(entry.On);
            }
        }

        told.Sort();
        List<DateOnly> days = [.. stored.Order()];
        if (!days.SequenceEqual(told))
        {
            differences.Add(opinion.Number, what, $"登记的是{InWords(days)}，{ByHistory}应为{InWords(told)}。");
        }
    }

    private static string InWords(List<DateOnly> days) => days.Count == 0 ? "空" : string.Join('、', days.Select(day => $"{day:yyyy-MM-dd}"));
}
