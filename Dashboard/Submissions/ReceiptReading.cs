using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What became of it, for whoever has number and code. Nobody signs in there: the two are all that is asked for, and they lead to one thing.</summary>
public sealed class ReceiptReading(IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    /// <summary>The story behind a receipt; null for a wrong number and a wrong code alike.</summary>
    public async Task<ReceiptStory?> FindAsync(string? number, string? code, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ReceiptBook.FindAsync(db, number, code, cancellationToken) is not { } receipt)
        {
            return null;
        }

        var submission = await db.Submissions.AsNoTracking().Include(known => known.Entries.OrderBy(entry => entry.Sequence)).SingleOrDefaultAsync(known => known.Id == receipt.SubmissionId, cancellationToken);
        if (submission?.InquiryId is { } inquiry)
        {
            return await OfInquiryAsync(db, receipt.Number, submission, inquiry, cancellationToken);
        }

        return (receipt.OpinionId ?? submission?.OpinionId) is { } opinion
            ? await OfOpinionAsync(db, receipt.Number, submission, opinion, cancellationToken)
            : await OfSubmissionAsync(db, receipt.Number, submission!, cancellationToken);
    }

    /// <summary>What a receipt's picture says besides number and code: the day, and where it is kept. Null for a wrong one.</summary>
    public async Task<(DateOnly On, string Station)?> SlipAsync(string? number, string? code, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ReceiptBook.FindAsync(db, number, code, cancellationToken) is not { } receipt)
        {
            return null;
        }

        var station = receipt.OpinionId is { } opinion
            ? await db.Opinions.Where(known => known.Id == opinion).Select(known => known.StationId).SingleAsync(cancellationToken)
            : await db.Submissions.Where(known => known.Id == receipt.SubmissionId).Select(known => known.StationId).SingleAsync(cancellationToken);
        return (ChinaTime.DayOf(receipt.IssuedAt), await NameAsync(db, station, cancellationToken));
    }

    private async Task<ReceiptStory> OfOpinionAsync(LiaisonDbContext db, string number, Submission? submission, int id, CancellationToken cancellationToken)
    {
        var opinion = await WholeAsync(db, id, cancellationToken);
        var lead = opinion.LeadOpinionId is { } leads ? await WholeAsync(db, leads, cancellationToken) : null;
        List<Opinion> both = lead is null ? [opinion] : [opinion, lead];
        List<int> organIds = [.. both.SelectMany(one => one.Forwardings).SelectMany(journey => journey.Answers.Select(answer => answer.OrganId).Append(journey.LeadOrganId)).OfType<int>().Distinct()];
        List<int> deputyIds = [.. both.SelectMany(one => one.Deputies.Select(link => link.DeputyId)).Concat(both.SelectMany(one => one.Forwardings).Select(journey => journey.CityDeputyId ?? 0)).Distinct()];
        var organs = await db.Organs.AsNoTracking().Where(organ => organIds.Contains(organ.Id)).ToDictionaryAsync(organ => organ.Id, organ => organ.ShortName, cancellationToken);
        var discretion = new Discretion(both, await db.Deputies.AsNoTracking().Where(deputy => deputyIds.Contains(deputy.Id)).ToListAsync(cancellationToken));
        var station = await NameAsync(db, opinion.StationId, cancellationToken);
        return new OpinionStory(opinion, lead, station, organ => organ is { } known ? organs[known] : "有关单位", discretion.Of, options.Value.Limits, clock.Today())
            .Tell(number, await BeforeAsync(db, submission, cancellationToken));
    }

    private async Task<ReceiptStory> OfSubmissionAsync(LiaisonDbContext db, string number, Submission submission, CancellationToken cancellationToken)
    {
        var (verdict, mark, told) = submission.AsTold(await NameAsync(db, submission.StationId, cancellationToken));
        var refused = submission.Entries.LastOrDefault(entry => entry.Stage is SubmissionStage.Refused);
        return new ReceiptStory(number, clock.Today(), verdict, mark, told)
        {
            Words = Discretion.Of(submission.Words, submission.Name, submission.Phone),
            Steps =
            [
                .. await BeforeAsync(db, submission, cancellationToken),
                refused is null ? new StoryStep(null, "等工作人员登记。", StoryMark.UnderWay) : new StoryStep(ChinaTime.DayOf(refused.At), "看过了，没有登记。"),
            ],
        };
    }

    private async Task<ReceiptStory> OfInquiryAsync(LiaisonDbContext db, string number, Submission submission, int id, CancellationToken cancellationToken)
    {
        var inquiry = await db.Inquiries.AsNoTracking().Include(known => known.Entries.OrderBy(entry => entry.Sequence)).SingleAsync(known => known.Id == id, cancellationToken);
        return InquiryStory.Tell(inquiry, number, await BeforeAsync(db, submission, cancellationToken), clock.Today());
    }

    /// <summary>From sending to being taken in.</summary>
    private static async Task<IReadOnlyList<StoryStep>> BeforeAsync(LiaisonDbContext db, Submission? submission, CancellationToken cancellationToken)
    {
        if (submission is null)
        {
            return [];
        }

        var station = await NameAsync(db, submission.StationId, cancellationToken);
        return
        [
            new StoryStep(ChinaTime.DayOf(submission.ReceivedAt), $"您在网上提交，{(submission.Passings.Any() ? "收到了" : $"交给{station}")}。"),
            .. submission.Passings.Select(entry => new StoryStep(ChinaTime.DayOf(entry.At), PersonalNumbers.TakeOutOf(entry.Note))),
        ];
    }

    private static Task<string> NameAsync(LiaisonDbContext db, int station, CancellationToken cancellationToken) =>
        db.Stations.Where(known => known.Id == station).Select(known => known.Name).SingleAsync(cancellationToken);

    private static Task<Opinion> WholeAsync(LiaisonDbContext db, int id, CancellationToken cancellationToken) => db.Opinions.AsNoTracking().WithEveryText().SingleAsync(known => known.Id == id, cancellationToken);
}
