using System.Linq.Expressions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>One line of a list of opinions.</summary>
public sealed record OpinionRow(
    int Id,
    string Number,
    DateOnly CollectedOn,
    string Words,
    string Station,
    string Unit,
    string? Deputy,
    string? Category,
    ForwardingChannel? Channel,
    string? Organ,
    OpinionStage Stage,
    DateOnly? AwaitingFeedbackSince,
    DateOnly? ConcludedOn,
    DateOnly? DueOn,
    DateOnly? GravelyDueOn,
    DateOnly? SupervisedSince,
    int Version)
{
    /// <summary>Of the four steps 收集, 转交, 答复, 反馈. What is closed without them has taken all.</summary>
    public int StepsTaken => AwaitingFeedbackSince is not null ? 3 : Stage switch
    {
        OpinionStage.Collected => 1,
        OpinionStage.Forwarded => 2,
        OpinionStage.Answered => 3,
        OpinionStage.FedBack or OpinionStage.Explained or OpinionStage.OutOfScope or OpinionStage.Merged => 4,
    };

    internal static Expression<Func<Opinion, OpinionRow>> From(LiaisonDbContext db) => o => new OpinionRow(
        o.Id,
        o.Number,
        o.CollectedOn,
        o.Words,
        db.Stations.Where(s => s.Id == o.StationId).Select(s => s.Name).Single(),
        db.Stations.Where(s => s.Id == o.StationId).SelectMany(s => db.Units.Where(u => u.Id == s.UnitId)).Select(u => u.ShortName).Single(),
        o.Deputies.Where(d => d.Order == 1).SelectMany(d => db.Deputies.Where(x => x.Id == d.DeputyId)).Select(d => d.Name).FirstOrDefault(),
        db.Categories.Where(c => c.Id == o.CategoryId).Select(c => c.Name).FirstOrDefault(),
        o.Channel,
        db.Organs.Where(x => x.Id == o.LeadOrganId).Select(x => x.ShortName).FirstOrDefault(),
        o.Stage,
        o.AwaitingFeedbackSince,
        o.ConcludedOn,
        o.DueOn,
        o.GravelyDueOn,
        o.SupervisedSince,
        o.Version);
}

/// <summary>How a list is ordered. What is due first comes first where clocks run; the number decides between equals.</summary>
public enum OpinionSort
{
    Newest = 1,
    Oldest,
    DueFirst,
}

internal static class OpinionSorts
{
    public static IQueryable<Opinion> Order(this OpinionSort sort, IQueryable<Opinion> opinions) => sort switch
    {
        OpinionSort.Newest => opinions.OrderByDescending(o => o.CollectedOn).ThenByDescending(o => o.Id),
        OpinionSort.Oldest => opinions.OrderBy(o => o.CollectedOn).ThenBy(o => o.Id),
        OpinionSort.DueFirst => opinions.OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenBy(o => o.Id),
    };
}
