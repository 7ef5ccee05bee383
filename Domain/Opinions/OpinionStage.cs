namespace VoterLiaison.Domain.Opinions;

/// <summary>How far an opinion has come. <see cref="OpinionLifeCycle"/> says how one stage follows another.</summary>
public enum OpinionStage
{
    /// <summary>已收集: taken down and not yet forwarded, or come back from an organ.</summary>
    Collected = 1,

    /// <summary>已转交: on its way along one of the five channels of 第六条.</summary>
    Forwarded,

    /// <summary>已答复: the lead organ has answered the deputy; the voter does not know yet.</summary>
    Answered,

    /// <summary>已反馈: the voter has been told.</summary>
    FedBack,

    /// <summary>当场解释: explained where it was spoken; whether the voter has been told is a fact of its own.</summary>
    Explained,

    /// <summary>超出范围: not for deputies; the voter is pointed to where it belongs.</summary>
    OutOfScope,

    /// <summary>并案: travels with a lead opinion. Its own voters are still told.</summary>
    Merged,
}
