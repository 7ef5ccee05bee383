namespace VoterLiaison.Domain.Opinions;

/// <summary>第六条: the five ways a deputy may carry an opinion upward.</summary>
public enum ForwardingChannel
{
    /// <summary>(一) a motion or suggestion while the congress sits.</summary>
    CongressSession = 1,

    /// <summary>(二) a suggestion between sessions, or the “代表监督” direct line.</summary>
    BetweenSessions,

    /// <summary>(三) spoken when attending a meeting of the standing committee or a special committee.</summary>
    CommitteeMeeting,

    /// <summary>(四) straight to the government, the supervisory commission, the court or the procuratorate.</summary>
    StateOrgan,

    /// <summary>(五) to a deputy of the municipal congress.</summary>
    MunicipalDeputy,
}

public static class ForwardingChannels
{
    /// <summary>Channels 1 and 2 are assigned formally (交办) and have the statutory limits; the others have the office's own.</summary>
    public static bool HasStatutoryClock(this ForwardingChannel channel) =>
        channel is ForwardingChannel.CongressSession or ForwardingChannel.BetweenSessions;
}

/// <summary>第六条(一): what a deputy hands in at a session.</summary>
public enum ProposalKind
{
    /// <summary>议案.</summary>
    Motion = 1,

    /// <summary>建议、批评和意见.</summary>
    Suggestion,
}

/// <summary>第六条(二): the two ways open between sessions.</summary>
public enum BetweenSessionsWay
{
    /// <summary>闭会期间建议.</summary>
    Suggestion = 1,

    /// <summary>“代表监督”信息直通车.</summary>
    DirectLine,
}

/// <summary>第六条(三): the meeting a deputy attends without a vote.</summary>
public enum CommitteeMeetingKind
{
    /// <summary>区人大常委会会议.</summary>
    StandingCommittee = 1,

    /// <summary>区人大专门委员会会议.</summary>
    SpecialCommittee,
}
