using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Domain.Opinions;

/// <summary>意见和要求: what voters ask the deputies to carry upward, and everything that became of it.</summary>
/// <remarks>
/// 第六条: a deputy does not settle the matter herself (不直接处理问题). She forwards it, an organ answers her, and she tells the voter.
/// Answered and fed back are two facts; an opinion is concluded when the voter knows.
/// Each act asks <see cref="WhyNot"/> first, and ends in one entry of the history and a clock set anew.
/// </remarks>
public sealed partial class Opinion
{
    /// <summary>Nothing was collected earlier; a year before it is a slip of the pen.</summary>
    public const int FirstYear = 1990;

    private readonly List<OpinionDeputy> _deputies = [];
    private readonly List<OpinionVoter> _voters = [];
    private readonly List<Forwarding> _forwardings = [];
    private readonly List<Feedback> _feedbacks = [];
    private readonly List<HistoryEntry> _history = [];

    private Opinion(string number, int year, int stationId, DateOnly collectedOn, OpinionSource source, string words, string subject, int headcount)
    {
        Number = number;
        Year = year;
        StationId = stationId;
        CollectedOn = collectedOn;
        Source = source;
        Words = words;
        Subject = subject;
        Headcount = headcount;
    }

    public int Id { get; private set; }

    /// <summary>意见编号: year, station and a running number; unique and never reused.</summary>
    public string Number { get; private set; }

    /// <summary>年度: the calendar year of the collection date.</summary>
    public int Year { get; private set; }

    public int StationId { get; private set; }

    public DateOnly CollectedOn { get; private set; }

    public OpinionSource Source { get; private set; }

    /// <summary>选民原话.</summary>
    public string Words { get; private set; }

    public string Subject { get; private set; }

    /// <summary>人次. Person-times and items never add up together.</summary>
    public int Headcount { get; private set; }

    public int? CategoryId { get; private set; }

    public string? SourceNumber { get; private set; }

    /// <summary>The reception it was said at; null where it came otherwise.</summary>
    public int? SessionId { get; private set; }

    /// <summary>监督议题 or 调研题目 it was put under.</summary>
    public int? TopicId { get; private set; }

    /// <summary>第七条: the deputy whose own work in office it speaks of; that deputy is never shown who said it.</summary>
    public int? ConcernsDeputyId { get; private set; }

    /// <summary>The day the voters' names, phones and whatever else tells who they are were taken out; null while they are kept.</summary>
    public DateOnly? AnonymisedOn { get; private set; }

    /// <summary>The ledger it came with, if it was imported.</summary>
    public int? ImportBatchId { get; private set; }

    public OpinionStage Stage { get; private set; }

    /// <summary>The day since when the voter is owed word: an answer or an explanation exists and the voter has not been told.</summary>
    public DateOnly? AwaitingFeedbackSince { get; private set; }

    /// <summary>办结日期: the voter was told, or it is carried by a lead opinion. Null while something is outstanding.</summary>
    public DateOnly? ConcludedOn { get; private set; }

    /// <summary>The last day in time of the clock that runs now; null while none runs.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The last day before it is gravely overdue.</summary>
    public DateOnly? GravelyDueOn { get; private set; }

    /// <summary>How late it is noted to be by the clock that runs: what the history already says of it.</summary>
    public Lateness LatenessNoted { get; private set; }

    /// <summary>The last time somebody was reminded of it; null while nobody was.</summary>
    public DateOnly? UrgedOn { get; private set; }

    /// <summary>催办次数.</summary>
    public int Urgings { get; private set; }

    /// <summary>重点督办: since when; null while it is not.</summary>
    public DateOnly? SupervisedSince { get; private set; }

    /// <summary>Who decided that it is supervised.</summary>
    public string? SupervisionDecidedBy { get; private set; }

    /// <summary>回看日期: when somebody looks whether the promise was kept.</summary>
    public DateOnly? LookAgainOn { get; private set; }

    /// <summary>办理轮次; 0 until it was forwarded.</summary>
    public int Round { get; private set; }

    /// <summary>The channel of the journey that stands; null before one, and after it was withdrawn or returned.</summary>
    public ForwardingChannel? Channel { get; private set; }

    /// <summary>The lead organ of the journey that stands.</summary>
    public int? LeadOrganId { get; private set; }

    /// <summary>What the lead says now, in the round that stands.</summary>
    public AnswerOutcome? Outcome { get; private set; }

    /// <summary>What the voter thought, in the round that stands.</summary>
    public VoterRating? Rating { get; private set; }

    /// <summary>解释说明, or the reason why it is out of scope.</summary>
    public string? Explanation { get; private set; }

    /// <summary>Where the voter was pointed (信访, 12345, a pending case …).</summary>
    public string? PointedTo { get; private set; }

    /// <summary>并案: the lead opinion it travels with.</summary>
    public int? LeadOpinionId { get; private set; }

    /// <summary>How many opinions travel with this one.</summary>
    public int Followers { get; private set; }

    /// <summary>Rises by one with each act. Whoever acts on an older one is told what changed.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<OpinionDeputy> Deputies => _deputies;
    public IReadOnlyList<OpinionVoter> Voters => _voters;
    public IReadOnlyList<Forwarding> Forwardings => _forwardings;
    public IReadOnlyList<Feedback> Feedbacks => _feedbacks;
    public IReadOnlyList<HistoryEntry> History => _history;

    /// <summary>The journey that stands; null before one, and after it was withdrawn or returned.</summary>
    public Forwarding? CurrentForwarding => _forwardings.LastOrDefault(forwarding => forwarding.EndedOn is null && forwarding.Round == Round);

    /// <summary>What the voter was told in the round that stands.</summary>
    public Feedback? CurrentFeedback => AwaitingFeedbackSince is null ? _feedbacks.LastOrDefault(feedback => feedback.Round == Round) : null;

    /// <summary>Whether the voter must be given an explanation with the feedback (第六条); of a merged opinion, by what its lead was answered.</summary>
    public bool OwesExplanation => AwaitingFeedbackSince is not null && Outcome is { } outcome && outcome.OwesExplanation();

    private bool ToldThisRound => _feedbacks.Exists(feedback => feedback.Round == Round);

    /// <summary>第六条: takes down what a voter said.</summary>
    /// <exception cref="RuleBrokenException">
    /// There are no words, the day lies ahead, before <see cref="FirstYear"/> or after the station closed, fewer people than voters are counted, or a deputy is named twice.
    /// </exception>
    public static Opinion Collect(OpinionSeries series, Station station, CollectedFacts facts, Stamp stamp)
    {
        var words = Rule.Written(facts.Words, "请写下选民的意见。写一句也可以。");
        Rule.Require(facts.On <= stamp.Today, $"收集日期{facts.On:yyyy-MM-dd}还没有到。");
        Rule.Require(facts.On.Year >= FirstYear, $"收集日期{facts.On:yyyy-MM-dd}太早，请核对年份。");
        Rule.Require(station.IsOpenOn(facts.On), $"{station.Name}已于{station.ClosedOn:yyyy年M月d日}停用，不能登记这一天的意见。");
        var headcount = facts.Headcount ?? Math.Max(1, facts.Voters.Count);
        Rule.Require(headcount >= 1, "人次至少是1。");
        Rule.Require(headcount >= facts.Voters.Count, $"登记了{facts.Voters.Count}位选民，人次不能少于{facts.Voters.Count}。");
        RequireEachOnce(facts.Deputies);

        var opinion = new Opinion(series.Next(station, facts.On), facts.On.Year, station.Id, facts.On, facts.Source, words, facts.Subject.Trim(), headcount)
        {
            CategoryId = facts.Category?.Id,
            ConcernsDeputyId = facts.Concerns?.Id,
            SessionId = facts.SessionId,
            TopicId = facts.TopicId,
            SourceNumber = string.IsNullOrWhiteSpace(facts.SourceNumber) ? null : facts.SourceNumber.Trim(),
        };
        opinion._voters.AddRange(facts.Voters.Select(voter => new OpinionVoter(voter)));
        opinion.SetDeputies(facts.Deputies);
        opinion.Enter(OpinionAct.Collect, facts.On, $"{station.Name}收集。", stamp);
        return opinion;
    }

    /// <summary>Marks it as brought by an imported ledger.</summary>
    public void CameWith(ImportBatch batch) => ImportBatchId = batch.Id;

    /// <summary>Why an act may not be done now, as a sentence for the person who would do it; null when it may.</summary>
    public string? WhyNot(OpinionAct act) => OpinionLifeCycle.Refusal(Stage, act) ?? act switch
    {
        OpinionAct.Unmerge when ToldThisRound => "已随主件告知选民，不能撤销并案。",
        OpinionAct.Merge when Followers > 0 => $"已有{Followers}件并入这一件，它不能再并入别的意见。",
        OpinionAct.Assign when Channel is not (ForwardingChannel.CongressSession or ForwardingChannel.BetweenSessions or ForwardingChannel.CommitteeMeeting)
            => "这一反映渠道不经交办。",
        OpinionAct.Assign when CurrentForwarding!.AssignedOn is not null => "已经交办，承办单位有误请先退办。",
        OpinionAct.Extend when Channel is not { } channel || !channel.HasStatutoryClock() => "只有人代会议案建议和闭会期间建议可以延期。",
        OpinionAct.Extend when CurrentForwarding!.AssignedOn is null => "尚未交办，不计答复期限，无须延期。",
        OpinionAct.Extend when CurrentForwarding!.ExtendedOn is not null => "已经延期一次，不能再延。",
        OpinionAct.Answer when Channel is { } channel && channel.HasStatutoryClock() && CurrentForwarding!.AssignedOn is null => "尚未交办，没有承办单位可以答复。",
        OpinionAct.AnswerBeside when CurrentForwarding!.CoHandlerIds.Count == 0 => "没有协办单位。",
        OpinionAct.RateAnswer when Channel is not { } channel || !channel.HasStatutoryClock() => "只有人代会议案建议和闭会期间建议的答复由代表评价。",
        OpinionAct.RateAnswer when CurrentForwarding!.DeputyRating is not null => "代表已经评价过这一次答复。",
        OpinionAct.FeedBack when AwaitingFeedbackSince is null => ToldThisRound ? "已经告诉选民了。" : "主件还没有答复，没有可以告诉选民的。",
        OpinionAct.Rate when CurrentFeedback is null => "还没有告诉选民，选民不能评价。",
        OpinionAct.Rate when Rating is not (null or VoterRating.NotReached) => "选民已经评价过了。",
        OpinionAct.EraseVoters when AnonymisedOn is not null => "这件意见的个人信息已经删去。",
        OpinionAct.FallOverdue when DueOn is null => "没有期限在走，说不上逾期。",
        OpinionAct.Urge when DueOn is null => Stage is OpinionStage.Forwarded ? "尚未交办，不计答复期限，请先交办。" : "没有期限在走，无须催办。",
        OpinionAct.Supervise when SupervisedSince is not null => "已经是重点督办件。",
        OpinionAct.Supervise when ConcludedOn is not null => "已经办结，无须督办。",
        OpinionAct.EndSupervision when SupervisedSince is null => "不是重点督办件。",
        OpinionAct.LookAgain when LookAgainOn is null && !Promises(Outcome) => "只有“列入计划”和“正在解决”的，才约定回看日期。",
        OpinionAct.ForwardAgain when Rating is not VoterRating.Dissatisfied => "选民评价为“不满意”的，才能重新办理。",
        _ => null,
    };

    private void Require(OpinionAct act, DateOnly on, Stamp stamp)
    {
        if (WhyNot(act) is { } sentence)
        {
            throw new RuleBrokenException(sentence);
        }

        Rule.Require(on <= stamp.Today, $"日期{on:yyyy-MM-dd}还没有到。");
        Rule.Require(on >= CollectedOn, $"日期不能早于收集日期{CollectedOn:yyyy-MM-dd}。");
        if (Stage is OpinionStage.Collected && _forwardings.LastOrDefault()?.EndedOn is { } cameBackOn)
        {
            Rule.Require(on >= cameBackOn, $"{cameBackOn:yyyy-MM-dd}才撤回或退办，日期不能更早。");
        }
    }

    private void Enter(OpinionAct act, DateOnly on, string note, Stamp stamp)
    {
        NoteLateness(on, stamp); // what had become late before it comes first
        Stage = OpinionLifeCycle.After(Version == 0 ? null : Stage, act)!.Value;
        Version++;
        _history.Add(new HistoryEntry(Version, act, on, stamp.At, stamp.By, Stage, note, stamp.Submission));
        SetClock(stamp.Limits);
    }
}
