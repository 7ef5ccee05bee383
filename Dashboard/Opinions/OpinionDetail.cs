using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Notices;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>One opinion whole, with the names of everything it points to.</summary>
public sealed record OpinionDetail(
    Opinion Opinion,
    Station Station,
    LiaisonUnit Unit,
    IReadOnlyDictionary<int, Organ> Organs,
    IReadOnlyDictionary<int, Deputy> Deputies,
    Category? Category,
    string? LeadNumber,
    IReadOnlyList<string> Followers,
    Rights Rights,
    IReadOnlySet<string> NumbersSeen)
{
    /// <summary>Whether this person may be told who the voters are, if only masked (第七条).</summary>
    public bool MayKnowWhoSpoke => Rights.MayKnowWhoSpoke(Opinion);

    /// <summary>Whether this person may be told the names and phones in full.</summary>
    public bool MayReveal => MayKnowWhoSpoke && Opinion.Voters.Count > 0 && Rights.For(Deed.RevealVoters).Covers(Opinion);

    /// <summary>Who spoke, as screens and papers say it: masked, or why it is not said.</summary>
    public string Speakers => !MayKnowWhoSpoke ? "按第七条，不显示是谁反映的"
        : Opinion.AnonymisedOn is { } day ? $"个人信息已于{day:yyyy年M月d日}删去"
        : Opinion.Voters.Count == 0 ? "未留姓名"
        : string.Join('、', Opinion.Voters.Select(link => link.Voter.Masked()));

    /// <summary>选区或社区, where it may be said.</summary>
    public IEnumerable<string> Communities => Opinion.Voters.Select(link => link.Voter.Community).Where(community => community.Length > 0).Distinct();

    /// <summary>The deputy whose work in office it speaks of.</summary>
    public Deputy? Concerned => Opinion.ConcernsDeputyId is { } id ? Deputies[id] : null;

    /// <summary>Whether this person may carry out an act on it.</summary>
    public bool May(OpinionAct act) => Rights.For(AccessPolicy.DeedOf(act)).Covers(Opinion) && (act is not OpinionAct.Concern || MayKnowWhoSpoke);

    /// <summary>Whether this person may tell the public of it, and there is something to tell.</summary>
    public bool MayPublish => Rights.For(Deed.PublishNotices).Covers(Opinion) && ProgressNotice.WhyNot(Opinion) is null;

    /// <summary>Whether this person has the deputy's own page before them, to act in the deputy's name: staff within whose scope the deputy receives voters.</summary>
    public bool ActingFor(Deputy deputy) => Rights.For(Deed.ReadOpinions) is var reach && (reach.Everything || deputy.Stations.Any(link => reach.Stations.Contains(link.StationId)));

    public IEnumerable<Deputy> OwnDeputies => Opinion.Deputies.OrderBy(link => link.Order).Select(link => Deputies[link.DeputyId]);

    public string DeputyNames => Opinion.Deputies.Count == 0 ? "代表待定" : string.Join('、', OwnDeputies.Select(deputy => deputy.Name));

    public Organ? LeadOrgan => Opinion.LeadOrganId is { } id ? Organs[id] : null;

    public IEnumerable<Organ> CoHandlers => Opinion.CurrentForwarding?.CoHandlerIds.Select(id => Organs[id]) ?? [];

    public Deputy? CityDeputy => Opinion.CurrentForwarding?.CityDeputyId is { } id ? Deputies[id] : null;

    /// <summary>The history, newest first, each answer with what it said of the outcome.</summary>
    public IEnumerable<Happening> Events
    {
        get
        {
            var outcomes = Opinion.Forwardings.SelectMany(forwarding => forwarding.Answers).GroupBy(answer => answer.Kind)
                .ToDictionary(kind => kind.Key, kind => new Queue<AnswerOutcome>(kind.Select(answer => answer.Outcome)));
            return Opinion.History.OrderBy(entry => entry.Sequence)
                .Select(entry => new Happening(entry, OpinionNumbers.Hide(entry.Note, NumbersSeen), KindOf(entry.Act) is { } kind && outcomes.TryGetValue(kind, out var queue) && queue.TryDequeue(out var outcome) ? outcome : null))
                .Reverse().ToList();
        }
    }

    private static AnswerKind? KindOf(OpinionAct act) => act switch
    {
        OpinionAct.Answer => AnswerKind.Lead,
        OpinionAct.AnswerBeside => AnswerKind.Beside,
        OpinionAct.Supplement => AnswerKind.Supplement,
        _ => null,
    };

    public sealed record Happening(HistoryEntry Entry, string Note, AnswerOutcome? Outcome)
    {
        public DateTime EnteredAt => ChinaTime.At(Entry.At);

        /// <summary>The colour of its dot: blue deepens as the work proceeds, amber where the voter is owed word.</summary>
        public string Class => Entry.Stage switch
        {
            OpinionStage.Answered => "k3",
            OpinionStage.Forwarded => "k2",
            OpinionStage.FedBack => "k4",
            OpinionStage.Collected or OpinionStage.Explained or OpinionStage.OutOfScope or OpinionStage.Merged => Entry.Act is OpinionAct.FeedBack ? "k4" : "k1",
        };
    }
}
