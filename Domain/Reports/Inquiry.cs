using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Reports;

/// <summary>询问 (第七条): a voter asks about a deputy's work; the deputy answers, and the voter is told. It may be asked further.</summary>
/// <remarks>Who asked is never shown to the deputy. Entries are only ever added to.</remarks>
public sealed partial class Inquiry
{
    private readonly List<InquiryEntry> _entries = [];

    private Inquiry(int deputyId, int stationId, DateOnly askedOn, string words, string voterName, string voterPhone)
    {
        (DeputyId, StationId, AskedOn, Words) = (deputyId, stationId, askedOn, words);
        (VoterName, VoterPhone) = (voterName, voterPhone);
    }

    public int Id { get; private set; }

    /// <summary>询2026-0007.</summary>
    public string Number => $"询{AskedOn.Year:0000}-{Id:0000}";

    public int DeputyId { get; private set; }

    /// <summary>The station that keeps it.</summary>
    public int StationId { get; private set; }

    public DateOnly AskedOn { get; private set; }

    /// <summary>The voter's own words, kept as they are.</summary>
    public string Words { get; private set; }

    /// <summary>As the voter gave it; may be empty.</summary>
    public string VoterName { get; private set; }

    public string VoterPhone { get; private set; }

    public InquiryStage Stage { get; private set; } = InquiryStage.Asked;

    /// <summary>Rises by one with each act.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<InquiryEntry> Entries => _entries;

    /// <summary>Takes down a question.</summary>
    /// <exception cref="RuleBrokenException">There are no words, or the day lies ahead.</exception>
    public static Inquiry Ask(Deputy deputy, int stationId, InquiryFacts facts, Signature signature)
    {
        Rule.Require(facts.On <= signature.Today, $"日期{facts.On:yyyy-MM-dd}还没有到。");
        var words = Rule.Written(facts.Words, "请写下选民想问什么。写一句也可以。");
        var inquiry = new Inquiry(deputy.Id, stationId, facts.On, words, facts.VoterName.Trim(), facts.VoterPhone.Trim());
        inquiry.Enter(InquiryAct.Asked, facts.On, words, signature);
        return inquiry;
    }

    /// <summary>答复: the deputy's answer, by the deputy or in the deputy's name.</summary>
    /// <exception cref="RuleBrokenException">There is nothing to answer, the answer is empty, or the day does not fit.</exception>
    public void Answer(string text, DateOnly on, Signature signature) =>
        Next(InquiryAct.Answered, InquiryStage.Answered, text, "请写下怎么答复。写一句也可以。", on, signature);

    /// <summary>告知: the voter was told the answer.</summary>
    /// <exception cref="RuleBrokenException">There is no answer yet, it does not say how, or the day does not fit.</exception>
    public void Tell(string how, DateOnly on, Signature signature) =>
        Next(InquiryAct.Told, InquiryStage.Told, how, "请写明由谁、怎么告诉选民的。", on, signature);

    /// <summary>追问: the voter asks further.</summary>
    /// <exception cref="RuleBrokenException">The last question still waits for its answer, there are no words, or the day does not fit.</exception>
    public void AskAgain(string words, DateOnly on, Signature signature) =>
        Next(InquiryAct.AskedAgain, InquiryStage.Asked, words, "请写下选民追问什么。写一句也可以。", on, signature);

    /// <summary>Why an act cannot follow now, for the person who wants to; null where it can.</summary>
    public string? WhyNot(InquiryAct act) => (act, Stage) switch
    {
        (InquiryAct.Asked, _) => "这条询问已经登记了。",
        (InquiryAct.Answered, not InquiryStage.Asked) => "这条询问已经答复了。要补充，请等选民追问，或者在告知时说明。",
        (InquiryAct.Told, InquiryStage.Asked) => "代表还没有答复，没有可以告诉选民的。",
        (InquiryAct.Told, InquiryStage.Told) => "已经告诉选民了。",
        (InquiryAct.AskedAgain, InquiryStage.Asked) => "上一问还没有答复，请先等代表答复。",
        _ => null,
    };

    private void Next(InquiryAct act, InquiryStage stage, string text, string otherwise, DateOnly on, Signature signature)
    {
        var whyNot = WhyNot(act);
        Rule.Require(whyNot is null, whyNot!);
        var written = Rule.Written(text, otherwise);
        Rule.Require(on <= signature.Today, $"日期{on:yyyy-MM-dd}还没有到。");
        Rule.Require(on >= AskedOn, $"日期不能早于提出询问的{AskedOn:yyyy-MM-dd}。");
        Stage = stage;
        Version++;
        Enter(act, on, written, signature);
    }

    private void Enter(InquiryAct act, DateOnly on, string text, Signature signature) => _entries.Add(new InquiryEntry(Version + 1, act, on, text, signature.At, signature.By));
}

/// <summary>What is taken down when a voter asks about a deputy's work.</summary>
public sealed record InquiryFacts(string Words, DateOnly On, string VoterName = "", string VoterPhone = "");

/// <summary>One step of an inquiry, as it was entered.</summary>
public sealed class InquiryEntry
{
    internal InquiryEntry(int sequence, InquiryAct act, DateOnly on, string text, DateTime at, string by)
    {
        (Sequence, Act, On, Text, At, By) = (sequence, act, on, text, at, by);
    }

    public int Id { get; private set; }

    public int InquiryId { get; private set; }

    /// <summary>From 1, within the inquiry.</summary>
    public int Sequence { get; private set; }

    public InquiryAct Act { get; private set; }

    public DateOnly On { get; private set; }

    public string Text { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public string By { get; private set; }

    internal void TakeOut(PersonalTraces traces) => Text = traces.TakeOutOf(Text);
}

public enum InquiryAct
{
    /// <summary>提出.</summary>
    Asked = 1,

    /// <summary>答复.</summary>
    Answered,

    /// <summary>告知选民.</summary>
    Told,

    /// <summary>追问.</summary>
    AskedAgain,
}

public enum InquiryStage
{
    /// <summary>待答复.</summary>
    Asked = 1,

    /// <summary>已答复、待告知.</summary>
    Answered,

    /// <summary>已告知.</summary>
    Told,
}
