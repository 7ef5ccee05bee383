namespace VoterLiaison.Domain.Opinions;

/// <summary>Everything that can happen to an opinion. Each act leaves one entry in its history.</summary>
public enum OpinionAct
{
    /// <summary>收集.</summary>
    Collect = 1,

    /// <summary>转交: carried upward along one of the five channels.</summary>
    Forward,

    /// <summary>交办: formally handed to the organs; the statutory clock starts.</summary>
    Assign,

    /// <summary>延期: the answer may take up to six months from 交办, with the assigner's consent.</summary>
    Extend,

    /// <summary>当场解释说明.</summary>
    Explain,

    /// <summary>超出范围: the voter is pointed elsewhere.</summary>
    PointElsewhere,

    /// <summary>并案.</summary>
    Merge,

    /// <summary>撤销并案.</summary>
    Unmerge,

    /// <summary>撤回: the deputy takes it back.</summary>
    Withdraw,

    /// <summary>退办: the organ returns it.</summary>
    Return,

    /// <summary>答复: the lead organ (or the city deputy) answers.</summary>
    Answer,

    /// <summary>协办答复: a co-handler answers beside the lead.</summary>
    AnswerBeside,

    /// <summary>补充答复: a later supplement or correction; an answer itself is never edited.</summary>
    Supplement,

    /// <summary>并案, as the lead sees it: another opinion now travels with it.</summary>
    TakeIn,

    /// <summary>撤销并案, as the lead sees it.</summary>
    LetGo,

    /// <summary>主件有答复: the lead opinion of a merged one was answered or explained, so this voter is owed word too.</summary>
    HearFromLead,

    /// <summary>反馈: the voter is told.</summary>
    FeedBack,

    /// <summary>选民评价.</summary>
    Rate,

    /// <summary>代表评价 of the organ's answer.</summary>
    RateAnswer,

    /// <summary>重新办理: another round, after 不满意 and a person's decision.</summary>
    ForwardAgain,

    /// <summary>确定代表: whose opinion it is.</summary>
    NameDeputies,

    /// <summary>归类.</summary>
    Categorise,

    /// <summary>标明履职意见 (第七条): whose work in office it speaks of.</summary>
    Concern,

    /// <summary>删去个人信息: on the voter's request, or because the time for keeping them has passed.</summary>
    EraseVoters,

    /// <summary>逾期: the day of the clock that runs has passed. The calendar does it, no person.</summary>
    FallOverdue,

    /// <summary>催办: whoever owes word is reminded.</summary>
    Urge,

    /// <summary>重点督办.</summary>
    Supervise,

    /// <summary>撤销督办.</summary>
    EndSupervision,

    /// <summary>约定回看: a promise (列入计划) gets a day on which somebody looks again.</summary>
    LookAgain,

    /// <summary>归入议题: under a 监督议题 or 调研题目 (第五条三).</summary>
    PutUnderTopic,
}
