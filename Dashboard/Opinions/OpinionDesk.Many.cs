using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>One act on many: on each by its own act, its own rule and its own entry; what one refuses does not hold up the others.</content>
public sealed partial class OpinionDesk
{
    /// <summary>So many at once, so that nobody else waits long to write.</summary>
    public const int MostAtOnce = 200;

    /// <summary>归入议题 of many; null takes them out again. The same click sent twice acts once.</summary>
    /// <exception cref="RuleBrokenException">None is picked, or too many.</exception>
    public async Task<ManyOutcome> PutManyUnderTopicAsync(IReadOnlyCollection<Picked> picked, int? topicId)
    {
        Rule.Require(picked.Count > 0, "请先勾选意见。");
        Rule.Require(picked.Count <= MostAtOnce, $"一次最多归入{MostAtOnce}件，请少勾选一些。");
        var refused = new List<NotDone>();
        foreach (var one in picked)
        {
            try
            {
                await PutUnderTopicAsync(one.Seen, topicId);
            }
            catch (RuleBrokenException broken) when (broken is not NotStoredException)
            {
                refused.Add(new NotDone(one.Seen.OpinionId, one.Number, broken.Message));
            }
        }

        return new ManyOutcome(picked.Count - refused.Count, refused);
    }
}

/// <summary>An opinion that was ticked in a list, as it was then.</summary>
public sealed record Picked(Seen Seen, string Number)
{
    public static Picked Of(OpinionRow row) => new(new Seen(row.Id, row.Version, Guid.NewGuid()), row.Number);
}

/// <summary>What came of an act on many.</summary>
public sealed record ManyOutcome(int Done, IReadOnlyList<NotDone> Refused);

/// <param name="Id">Which.</param>
/// <param name="Number">编号.</param>
/// <param name="Why">The rule's sentence.</param>
public sealed record NotDone(int Id, string Number, string Why);
