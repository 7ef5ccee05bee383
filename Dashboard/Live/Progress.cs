using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Live;

/// <summary>收集, 转交, 答复, 反馈: the four numbers of the way, of whatever is counted.</summary>
public readonly record struct Progress(int Collected, int Forwarded, int Answered, int FedBack)
{
    public static Progress operator +(Progress left, Progress right) =>
        new(left.Collected + right.Collected, left.Forwarded + right.Forwarded, left.Answered + right.Answered, left.FedBack + right.FedBack);

    public static Progress Sum(IEnumerable<Progress> parts) => parts.Aggregate(default(Progress), (sum, one) => sum + one);

    internal static Progress Of(OpinionCounts counts) => new(counts.Collected, counts.Forwarded, counts.Answered, counts.FedBack);
}
