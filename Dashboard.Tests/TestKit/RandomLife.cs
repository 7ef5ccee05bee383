using CsCheck;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.TestKit;

/// <summary>Opinions that went through any acts the rules allow, in any order. The same dice make the same life.</summary>
public sealed class RandomLife(SmallDistrict district, IReadOnlyList<int> dice)
{
    public static Gen<int[]> Dice { get; } = Gen.Int[0, 999].Array[20, 60];

    private static readonly DateTime Begin = new(2025, 11, 20, 1, 0, 0, DateTimeKind.Utc);
    private static readonly ClockLimits Limits = new();
    private int _next;
    private int _minutes;

    /// <summary>Some opinions of two stations, some of them merged into the first.</summary>
    /// <param name="series">The numbers given out so far; new ones are added.</param>
    /// <param name="identify">Gives the lead its key before others are merged into it.</param>
    public async Task<IReadOnlyList<Opinion>> OpinionsAsync(Dictionary<(int, int), OpinionSeries> series, Func<Opinion, Task> identify)
    {
        var lead = Collect(series);
        await identify(lead);
        var opinions = new List<Opinion> { lead };
        while (_next < dice.Count)
        {
            var opinion = Collect(series);
            opinions.Add(opinion);
            if (Roll(4) == 0 && lead.Stage is not OpinionStage.Merged)
            {
                opinion.MergeInto(lead, "反映的是同一处。", Day(opinion), Stamp());
            }

            for (var act = 0; act < Roll(9); act++)
            {
                Act(opinion);
            }
        }

        return opinions;
    }

    private Opinion Collect(Dictionary<(int, int), OpinionSeries> series)
    {
        var station = Roll(2) == 0 ? district.BajiaoHome : district.ShougangHome;
        var stamp = Stamp();
        if (!series.TryGetValue((station.Id, stamp.Today.Year), out var numbers))
        {
            series[(station.Id, stamp.Today.Year)] = numbers = new OpinionSeries(station.Id, stamp.Today.Year);
        }

        return Opinion.Collect(numbers, station, new CollectedFacts
        {
            Words = $"路灯“不亮”，第{Roll(99)}次说了；O'Neil's\n换行😀",
            On = stamp.Today,
            Source = (OpinionSource)(1 + Roll(7)),
            Subject = Roll(2) == 0 ? "" : "路灯",
            Category = Roll(2) == 0 ? null : district.Transport,
            Deputies = Roll(3) switch { 0 => [], 1 => [district.Tao], _ => [district.Gu, district.Tao] },
            Voters = [.. Enumerable.Range(0, Roll(3)).Select(voter => new Voter($"选民{voter}", $"1000000{Roll(9999):0000}", ""))],
            Headcount = 3,
            SourceNumber = Roll(3) == 0 ? $"原{_minutes}" : null,
        }, stamp);
    }

    private void Act(Opinion opinion)
    {
        var possible = Enum.GetValues<OpinionAct>().Where(act => act is not (OpinionAct.Merge or OpinionAct.Unmerge or OpinionAct.TakeIn or OpinionAct.LetGo or OpinionAct.HearFromLead) && opinion.WhyNot(act) is null).ToList();
        if (possible.Count > 0)
        {
            Do(opinion, possible[Roll(possible.Count)], Stamp());
        }
    }

    private void Do(Opinion opinion, OpinionAct act, Stamp stamp)
    {
        var on = stamp.Today;
        var handlers = Roll(2) == 0 ? new Handlers(district.Court) : new Handlers(district.UrbanManagement, district.Housing, district.Court);
        var told = new FeedbackFacts((FeedbackMeans)(1 + Roll(6)), "顾砚清", "说明了原因。", on, Roll(2) == 0 ? null : (VoterRating)(1 + Roll(4)));
        switch (act)
        {
            case OpinionAct.Forward: opinion.Forward(Facts(handlers, on), on, "转交。", stamp); break;
            case OpinionAct.ForwardAgain: opinion.ForwardAgain(Facts(handlers, on), "联络室", on, "再办。", stamp); break;
            case OpinionAct.Assign: opinion.Assign(handlers, on, stamp); break;
            case OpinionAct.Extend: opinion.Extend("联络室", on, stamp); break;
            case OpinionAct.Withdraw: opinion.Withdraw("另行反映。", on, stamp); break;
            case OpinionAct.Return: opinion.Return("不属本单位职责。", on, stamp); break;
            case OpinionAct.Answer: opinion.RecordAnswer((AnswerOutcome)(1 + Roll(6)), "已答复。", on, stamp); break;
            case OpinionAct.AnswerBeside: opinion.RecordAnswerBeside(district.Court, AnswerOutcome.ForReference, "协办意见。", on, stamp); break;
            case OpinionAct.Supplement: opinion.Supplement((AnswerOutcome)(1 + Roll(6)), "补充。", on, stamp); break;
            case OpinionAct.RateAnswer: opinion.RateAnswer((DeputyRating)(1 + Roll(3)), on, "代表评价。", stamp); break;
            case OpinionAct.FeedBack: opinion.FeedBack(told, "已告知。", stamp); break;
            case OpinionAct.Rate: opinion.Rate((VoterRating)(1 + Roll(4)), on, "选民评价。", stamp); break;
            case OpinionAct.Explain: opinion.Explain("当场解释。", on, Roll(2) == 0 ? told : null, stamp); break;
            case OpinionAct.PointElsewhere: opinion.PointElsewhere("12345", "不属受理范围。", on, Roll(2) == 0 ? told : null, stamp); break;
            case OpinionAct.NameDeputies: opinion.NameDeputies([district.Gu], stamp); break;
            case OpinionAct.Categorise: opinion.Categorise(district.Housekeeping, "未归类", stamp); break;
            case OpinionAct.Concern: opinion.Concern(Roll(2) == 0 ? null : district.Tao, stamp); break;
            case OpinionAct.EraseVoters:
                opinion.EraseVoters("选民要求。", stamp);
                opinion.TakeOutTraces();
                break;
            case OpinionAct.Urge when opinion.UrgedOn != on: opinion.Urge("承办单位", "请尽快答复。", on, stamp); break;
            case OpinionAct.Supervise: opinion.Supervise("联络室主任", "反映的人多。", on, stamp); break;
            case OpinionAct.EndSupervision: opinion.EndSupervision("已经落实。", on, stamp); break;
            case OpinionAct.LookAgain: opinion.LookAgain(opinion.LookAgainOn is null || Roll(2) == 0 ? on.AddDays(30) : null, "看是否开工。", on, stamp); break;
            case OpinionAct.PutUnderTopic when opinion.TopicId is not null: opinion.PutUnderTopic(null, stamp); break;
            case OpinionAct.FallOverdue: opinion.NoteLateness(on, stamp); break;
            case OpinionAct.Urge or OpinionAct.PutUnderTopic or OpinionAct.Collect or OpinionAct.Merge or OpinionAct.Unmerge or OpinionAct.TakeIn or OpinionAct.LetGo or OpinionAct.HearFromLead: break;
        }
    }

    private ForwardingFacts Facts(Handlers handlers, DateOnly on) => Roll(5) switch
    {
        0 => new CongressSessionFacts("十七届六次", ProposalKind.Motion, "议案第7号"),
        1 => new BetweenSessionsFacts(BetweenSessionsWay.DirectLine, "直通车第3号"),
        2 => new CommitteeMeetingFacts(CommitteeMeetingKind.StandingCommittee, "老旧小区改造", on),
        3 => new MunicipalDeputyFacts(district.CityDeputy),
        _ => new StateOrganFacts(handlers),
    };

    private DateOnly Day(Opinion opinion) => opinion.CollectedOn > Stamp().Today ? opinion.CollectedOn : Stamp().Today;

    private Stamp Stamp() => new("王静", Begin.AddMinutes(_minutes += 997), Limits, Roll(2) == 0 ? null : new Guid(_minutes, 0, 0, new byte[8]));

    private int Roll(int sides) => _next < dice.Count ? dice[_next++] % sides : 0;
}
