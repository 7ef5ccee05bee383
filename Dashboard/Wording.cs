using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Feeds;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard;

/// <summary>The words on screen and in books for the words in the domain. A new member fails the build until it has words.</summary>
internal static partial class Wording
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
        OpinionAct.Concern => "标明履职意见",
        OpinionAct.EraseVoters => "删去个人信息",
        OpinionAct.FallOverdue => "逾期",
        OpinionAct.Urge => "催办",
        OpinionAct.Supervise => "重点督办",
        OpinionAct.EndSupervision => "撤销督办",
        OpinionAct.LookAgain => "约定回看",
        OpinionAct.PutUnderTopic => "归入议题",
    };

    public static string InWords(this DoneKind done) => done switch
    {
        DoneKind.Forwarded => "转交",
        DoneKind.Answered => "答复",
        DoneKind.FedBack => "反馈",
    };

    public static string InWords(this Role role) => role switch
    {
        Role.LiaisonOffice => "代表联络室",
        Role.UnitStaff => "单位工作人员",
        Role.StationStaff => "家站工作人员",
        Role.Deputy => "人大代表",
        Role.Administrator => "系统管理员",
        Role.Auditor => "审计员",
    };

    public static string InWords(this AccountState state) => state switch
    {
        AccountState.InUse => "在用",
        AccountState.Disabled => "已停用",
        AccountState.Locked => "已锁定",
        AccountState.OwesPassword => "待改口令",
    };

    public static string InWords(this Deed deed) => deed switch
    {
        Deed.SeeCounts => "看总览",
        Deed.ReadOpinions => "看意见",
        Deed.Collect => "登记意见",
        Deed.Sort => "归类、定代表、标明履职意见、并案",
        Deed.Explain => "当场解释、超出范围",
        Deed.Forward => "转交、撤回",
        Deed.Assign => "交办、延期",
        Deed.RecordAnswer => "登记答复、退办",
        Deed.FeedBack => "反馈选民、登记选民评价",
        Deed.RateAnswer => "代表评价",
        Deed.ForwardAgain => "重新办理",
        Deed.RevealVoters => "看选民姓名电话",
        Deed.EraseVoters => "删去选民个人信息",
        Deed.ExportBooks => "导出年度表册",
        Deed.ExportVoters => "导出姓名电话不隐去的表册",
        Deed.CloseYears => "年度封账、重开",
        Deed.ImportLedgers => "导入台账",
        Deed.KeepCalendar => "装入年历",
        Deed.ManageAccounts => "管理账号",
        Deed.ManageDisplayKeys => "管理大屏密钥",
        Deed.Chase => "催办、约定回看",
        Deed.Supervise => "重点督办",
        Deed.PlanSessions => "安排和登记接待",
        Deed.KeepPerformance => "登记述职、答复异议",
        Deed.ObjectToRecord => "对本人履职档案提出异议",
        Deed.WriteOwnReport => "写本人的述职报告",
        Deed.KeepInquiries => "登记询问、告知选民",
        Deed.AnswerInquiries => "答复询问",
        Deed.KeepRegisters => "维护名册",
        Deed.PlanContacts => "编制、公布接待计划",
        Deed.KeepTopics => "设立监督议题、调研题目",
        Deed.ReceiveSubmissions => "受理网上来件",
        Deed.PublishNotices => "公示办理情况",
        Deed.SubscribeCalendar => "日历订阅",
        Deed.KeepViews => "存自己的意见视图",
        Deed.ReadAudit => "查阅审计",
        Deed.WatchUpkeep => "看运行状况、自检",
    };

    public static string InWords(this AuditAct act) => act switch
    {
        AuditAct.SignedIn => "登录",
        AuditAct.SignInFailed => "登录失败",
        AuditAct.LockedOut => "账号锁定",
        AuditAct.SignedOut => "退出",
        AuditAct.PasswordChanged => "修改口令",
        AuditAct.SecondFactorChanged => "两步验证变更",
        AuditAct.PasskeyChanged => "通行密钥变更",
        AuditAct.AccountAdded => "新建账号",
        AuditAct.AccountChanged => "账号变更",
        AuditAct.AccountDisabled => "停用账号",
        AuditAct.AccountEnabled => "启用账号",
        AuditAct.AccountUnlocked => "解除锁定",
        AuditAct.PasswordReset => "重置口令",
        AuditAct.DisplayKeyAdded => "新建大屏密钥",
        AuditAct.DisplayKeyRevoked => "撤销大屏密钥",
        AuditAct.OpinionActed => "办理意见",
        AuditAct.VotersRevealed => "查看选民信息",
        AuditAct.VotersErased => "删去个人信息",
        AuditAct.BookExported => "导出表册",
        AuditAct.BookFetched => "下载表册",
        AuditAct.LedgerImported => "导入台账",
        AuditAct.ImportUndone => "撤销导入",
        AuditAct.SettingsChanged => "设置变更",
        AuditAct.OutOfReach => "越权访问",
        AuditAct.AuditExported => "导出审计",
        AuditAct.AuditTrimmed => "清理到期审计",
        AuditAct.Backup => "备份",
        AuditAct.Seeded => "写入演示数据",
        AuditAct.SessionPlanned => "安排接待",
        AuditAct.SessionChanged => "接待变更",
        AuditAct.SessionHeld => "登记接待",
        AuditAct.PerformanceReported => "登记述职",
        AuditAct.ObjectionRaised => "提出异议",
        AuditAct.ObjectionAnswered => "答复异议",
        AuditAct.CalendarLoaded => "装入年历",
        AuditAct.CalendarFeedMade => "生成日历订阅地址",
        AuditAct.CalendarFeedRevoked => "撤销日历订阅地址",
        AuditAct.RegisterChanged => "名册变更",
        AuditAct.RosterImported => "导入代表名册",
        AuditAct.ItemsHandedOver => "移交未办结意见",
        AuditAct.PlanChanged => "接待计划变更",
        AuditAct.TopicChanged => "议题变更",
        AuditAct.SessionConfirmed => "代表核对接待",
        AuditAct.SessionsHandedOver => "登记到活动服务系统",
        AuditAct.ReportPublished => "述职报告公布、撤下",
        AuditAct.InquiryActed => "办理询问",
        AuditAct.SubmissionDecided => "受理来件",
        AuditAct.NoticePublished => "办理公示、撤下",
        AuditAct.ReceiptIssued => "开具回执",
        AuditAct.YearClosed => "年度封账",
        AuditAct.YearReopened => "重开年度",
        AuditAct.FrozenBookDamaged => "封存表册损坏",
        AuditAct.ViewsChanged => "自存视图变更",
        AuditAct.SelfChecked => "数据自检",
        AuditAct.Restored => "从备份恢复",
    };

    public static string InWords(this AuditResult result) => result switch
    {
        AuditResult.Done => "成功",
        AuditResult.Refused => "拒绝",
    };

    /// <summary>Why somebody stands before the sign-in again.</summary>
    public static string InWords(this SessionEnd end) => end switch
    {
        SessionEnd.SignedOut => "已经退出。",
        SessionEnd.Idle => "很久没有动静，已经自动退出。没有存的内容还在这一页里，登录后会放回来。",
        SessionEnd.TooLong => "这次登录的时间到了，请重新登录。没有存的内容还在这一页里，登录后会放回来。",
        SessionEnd.Withdrawn => "账号的口令、权限或状态有变动，请重新登录。",
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
        FeedbackMeans.Receipt => "写在回执上",
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

    public static string InWords(this ContactForm form) => form switch
    {
        ContactForm.Talk => "约谈",
        ContactForm.Symposium => "座谈",
        ContactForm.Visit => "走访",
        ContactForm.Online => "网络",
    };

    public static string InWords(this SessionStatus status) => status switch
    {
        SessionStatus.Planned => "待接待",
        SessionStatus.Held => "已接待",
        SessionStatus.Cancelled => "已取消",
    };

    public static string InWords(this DueKind kind) => kind switch
    {
        DueKind.Tell => "请告知选民",
        DueKind.Answer => "应收到答复",
        DueKind.Rate => "请评价答复",
    };

    public static string InWords(this ReportForm form) => form switch
    {
        ReportForm.Oral => "口头述职",
        ReportForm.Written => "书面述职",
    };

    public static string InWords(this RecordPart part) => part switch
    {
        RecordPart.Sessions => "参加接待",
        RecordPart.Opinions => "收集意见",
        RecordPart.Report => "向选民述职",
        RecordPart.Other => "其他",
    };

    /// <summary>As wall calendars and the files of the office mark the days.</summary>
    public static string InWords(this DayKind kind) => kind switch
    {
        DayKind.Holiday => "休",
        DayKind.Workday => "班",
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
