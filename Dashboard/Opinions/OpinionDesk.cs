using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Where a person's act on an opinion becomes a change: load, act, save. The rules are the opinion's own.</summary>
public sealed partial class OpinionDesk(LiaisonStore store, TimeProvider clock, IOptions<LiaisonOptions> options, CurrentPerson person)
{
    /// <summary>Takes down an opinion and gives it its number. The same submission sent twice is taken down once.</summary>
    public Task<CollectedOpinion> CollectAsync(CollectForm form, Guid submission) => store.WriteAsync(async db =>
    {
        if (await db.Opinions.Where(o => o.History.Any(entry => entry.Submission == submission))
                .Select(o => new CollectedOpinion(o.Id, o.Number)).SingleOrDefaultAsync() is { } already)
        {
            return already;
        }

        var station = await db.Stations.SingleOrDefaultAsync(s => s.Id == form.StationId) ?? throw new RuleBrokenException("请选择家站。");
        var opinion = Opinion.Collect(await SeriesAsync(db, station.Id, form.On.Year), station, await FactsAsync(db, form), Stamped(submission));
        db.Opinions.Add(opinion);
        await db.SaveChangesAsync();
        return new CollectedOpinion(opinion.Id, opinion.Number);
    });

    public Task ForwardAsync(Seen seen, ForwardForm form) => ActAsync(seen, async (db, opinion, stamp) =>
    {
        var facts = await form.FactsAsync(db);
        opinion.Forward(facts, form.On, InWords(facts), stamp);
    });

    public Task ForwardAgainAsync(Seen seen, ForwardForm form, string decidedBy) => ActAsync(seen, async (db, opinion, stamp) =>
    {
        var facts = await form.FactsAsync(db);
        opinion.ForwardAgain(facts, decidedBy, form.On, InWords(facts), stamp);
    });

    public Task AssignAsync(Seen seen, HandlersForm handlers, DateOnly on) =>
        ActAsync(seen, async (db, opinion, stamp) => opinion.Assign(await handlers.LoadAsync(db), on, stamp));

    public Task ExtendAsync(Seen seen, string consentBy, DateOnly on) => ActAsync(seen, (opinion, stamp) => opinion.Extend(consentBy, on, stamp));

    public Task WithdrawAsync(Seen seen, string reason, DateOnly on) => ActAsync(seen, (opinion, stamp) => opinion.Withdraw(reason, on, stamp));

    public Task ReturnAsync(Seen seen, string reason, DateOnly on) => ActAsync(seen, (opinion, stamp) => opinion.Return(reason, on, stamp));

    public Task RecordAnswerAsync(Seen seen, AnswerOutcome outcome, string text, DateOnly on) => ActAsync(seen, async (db, opinion, stamp) =>
    {
        opinion.RecordAnswer(outcome, text, on, stamp);
        await TellFollowersAsync(db, opinion, on, stamp);
    });

    public Task RecordAnswerBesideAsync(Seen seen, int organId, AnswerOutcome outcome, string text, DateOnly on) => ActAsync(seen, async (db, opinion, stamp) =>
        opinion.RecordAnswerBeside(await db.Organs.SingleOrDefaultAsync(organ => organ.Id == organId) ?? throw new RuleBrokenException("请选择协办单位。"), outcome, text, on, stamp));

    public Task SupplementAsync(Seen seen, AnswerOutcome outcome, string text, DateOnly on) =>
        ActAsync(seen, (opinion, stamp) => opinion.Supplement(outcome, text, on, stamp));

    public Task RateAnswerAsync(Seen seen, DeputyRating rating, DateOnly on) =>
        ActAsync(seen, (opinion, stamp) => opinion.RateAnswer(rating, on, $"代表评价：{rating.InWords()}", stamp));

    public Task FeedBackAsync(Seen seen, FeedbackFacts facts) => ActAsync(seen, (opinion, stamp) => opinion.FeedBack(facts, InWords(facts), stamp));

    public Task RateAsync(Seen seen, VoterRating rating, DateOnly on) =>
        ActAsync(seen, (opinion, stamp) => opinion.Rate(rating, on, $"选民评价：{rating.InWords()}", stamp));

    public Task ExplainAsync(Seen seen, string explanation, DateOnly on, FeedbackFacts? told) => ActAsync(seen, async (db, opinion, stamp) =>
    {
        opinion.Explain(explanation, on, told, stamp);
        await TellFollowersAsync(db, opinion, on, stamp);
    });

    public Task PointElsewhereAsync(Seen seen, string pointedTo, string reason, DateOnly on, FeedbackFacts? told) => ActAsync(seen, async (db, opinion, stamp) =>
    {
        opinion.PointElsewhere(pointedTo, reason, on, told, stamp);
        await TellFollowersAsync(db, opinion, on, stamp);
    });

    public Task MergeAsync(Seen seen, string leadNumber, string reason, DateOnly on) => ActAsync(seen, async (db, opinion, stamp) =>
    {
        var number = leadNumber.Trim().ToUpperInvariant();
        if (number.Length == 0)
        {
            throw new RuleBrokenException("请写明并入哪一件。");
        }

        var lead = await WithJourneys(db).SingleOrDefaultAsync(o => o.Number == number) ?? throw new RuleBrokenException($"没有编号为“{number}”的意见，请核对主件的编号。");
        opinion.MergeInto(lead, reason, on, stamp);
    });

    public Task UnmergeAsync(Seen seen, string reason, DateOnly on) => ActAsync(seen, async (db, opinion, stamp) =>
        opinion.Unmerge(await WithJourneys(db).SingleOrDefaultAsync(o => o.Id == opinion.LeadOpinionId) ?? throw new RuleBrokenException(opinion.WhyNot(OpinionAct.Unmerge) ?? "没有主件。"), reason, on, stamp));

    public Task NameDeputiesAsync(Seen seen, IReadOnlyCollection<int> deputyIds) => ActAsync(seen, async (db, opinion, stamp) =>
        opinion.NameDeputies(await DeputiesAsync(db, deputyIds), stamp));

    public Task CategoriseAsync(Seen seen, int categoryId) => ActAsync(seen, async (db, opinion, stamp) =>
    {
        var before = await db.Categories.Where(category => category.Id == opinion.CategoryId).Select(category => category.Name).SingleOrDefaultAsync();
        var category = await db.Categories.SingleOrDefaultAsync(c => c.Id == categoryId) ?? throw new RuleBrokenException("请选择类别。");
        opinion.Categorise(category, before ?? "未归类", stamp);
    });
}

/// <param name="Id">In the database.</param>
/// <param name="Number">意见编号.</param>
public sealed record CollectedOpinion(int Id, string Number);
