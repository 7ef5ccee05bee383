using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

/// <summary>What must be known to carry an opinion along a channel. Each of the five has facts of its own (第六条).</summary>
public abstract record ForwardingFacts(ForwardingChannel Channel)
{
    /// <summary>Fills the forwarding's own columns, refusing what the channel cannot do without.</summary>
    internal abstract void WriteOn(Forwarding forwarding);
}

/// <summary>第六条(一).</summary>
/// <exception cref="RuleBrokenException">When used: the session or the document number is missing.</exception>
public sealed record CongressSessionFacts(string Session, ProposalKind Kind, string DocumentNumber)
    : ForwardingFacts(ForwardingChannel.CongressSession)
{
    internal override void WriteOn(Forwarding forwarding)
    {
        forwarding.Session = Rule.Written(Session, "请写明是哪一次人代会。");
        forwarding.ProposalKind = Kind;
        forwarding.DocumentNumber = Rule.Written(DocumentNumber, "请填写议案或建议的编号。");
    }
}

/// <summary>第六条(二).</summary>
/// <exception cref="RuleBrokenException">When used: the document number is missing.</exception>
public sealed record BetweenSessionsFacts(BetweenSessionsWay Way, string DocumentNumber)
    : ForwardingFacts(ForwardingChannel.BetweenSessions)
{
    internal override void WriteOn(Forwarding forwarding)
    {
        forwarding.BetweenSessionsWay = Way;
        forwarding.DocumentNumber = Rule.Written(DocumentNumber, "请填写建议或直通车的编号。");
    }
}

/// <summary>第六条(三).</summary>
/// <exception cref="RuleBrokenException">When used: the topic is missing, or the meeting lies after the forwarding.</exception>
public sealed record CommitteeMeetingFacts(CommitteeMeetingKind Kind, string Topic, DateOnly HeldOn)
    : ForwardingFacts(ForwardingChannel.CommitteeMeeting)
{
    internal override void WriteOn(Forwarding forwarding)
    {
        Rule.Require(HeldOn <= forwarding.ForwardedOn, "会议日期不能晚于反映日期。");
        forwarding.MeetingKind = Kind;
        forwarding.MeetingTopic = Rule.Written(Topic, "请写明会议的议题。");
        forwarding.MeetingHeldOn = HeldOn;
    }
}

/// <summary>第六条(四): an organ takes it at once, so forwarding and naming the lead organ are one act.</summary>
public sealed record StateOrganFacts(Handlers Handlers) : ForwardingFacts(ForwardingChannel.StateOrgan)
{
    internal override void WriteOn(Forwarding forwarding) => forwarding.HandTo(Handlers);
}

/// <summary>第六条(五).</summary>
/// <exception cref="RuleBrokenException">When used: the deputy is not one of the municipal congress.</exception>
public sealed record MunicipalDeputyFacts(Deputy CityDeputy) : ForwardingFacts(ForwardingChannel.MunicipalDeputy)
{
    internal override void WriteOn(Forwarding forwarding)
    {
        Rule.Require(CityDeputy.Level is DeputyLevel.City, $"{CityDeputy.Name}不是市人大代表，请选择一位市人大代表。");
        forwarding.CityDeputyId = CityDeputy.Id;
    }
}

/// <summary>承办: the lead organ (主办) and its co-handlers (协办).</summary>
/// <exception cref="RuleBrokenException">When used: the lead is also named as a co-handler, or a co-handler twice.</exception>
public sealed record Handlers(Organ Lead, params IReadOnlyList<Organ> CoHandlers)
{
    public string InWords => CoHandlers.Count == 0
        ? $"主办：{Lead.Name}"
        : $"主办：{Lead.Name}　协办：{string.Join('、', CoHandlers.Select(organ => organ.Name))}";
}
