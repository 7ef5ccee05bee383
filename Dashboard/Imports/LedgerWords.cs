using System.Collections.Frozen;
using System.Text.RegularExpressions;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Plans;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>The words a ledger uses, back into the domain's: those of our own books, and those other offices write.</summary>
internal static partial class LedgerWords
{
    private static readonly Lexicon<OpinionSource> Sources = new(source => source.InWords(),
        ("接待", OpinionSource.Reception), ("来访", OpinionSource.Reception), ("信件", OpinionSource.Letter), ("来电", OpinionSource.Telephone), ("网上", OpinionSource.Online));

    private static readonly Lexicon<OpinionStage> Stages = new(stage => stage.InWords(), ("已办结", OpinionStage.FedBack));

    private static readonly Lexicon<ForwardingChannel> Channels = new(channel => channel.InWords(),
        ("会议期间议案或建议", ForwardingChannel.CongressSession), ("议案", ForwardingChannel.CongressSession), ("会议期间建议", ForwardingChannel.CongressSession),
        ("闭会期间建议", ForwardingChannel.BetweenSessions), ("直通车", ForwardingChannel.BetweenSessions), ("“代表监督”信息直通车", ForwardingChannel.BetweenSessions),
        ("列席会议", ForwardingChannel.CommitteeMeeting), ("列席会议提出意见", ForwardingChannel.CommitteeMeeting),
        ("一府一委两院", ForwardingChannel.StateOrgan), ("向有关部门反映", ForwardingChannel.StateOrgan),
        ("市人大代表", ForwardingChannel.MunicipalDeputy));

    private static readonly Lexicon<AnswerOutcome> Outcomes = new(outcome => outcome.InWords(),
        ("解决", AnswerOutcome.Solved), ("已办结", AnswerOutcome.Solved), ("已采纳", AnswerOutcome.Solved), ("正在办理", AnswerOutcome.BeingSolved), ("逐步解决", AnswerOutcome.BeingSolved),
        ("列入计划解决", AnswerOutcome.Planned), ("纳入计划", AnswerOutcome.Planned), ("暂不能解决（已说明）", AnswerOutcome.CannotSolveForNow), ("暂时不能解决", AnswerOutcome.CannotSolveForNow),
        ("不能解决", AnswerOutcome.CannotSolveForNow), ("无法解决", AnswerOutcome.CannotSolveForNow), ("参考", AnswerOutcome.ForReference),
        ("超出权限", AnswerOutcome.BeyondPower), ("已上报", AnswerOutcome.BeyondPower));

    private static readonly Lexicon<FeedbackMeans> AllMeans = new(means => means.InWords(),
        ("当面反馈", FeedbackMeans.InPerson), ("面谈", FeedbackMeans.InPerson), ("电话反馈", FeedbackMeans.Telephone), ("来电", FeedbackMeans.Telephone), ("微信", FeedbackMeans.TextMessage),
        ("书面反馈", FeedbackMeans.Writing), ("信函", FeedbackMeans.Writing), ("网上", FeedbackMeans.Online), ("公开", FeedbackMeans.PublicNotice), ("公示", FeedbackMeans.PublicNotice));

    private static readonly Lexicon<VoterRating> VoterRatings = new(rating => rating.InWords(), ("联系不上", Domain.Opinions.VoterRating.NotReached));

    private static readonly Lexicon<DeputyRating> DeputyRatings = new(rating => rating.InWords());

    private static readonly Lexicon<ProposalKind> Kinds = new(kind => kind.InWords());

    private static readonly Lexicon<BetweenSessionsWay> Ways = new(way => way.InWords());

    private static readonly Lexicon<ContactWay> ContactWays = new(way => way.InWords());

    private static readonly Lexicon<ContactForm> Forms = new(form => form.InWords());

    private static readonly Lexicon<CommitteeMeetingKind> Meetings = new(kind => kind.InWords());

    public static OpinionSource? Source(string written) => Sources.Find(written);

    /// <summary>当场解释（待反馈）, as our own books print it, is 当场解释.</summary>
    public static OpinionStage? Stage(string written) => Stages.Find(written.Replace("（待反馈）", "", StringComparison.Ordinal));

    public static ForwardingChannel? Channel(string written) => Channels.Find(written);

    public static AnswerOutcome? Outcome(string written) => Outcomes.Find(Letter().Replace(written, ""));

    public static FeedbackMeans? Means(string written) => AllMeans.Find(written);

    public static VoterRating? VoterRating(string written) => VoterRatings.Find(written);

    public static DeputyRating? DeputyRating(string written) => DeputyRatings.Find(written);

    public static ProposalKind? Kind(string written) => Kinds.Find(written);

    public static BetweenSessionsWay? Way(string written) => Ways.Find(written);

    /// <summary>活动类型: one of the ways of 第五条; null for ordinary reception.</summary>
    public static ContactWay? ContactWay(string written) => ContactWays.Find(written);

    public static ContactForm? Form(string written) => Forms.Find(written);

    public static CommitteeMeetingKind? Meeting(string written) => Meetings.Find(written);

    /// <summary>A person's name, also a masked one (王**). An account (ry***84), 匿名用户 or 网友 is nobody.</summary>
    public static bool IsName(string written) => Name().IsMatch(written) && !Nobody().IsMatch(written);

    /// <summary>A reply that says nothing of the matter: a date, or that the message has been received.</summary>
    public static bool SaysNothing(string reply) => reply.Length <= 40 && Empty().IsMatch(reply);

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    /// <summary>A类　已解决: the printed letter is the office's configuration, the words are the meaning.</summary>
    [GeneratedRegex(@"^\s*[A-Za-zＡ-Ｚ][类．.、：:\s]+(?=\S)")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(?:[\u3400-\u9FFF][\u3400-\u9FFF·•*＊×]{0,14}|\p{L}[\p{L}.'’-]*(?:[ ·][\p{L}.'’-]+)+)$")]
    private static partial Regex Name();

    [GeneratedRegex("^(?:匿名|不具名|佚名|无名|未署名|未留|不详|保密|网友|网民|市民|居民|村民|群众|选民|热心|用户|业主|家长|某)|(?:用户|网友|市民|居民|群众|业主)$")]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^(?:[“""]?UU\d+[”""]?)?(?:尊敬的)?(?:网友|来信人|选民)?[:：，,]?(?:您好|你好)?[!！，,。]?\s*(?:(?:您的)?(?:留言|来信|意见)?(?:已经|我们)?已?收悉。?|\d{4}年\d{1,2}月\d{1,2}日)?\s*$")]
    private static partial Regex Empty();

    /// <summary>The words for one kind of thing: the domain's own, and those other offices write. Spaces within them say nothing.</summary>
    private sealed class Lexicon<T>(Func<T, string> inWords, params ReadOnlySpan<(string Word, T Meaning)> synonyms) where T : struct, Enum
    {
        private readonly FrozenDictionary<string, T> _meanings = Enum.GetValues<T>().Select(meaning => (Word: Plain(inWords(meaning)), Meaning: meaning))
            .Concat(synonyms.ToArray())
            .ToFrozenDictionary(entry => entry.Word, entry => entry.Meaning);

        public T? Find(string written) => _meanings.TryGetValue(Plain(written), out var meaning) ? meaning : null;

        private static string Plain(string written) => Blank().Replace(written, "");
    }
}
