namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>What a column of a ledger means, whatever its heading calls it. The headings are in <see cref="LedgerHeadings"/>.</summary>
public enum LedgerColumn
{
    /// <summary>序号: its place in that ledger; says nothing about the opinion.</summary>
    Serial,

    /// <summary>意见编号, 信件编号…: names one opinion in its source, so that it is known again.</summary>
    Number,

    /// <summary>记录编号 of ledger A: names one reception, at which several opinions may have been recorded.</summary>
    ReceptionNumber,

    /// <summary>收集日期, 来信时间, 接待日期…</summary>
    ReceivedOn,
    Source,
    Station,

    /// <summary>街道(联组).</summary>
    Unit,
    Deputy,
    Person,
    Contact,

    /// <summary>选区/社区.</summary>
    Community,
    Title,

    /// <summary>意见内容, 来信内容…: the voter's own words.</summary>
    Text,
    Category,
    MergedInto,
    Channel,
    ForwardedOn,

    /// <summary>承办单位, 答复单位…</summary>
    Organ,

    /// <summary>交办日期.</summary>
    AssignedOn,
    AnswerDueOn,
    ExtendedTo,
    AnsweredOn,

    /// <summary>办理结果类别; the answer itself is <see cref="Reply"/>.</summary>
    Outcome,
    Reply,
    DaysOverdue,
    FedBackOn,
    FeedbackMeans,
    FedBackBy,
    Explanation,
    VoterRating,
    DeputyRating,
    Round,
    ConcludedOn,
    Stage,
    Remarks,

    /// <summary>起止时间 of ledger A.</summary>
    Hours,

    /// <summary>地点 of ledger A.</summary>
    Venue,

    /// <summary>活动类型 of ledger A: the ways of 第五条.</summary>
    ActivityKind,

    /// <summary>方式 of ledger A: the forms of 第八条(五).</summary>
    ActivityForm,

    /// <summary>接待人次 of ledger A.</summary>
    VoterCount,

    /// <summary>现场答复情况 of ledger A.</summary>
    OnTheSpotReply,

    /// <summary>是否需转办 of ledger A.</summary>
    NeedsForwarding,
    RecordedBy,
}
