using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

/// <summary>答复: what an organ tells the deputy came of it. It is never edited; a correction is a further entry.</summary>
public sealed class Answer
{
    /// <exception cref="RuleBrokenException">There is no text.</exception>
    internal Answer(AnswerKind kind, int? organId, AnswerOutcome outcome, string text, DateOnly answeredOn)
    {
        Kind = kind;
        OrganId = organId;
        Outcome = outcome;
        Text = Rule.Written(text, "请写明答复的内容。");
        AnsweredOn = answeredOn;
    }

    public int Id { get; private set; }

    public int ForwardingId { get; private set; }

    public AnswerKind Kind { get; private set; }

    /// <summary>Who answered; null where a city deputy brought the answer (第六条五).</summary>
    public int? OrganId { get; private set; }

    public AnswerOutcome Outcome { get; private set; }

    public string Text { get; private set; }

    public DateOnly AnsweredOn { get; private set; }

    internal void TakeOut(PersonalTraces traces) => Text = traces.TakeOutOf(Text);
}

public enum AnswerKind
{
    /// <summary>主办答复: with it the opinion is answered.</summary>
    Lead = 1,

    /// <summary>协办答复.</summary>
    Beside,

    /// <summary>补充答复, by the lead, after its answer.</summary>
    Supplement,
}

/// <summary>办理结果, by meaning. The letter printed for each (A, B, C, D) is the office's configuration.</summary>
public enum AnswerOutcome
{
    /// <summary>已解决.</summary>
    Solved = 1,

    /// <summary>正在解决.</summary>
    BeingSolved,

    /// <summary>列入计划.</summary>
    Planned,

    /// <summary>暂不能解决.</summary>
    CannotSolveForNow,

    /// <summary>留作参考.</summary>
    ForReference,

    /// <summary>超出权限，已上报.</summary>
    BeyondPower,
}

public static class AnswerOutcomes
{
    /// <summary>第六条: what cannot be solved for now is explained to the voter, not only reported.</summary>
    public static bool OwesExplanation(this AnswerOutcome outcome) => outcome is not (AnswerOutcome.Solved or AnswerOutcome.BeingSolved);
}

/// <summary>代表评价, within 15 working days of the answer (channels 1 and 2).</summary>
public enum DeputyRating
{
    Satisfied = 1,
    MostlySatisfied,
    Dissatisfied,
}
