using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>Words ready to be said to the voter; the deputy changes them as they like. A name that is hidden is not addressed.</summary>
internal static class TellingWords
{
    public static string Of(DeputyCase one, Deputy deputy)
    {
        var hello = one.Called is "选民" || one.Called.Contains('*', StringComparison.Ordinal) ? "您好" : $"{one.Called}您好";
        var who = $"我是{(deputy.Level is DeputyLevel.City ? "市" : "区")}人大代表{deputy.Name}";
        var about = $"您{CaseInWords.Day(one.CollectedOn, one.Today)}反映的{(one.Subject.Length > 0 ? $"“{one.Subject}”" : "事")}";
        return one.Word.Length == 0 ? "" : $"{hello}，{who}。{about}，{Word(one)}";
    }

    private static string Word(DeputyCase one)
    {
        var said = Ended(one.Word);
        var answered = $"{one.Handler}{(one.WordOn is { } on ? CaseInWords.Day(on, one.Today) : "")}答复：";
        return one switch
        {
            { Stage: OpinionStage.OutOfScope } => $"不属人大代表受理的范围：{said}请您找{Ended(one.PointedTo ?? "")}",
            { Stage: OpinionStage.Explained } or { Outcome: null } => $"情况是这样的：{said}",
            { Outcome: AnswerOutcome.Solved } => $"{answered}{said}您再看看，还有不妥的随时告诉我。",
            { Outcome: AnswerOutcome.BeingSolved } => $"{answered}正在办，{said}有了结果我再告诉您。",
            { Outcome: AnswerOutcome.Planned } => $"{answered}已经列入计划。{said}到时候我再去看。",
            { Outcome: AnswerOutcome.CannotSolveForNow } => $"{answered}现在还办不了。{said}以后有变化，我再告诉您。",
            { Outcome: AnswerOutcome.ForReference } => $"{answered}留作参考。{said}",
            { Outcome: AnswerOutcome.BeyondPower } => $"{answered}超出区里的权限，已经报上去了。{said}",
            _ => $"{answered}{said}",
        };
    }

    private static string Ended(string text) => text.Trim() is { Length: > 0 } said ? (said[^1] is '。' or '！' or '？' or '…' or '”' ? said : $"{said}。") : "";
}
