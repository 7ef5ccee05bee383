using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Statistics;

/// <summary>What a figure shows beside its tables. It has no number that is not in them.</summary>
public abstract record Picture;

/// <summary>收集 to 反馈: each bar is divided into what the next one goes on with and what stays behind.</summary>
public sealed record Flow(IReadOnlyList<FlowBar> Bars) : Picture;

/// <param name="Name">Whose bar it is.</param>
/// <param name="Cell">Its number.</param>
/// <param name="Of">The length of a whole bar.</param>
/// <param name="Parts">Together the bar.</param>
public sealed record FlowBar(string Name, Counted Cell, int Of, IReadOnlyList<Part> Parts);

/// <param name="Name">What it is.</param>
/// <param name="Count">How much of the bar.</param>
/// <param name="Look">k0 to k4, as in the stage bar.</param>
public sealed record Part(string Name, int Count, string Look);

/// <summary>结转: opening + received − concluded = closing.</summary>
public sealed record Bridge(IReadOnlyList<BridgePier> Piers) : Picture;

/// <param name="Sign">＋, －, ＝; none before the first.</param>
/// <param name="Term">What it is.</param>
/// <param name="Cell">Its number.</param>
public sealed record BridgePier(string? Sign, Term Term, Counted Cell);

/// <summary>A column for each month: how far its opinions have come, and what was done in it.</summary>
/// <param name="Columns">In order.</param>
/// <param name="InWords">The same in a sentence.</param>
public sealed record Months(IReadOnlyList<MonthColumn> Columns, string InWords) : Picture
{
    /// <summary>More would be hairs.</summary>
    public const int Shown = 24;
}

/// <param name="Name">1月.</param>
/// <param name="Counts">Of the opinions collected in it.</param>
/// <param name="Forwarded">What was forwarded in it.</param>
/// <param name="Answered">What was answered in it.</param>
/// <param name="FedBack">Whom was told in it.</param>
/// <param name="IsRunning">It is not over.</param>
public sealed record MonthColumn(string Name, OpinionCounts Counts, int Forwarded, int Answered, int FedBack, bool IsRunning);

/// <summary>满意度: each voice as a bar of its own.</summary>
public sealed record Voices(IReadOnlyList<Voice> Bars) : Picture;

/// <param name="Name">Whose voice.</param>
/// <param name="Parts">Together the bar.</param>
public sealed record Voice(string Name, IReadOnlyList<Part> Parts)
{
    public string InWords => Parts.All(part => part.Count == 0) ? $"{Name}：还没有" : $"{Name}：{string.Join("，", Parts.Where(part => part.Count > 0).Select(part => $"{part.Name}{part.Count:N0}件"))}";
}
