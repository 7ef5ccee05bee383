namespace VoterLiaison.Domain.Accounts;

/// <summary>What a person may be allowed to do. <see cref="AccessPolicy"/> says which role may; the reach of the role says on what.</summary>
public enum Deed
{
    /// <summary>看总览: how many opinions a station has; no opinion and no person.</summary>
    SeeCounts = 1,

    /// <summary>看意见: lists, single opinions, their sheets.</summary>
    ReadOpinions,

    /// <summary>登记意见.</summary>
    Collect,

    /// <summary>归类、确定代表、标明履职意见、并案.</summary>
    Sort,

    /// <summary>当场解释、超出范围.</summary>
    Explain,

    /// <summary>转交和撤回 (第六条).</summary>
    Forward,

    /// <summary>交办和延期: the office's alone.</summary>
    Assign,

    /// <summary>登记承办单位的答复和退办.</summary>
    RecordAnswer,

    /// <summary>反馈选民和登记选民评价.</summary>
    FeedBack,

    /// <summary>代表评价.</summary>
    RateAnswer,

    /// <summary>重新办理.</summary>
    ForwardAgain,

    /// <summary>看选民的姓名和电话全文: with a reason, and noted in the audit log.</summary>
    RevealVoters,

    /// <summary>按选民要求删去个人信息.</summary>
    EraseVoters,

    /// <summary>导出年度表册, names and phones masked.</summary>
    ExportBooks,

    /// <summary>导出不隐去姓名电话的表册.</summary>
    ExportVoters,

    /// <summary>年度封账和重开: the office's alone.</summary>
    CloseYears,

    /// <summary>导入台账和撤销导入.</summary>
    ImportLedgers,

    /// <summary>装入年历: which days are working days.</summary>
    KeepCalendar,

    /// <summary>管理账号和权限.</summary>
    ManageAccounts,

    /// <summary>管理大屏密钥.</summary>
    ManageDisplayKeys,

    /// <summary>催办、约定回看: seeing to it that what is owed is done.</summary>
    Chase,

    /// <summary>重点督办: the office's alone.</summary>
    Supervise,

    /// <summary>安排和登记接待.</summary>
    PlanSessions,

    /// <summary>登记述职, 答复代表对履职档案的异议.</summary>
    KeepPerformance,

    /// <summary>对本人的履职档案提出异议.</summary>
    ObjectToRecord,

    /// <summary>写本人的述职报告 (第七条).</summary>
    WriteOwnReport,

    /// <summary>登记询问 (第七条), 告知选民.</summary>
    KeepInquiries,

    /// <summary>答复询问.</summary>
    AnswerInquiries,

    /// <summary>维护名册: units, stations, districts, deputies, organs.</summary>
    KeepRegisters,

    /// <summary>编制和公布接待计划 (第五条).</summary>
    PlanContacts,

    /// <summary>设立监督议题和调研题目: the office's alone.</summary>
    KeepTopics,

    /// <summary>受理网上来件.</summary>
    ReceiveSubmissions,

    /// <summary>公示办理情况.</summary>
    PublishNotices,

    /// <summary>日历订阅: an address behind which a phone reads receptions and due dates.</summary>
    SubscribeCalendar,

    /// <summary>存自己的视图: one's own tabs above the list of opinions.</summary>
    KeepViews,

    /// <summary>查阅审计记录.</summary>
    ReadAudit,

    /// <summary>看运行状况: how the program, its storage and its backups stand, and what calls for somebody; no opinion and no count.</summary>
    WatchUpkeep,
}
