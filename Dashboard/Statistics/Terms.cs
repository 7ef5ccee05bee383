using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics;

/// <summary>The heads of the page with what they mean: the measures' words, the books' words, and what only a table needs.</summary>
internal static class Terms
{
    public static FigureColumn AnswerRate { get; } = Of("答复率", RateWording.Answer);

    public static FigureColumn InTimeRate { get; } = Of("按期答复率", RateWording.InTime);

    public static FigureColumn FeedbackRate { get; } = Of("反馈率", RateWording.Feedback);

    public static FigureColumn SatisfiedRate { get; } = Of("满意率", RateWording.Satisfied);

    public static FigureColumn MostlySatisfiedRate { get; } = Of("含基本满意", RateWording.MostlySatisfied);

    public static FigureColumn MeanDays { get; } = Of("平均答复天数", RateWording.MeanDays);

    public static FigureColumn Progress { get; } = new FigureColumn(new Term("办到哪一步", "已反馈、待反馈、待答复、待转交，和当场解释、超出范围、并案的各占多少。")) { FromTheLeft = true };

    /// <summary>The number before it as a bar.</summary>
    public static FigureColumn Drawn { get; } = new FigureColumn(new Term("图示")) { FromTheLeft = true };

    public static FigureColumn Of(string name, string definition) => new Term(name, definition);

    /// <summary>Of receptions and reports.</summary>
    public static FigureColumn Contact(string name, string unit = "人") => new FigureColumn(new Term(name, ContactWording.All.Single(word => word.Name == name).Definition)) { Unit = unit };

    public static IEnumerable<FigureColumn> Of(params IEnumerable<Measure> measures) => measures.Select(FigureColumn.Of);

    public static FigureColumn ShareOf(string whole) => Of("占比", $"本行÷{whole}。");
}
