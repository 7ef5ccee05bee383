using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Where a person's act on an opinion becomes a change: load, act, save. The rules are the opinion's own.</summary>
public sealed partial class OpinionDesk(WriteDoor door, Residue residue, IOptions<LiaisonOptions> options)
{
    /// <summary>Takes down an opinion and gives it its number. The same submission sent twice is taken down once.</summary>
    public Task<CollectedOpinion> CollectAsync(CollectForm form, Guid submission) => door.WriteAsync(Deed.Collect, async writing =>
    {
        var db = writing.Db;
        if (await db.ActedOnAsync(submission) is { } already)
        {
            return await db.Opinions.Where(o => o.Id == already).Select(o => new CollectedOpinion(o.Id, o.Number)).SingleAsync();
        }

        var opinion = await TakeDownAsync(writing, form, submission);
        return new CollectedOpinion(opinion.Id, opinion.Number);
    });

    /// <summary>Takes down an opinion within a transaction that is under way, by somebody who may collect there.</summary>
    internal async Task<Opinion> TakeDownAsync(Writing writing, CollectForm form, Guid submission)
    {
        var db = writing.Db;
        var station = await db.StationAsync(form.StationId) ?? throw new RuleBrokenException("请选择家站。");
        var facts = await FactsAsync(db, form);
        await RequireMayCollectAsync(writing, station, facts);
        var opinion = Opinion.Collect(await SeriesAsync(db, station.Id, form.On.Year), station, facts, Stamped(writing, submission));
        db.Opinions.Add(opinion);
        await writing.RecordAsync(AuditAct.OpinionActed, About(opinion), OpinionAct.Collect.InWords());
        await db.SaveChangesAsync(); // for its key; both at once, so that nothing is left to save at the end
        await TellOnTheSpotAsync(writing, opinion, form);
        return opinion;
    }

    public Task ForwardAsync(Seen seen, ForwardForm form) => ActAsync(OpinionAct.Forward, seen, async (writing, opinion, stamp) =>
    {
        var facts = await form.FactsAsync(writing.Db);
        opinion.Forward(facts, form.On, InWords(facts), stamp);
    });

    public Task ForwardAgainAsync(Seen seen, ForwardForm form, string decidedBy) => ActAsync(OpinionAct.ForwardAgain, seen, async (writing, opinion, stamp) =>
    {
        var facts = await form.FactsAsync(writing.Db);
        opinion.ForwardAgain(facts, decidedBy, form.On, InWords(facts), stamp);
    });

    public Task AssignAsync(Seen seen, HandlersForm handlers, DateOnly on) =>
        ActAsync(OpinionAct.Assign, seen, async (writing, opinion, stamp) => opinion.Assign(await handlers.LoadAsync(writing.Db, on), on, stamp));

    public Task ExtendAsync(Seen seen, string consentBy, DateOnly on) => ActAsync(OpinionAct.Extend, seen, (opinion, stamp) => opinion.Extend(consentBy, on, stamp));

    public Task WithdrawAsync(Seen seen, string reason, DateOnly on) => ActAsync(OpinionAct.Withdraw, seen, (opinion, stamp) => opinion.Withdraw(reason, on, stamp));

    public Task ReturnAsync(Seen seen, string reason, DateOnly on) => ActAsync(OpinionAct.Return, seen, (opinion, stamp) => opinion.Return(reason, on, stamp));

    public Task RecordAnswerAsync(Seen seen, AnswerOutcome outcome, string text, DateOnly on) => ActAsync(OpinionAct.Answer, seen, async (writing, opinion, stamp) =>
    {
        opinion.RecordAnswer(outcome, text, on, stamp);
        await TellFollowersAsync(writing.Db, opinion, on, stamp);
    });

    public Task RecordAnswerBesideAsync(Seen seen, int organId, AnswerOutcome outcome, string text, DateOnly on) => ActAsync(OpinionAct.AnswerBeside, seen, async (writing, opinion, stamp) =>
        opinion.RecordAnswerBeside(await writing.Db.Organs.SingleOrDefaultAsync(organ => organ.Id == organId) ?? throw new RuleBrokenException("请选择协办单位。"), outcome, text, on, stamp));

    public Task SupplementAsync(Seen seen, AnswerOutcome outcome, string text, DateOnly on) =>
        ActAsync(OpinionAct.Supplement, seen, (opinion, stamp) => opinion.Supplement(outcome, text, on, stamp));

    public Task RateAnswerAsync(Seen seen, DeputyRating rating, DateOnly on) =>
        ActAsync(OpinionAct.RateAnswer, seen, (opinion, stamp) => opinion.RateAnswer(rating, on, $"代表评价：{rating.InWords()}", stamp));

    /// <param name="seen">The opinion.</param>
    /// <param name="facts">How and by whom the voter was told.</param>
    /// <param name="inNameOf">The deputy for whom somebody else did it; the history and the audit log say so.</param>
    public Task FeedBackAsync(Seen seen, FeedbackFacts facts, string? inNameOf = null) => ActAsync(
        OpinionAct.FeedBack,
        seen,
        (opinion, stamp) => opinion.FeedBack(facts, inNameOf is null ? InWords(facts) : $"由{stamp.By}代{inNameOf}代表办理。{InWords(facts)}", stamp),
        inNameOf);

    public Task RateAsync(Seen seen, VoterRating rating, DateOnly on) =>
        ActAsync(OpinionAct.Rate, seen, (opinion, stamp) => opinion.Rate(rating, on, $"选民评价：{rating.InWords()}", stamp));

    public Task ExplainAsync(Seen seen, string explanation, DateOnly on, FeedbackFacts? told) => ActAsync(OpinionAct.Explain, seen, async (writing, opinion, stamp) =>
    {
        opinion.Explain(explanation, on, told, stamp);
        await TellFollowersAsync(writing.Db, opinion, on, stamp);
    });

    public Task PointElsewhereAsync(Seen seen, string pointedTo, string reason, DateOnly on, FeedbackFacts? told) => ActAsync(OpinionAct.PointElsewhere, seen, async (writing, opinion, stamp) =>
    {
        opinion.PointElsewhere(pointedTo, reason, on, told, stamp);
        await TellFollowersAsync(writing.Db, opinion, on, stamp);
    });

    public Task MergeAsync(Seen seen, string leadNumber, string reason, DateOnly on) => ActAsync(OpinionAct.Merge, seen, async (writing, opinion, stamp) =>
    {
        var number = leadNumber.Trim().ToUpperInvariant();
        if (number.Length == 0)
        {
            throw new RuleBrokenException("请写明并入哪一件。");
        }

        var unknown = $"没有编号为“{number}”的意见，请核对主件的编号。";
        var lead = await WithJourneys(writing.Db).SingleOrDefaultAsync(o => o.Number == number) ?? throw new RuleBrokenException(unknown);
        if (!writing.Reach.Covers(lead))
        {
            throw new OutOfReachException(unknown, About(lead));
        }

        opinion.MergeInto(lead, reason, on, stamp);
    });

    public Task UnmergeAsync(Seen seen, string reason, DateOnly on) => ActAsync(OpinionAct.Unmerge, seen, async (writing, opinion, stamp) =>
    {
        var lead = await WithJourneys(writing.Db).SingleOrDefaultAsync(o => o.Id == opinion.LeadOpinionId) ?? throw new RuleBrokenException(opinion.WhyNot(OpinionAct.Unmerge) ?? "没有主件。");
        if (!writing.Reach.Covers(lead))
        {
            throw new OutOfReachException("主件不由您办理，请联络室撤销并案。", About(lead));
        }

        opinion.Unmerge(lead, reason, on, stamp);
    });

    public Task NameDeputiesAsync(Seen seen, IReadOnlyCollection<int> deputyIds) => ActAsync(OpinionAct.NameDeputies, seen, async (writing, opinion, stamp) =>
        opinion.NameDeputies(await writing.Db.DeputiesAsync(deputyIds), stamp));

    public Task CategoriseAsync(Seen seen, int categoryId) => ActAsync(OpinionAct.Categorise, seen, async (writing, opinion, stamp) =>
    {
        var before = await writing.Db.Categories.Where(category => category.Id == opinion.CategoryId).Select(category => category.Name).SingleOrDefaultAsync();
        var category = await writing.Db.CategoryAsync(categoryId) ?? throw new RuleBrokenException("请选择类别。");
        opinion.Categorise(category, before ?? "未归类", stamp);
    });

    /// <summary>归入议题; null takes it out again.</summary>
    public Task PutUnderTopicAsync(Seen seen, int? topicId) => ActAsync(OpinionAct.PutUnderTopic, seen, async (writing, opinion, stamp) => opinion.PutUnderTopic(
        topicId is { } id ? await writing.Db.Topics.SingleOrDefaultAsync(topic => topic.Id == id) ?? throw new RuleBrokenException("请选择议题。") : null, stamp));

    /// <summary>第七条: marks whose work in office the opinion speaks of; null takes the mark away.</summary>
    public Task ConcernAsync(Seen seen, int? deputyId) => ActAsync(OpinionAct.Concern, seen, async (writing, opinion, stamp) =>
    {
        // Who is both deputy and staff must not take the mark off that keeps from them who spoke.
        if (!writing.Who.Rights.MayKnowWhoSpoke(opinion))
        {
            throw new OutOfReachException("这件意见说的是您本人的履职，标明或者取消要由别人来办。", About(opinion));
        }

        opinion.Concern(deputyId is { } id ? (await writing.Db.DeputiesAsync([id]))[0] : null, stamp);
    });
}

/// <param name="Id">In the database.</param>
/// <param name="Number">意见编号.</param>
public sealed record CollectedOpinion(int Id, string Number);
