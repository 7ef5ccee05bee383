using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard;

/// <summary>The words on screen and in books for the words in the domain. A new member fails the build until it has words.</summary>
internal static class Wording
{
    public static string InWords(this OpinionStage stage) => stage switch
    {
        OpinionStage.Collected => "待转交",
        OpinionStage.Forwarded => "待答复",
        OpinionStage.Answered => "待反馈",
        OpinionStage.FedBack => "已反馈",
        OpinionStage.Explained => "当场解释",
        OpinionStage.OutOfScope => "超出范围",
        OpinionStage.Merged => "并案",
    };

    public static string InWords(this OpinionAct act) => act switch
    {
        OpinionAct.Collect => "收集",
        OpinionAct.Forward => "转交",
        OpinionAct.Assign => "交办",
        OpinionAct.Extend => "延期",
        OpinionAct.Explain => "当场解释",
        OpinionAct.PointElsewhere => "超出范围",
        OpinionAct.Merge => "并案",
        OpinionAct.Unmerge => "撤销并案",
        OpinionAct.Withdraw => "撤回",
        OpinionAct.Return => "退办",
        OpinionAct.Answer => "答复",
        OpinionAct.AnswerBeside => "协办答复",
        OpinionAct.Supplement => "补充答复",
        OpinionAct.TakeIn => "并案",
        OpinionAct.LetGo => "撤销并案",
        OpinionAct.HearFromLead => "主件有答复",
        OpinionAct.FeedBack => "反馈选民",
        OpinionAct.Rate => "选民评价",
        OpinionAct.RateAnswer => "代表评价",
        OpinionAct.ForwardAgain => "重新办理",
        OpinionAct.NameDeputies => "确定代表",
        OpinionAct.Categorise => "归类",
    };

    public static string InWords(this OpinionSource source) => source switch
    {
        OpinionSource.Reception => "约谈",
        OpinionSource.Symposium => "座谈",
        OpinionSource.Visit => "走访",
        OpinionSource.Letter => "来信",
        OpinionSource.Telephone => "电话",
        OpinionSource.Online => "网络",
        OpinionSource.Ledger => "原有台账",
    };

    public static string InWords(this ForwardingChannel channel) => channel switch
    {
        ForwardingChannel.CongressSession => "人代会议案、建议",
        ForwardingChannel.BetweenSessions => "闭会期间建议、直通车",
        ForwardingChannel.CommitteeMeeting => "列席会议提出",
        ForwardingChannel.StateOrgan => "向一府一委两院反映",
        ForwardingChannel.MunicipalDeputy => "向市人大代表反映",
    };

    public static string InWords(this ProposalKind kind) => kind switch
    {
        ProposalKind.Motion => "议案",
        ProposalKind.Suggestion => "建议、批评和意见",
    };

    public static string InWords(this BetweenSessionsWay way) => way switch
    {
        BetweenSessionsWay.Suggestion => "闭会期间建议",
        BetweenSessionsWay.DirectLine => "“代表监督”信息直通车",
    };

    public static string InWords(this CommitteeMeetingKind kind) => kind switch
    {
        CommitteeMeetingKind.StandingCommittee => "常委会会议",
        CommitteeMeetingKind.SpecialCommittee => "专门委员会会议",
    };

    public static string InWords(this AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Solved => "已解决",
        AnswerOutcome.BeingSolved => "正在解决",
        AnswerOutcome.Planned => "列入计划",
        AnswerOutcome.CannotSolveForNow => "暂不能解决",
        AnswerOutcome.ForReference => "留作参考",
        AnswerOutcome.BeyondPower => "超出权限（已上报）",
    };

    public static string InWords(this FeedbackMeans means) => means switch
    {
        FeedbackMeans.InPerson => "当面",
        FeedbackMeans.Telephone => "电话",
        FeedbackMeans.TextMessage => "短信",
        FeedbackMeans.Writing => "书面",
        FeedbackMeans.Online => "网络",
        FeedbackMeans.PublicNotice => "公告",
    };

    public static string InWords(this VoterRating rating) => rating switch
    {
        VoterRating.Satisfied => "满意",
        VoterRating.MostlySatisfied => "基本满意",
        VoterRating.Dissatisfied => "不满意",
        VoterRating.NotReached => "未能联系上",
    };

    public static string InWords(this DeputyRating rating) => rating switch
    {
        DeputyRating.Satisfied => "满意",
        DeputyRating.MostlySatisfied => "基本满意",
        DeputyRating.Dissatisfied => "不满意",
    };

    public static string InWords(this OrganKind kind) => kind switch
    {
        OrganKind.Government => "区人民政府",
        OrganKind.GovernmentDepartment => "区政府部门",
        OrganKind.SubdistrictOffice => "街道办事处",
        OrganKind.SupervisoryCommission => "区监察委员会",
        OrganKind.Court => "区人民法院",
        OrganKind.Procuratorate => "区人民检察院",
        OrganKind.Outside => "区外单位",
        OrganKind.Unstated => "未注明",
    };

    public static string InWords(this StationKind kind) => kind switch
    {
        StationKind.Home => "代表之家",
        StationKind.Station => "联络站",
    };

    public static string InWords(this ClockKind kind) => kind switch
    {
        ClockKind.Answer => "答复期限",
        ClockKind.Feedback => "反馈期限",
    };

    /// <summary>The facts of a journey in a line, for the history.</summary>
    public static string InWords(this ForwardingFacts facts) => facts switch
    {
        CongressSessionFacts session => $"{session.Session}　{session.Kind.InWords()}　{session.DocumentNumber}",
        BetweenSessionsFacts between => $"{between.Way.InWords()}　{between.DocumentNumber}",
        CommitteeMeetingFacts meeting => $"{meeting.HeldOn:yyyy-MM-dd}{meeting.Kind.InWords()}　议题：{meeting.Topic}",
        StateOrganFacts organ => organ.Handlers.InWords,
        MunicipalDeputyFacts city => $"请市人大代表{city.CityDeputy.Name}反映",
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };
}
