using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Reads for the inbox: what came by the public form, to the stations within reach.</summary>
public sealed class SubmissionQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock)
{
    public const int PageSize = 30;

    private const int DaysAlike = 90;
    private const int MostCompared = 3_000;
    private const int MostAlike = 5;

    /// <summary>One page of the inbox. What waits longest stands first; of what is done, the latest.</summary>
    public async Task<Inbox> InboxAsync(InboxTab tab, int page, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var all = Seen(db, rights);
        var waiting = all.Where(submission => submission.Stage == SubmissionStage.Waiting);
        var parked = all.Where(submission => submission.Stage == SubmissionStage.Parked);
        var done = all.Where(submission => submission.Stage != SubmissionStage.Waiting && submission.Stage != SubmissionStage.Parked);
        var counts = (Waiting: await waiting.CountAsync(cancellationToken), Parked: await parked.CountAsync(cancellationToken), Done: await done.CountAsync(cancellationToken));
        var (list, total) = tab switch
        {
            InboxTab.Waiting => (waiting.OrderBy(submission => submission.ReceivedAt).ThenBy(submission => submission.Id), counts.Waiting),
            InboxTab.Parked => (parked.OrderBy(submission => submission.ReceivedAt).ThenBy(submission => submission.Id), counts.Parked),
            InboxTab.Done => (done.OrderByDescending(submission => submission.ReceivedAt).ThenByDescending(submission => submission.Id), counts.Done),
        };
        var rows = await list.Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize)
            .Select(submission => new SubmissionRow(
                submission.Id,
                db.Receipts.First(receipt => receipt.SubmissionId == submission.Id).Number,
                submission.ReceivedAt,
                db.Stations.First(station => station.Id == submission.StationId).Name,
                submission.Kind,
                submission.Stage,
                submission.OpinionId != null ? db.Opinions.First(opinion => opinion.Id == submission.OpinionId).Words
                    : submission.InquiryId != null ? db.Inquiries.First(inquiry => inquiry.Id == submission.InquiryId).Words : submission.Words,
                db.Deputies.Where(deputy => deputy.Id == submission.DeputyId).Select(deputy => deputy.Name).FirstOrDefault(),
                submission.ParkedWhy,
                db.Pictures.Count(picture => picture.SubmissionId == submission.Id || (submission.OpinionId != null && picture.OpinionId == submission.OpinionId)),
                submission.Entries.Any(entry => entry.Sequence == 1 && entry.Note == Submission.Unaddressed),
                db.Opinions.Where(opinion => opinion.Id == submission.OpinionId).Select(opinion => opinion.Number).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new Inbox(rows, total, counts.Waiting, counts.Parked, counts.Done);
    }

    /// <summary>One submission whole; null where there is none of that number for this person.</summary>
    public async Task<SubmissionDetail?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        if (await Seen(db, rights).AsNoTracking().Include(known => known.Entries.OrderBy(entry => entry.Sequence)).SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } submission)
        {
            return null;
        }

        var station = await db.Stations.AsNoTracking().SingleAsync(known => known.Id == submission.StationId, cancellationToken);
        return new SubmissionDetail(
            submission,
            await db.Receipts.Where(receipt => receipt.SubmissionId == id).Select(receipt => receipt.Number).FirstAsync(cancellationToken),
            station,
            await db.Deputies.AsNoTracking().SingleOrDefaultAsync(known => known.Id == submission.DeputyId, cancellationToken),
            await db.Categories.AsNoTracking().SingleOrDefaultAsync(known => known.Id == submission.CategoryId, cancellationToken),
            SpeakerOf(submission),
            await db.Pictures.Where(picture => picture.SubmissionId == id).OrderBy(picture => picture.Id).Select(picture => picture.Id).ToListAsync(cancellationToken),
            await db.Opinions.Where(opinion => opinion.Id == submission.OpinionId).Select(opinion => opinion.Number).SingleOrDefaultAsync(cancellationToken),
            await db.Inquiries.AsNoTracking().SingleOrDefaultAsync(known => known.Id == submission.InquiryId, cancellationToken),
            submission.IsOpen ? await AlikeAsync(db, submission, station.UnitId, rights.For(Deed.Sort), cancellationToken) : []);
    }

    /// <summary>The receipts handed out for an opinion; null where there is no such opinion for this person.</summary>
    public async Task<OpinionReceipts?> ReceiptsAsync(string number, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.ReceiveSubmissions, cancellationToken);
        var opinion = await db.Opinions.AsNoTracking().Within(reach).Where(known => known.Number == number)
            .Select(known => new { known.Id, known.Words, known.CollectedOn, Station = db.Stations.First(station => station.Id == known.StationId) }).SingleOrDefaultAsync(cancellationToken);
        return opinion is null ? null : new OpinionReceipts(
            number, opinion.Words, opinion.CollectedOn, opinion.Station.Name, opinion.Station.Phone, await ReceiptDesk.Of(db, opinion.Id).AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>第七条: a question about somebody's own work is taken in by others.</summary>
    private static IQueryable<Submission> Seen(LiaisonDbContext db, Rights rights)
    {
        List<int> own = [.. rights.OwnDeputies];
        return db.Submissions.Within(rights.For(Deed.ReceiveSubmissions)).Where(submission => submission.Kind != SubmissionKind.Inquiry || submission.DeputyId == null || !own.Contains(submission.DeputyId.Value));
    }

    private static string SpeakerOf(Submission submission) => submission.Name.Length + submission.Phone.Length == 0 ? "没有留姓名和电话" : new Voter(submission.Name, submission.Phone, "").Masked();

    private async Task<IReadOnlyList<Alike>> AlikeAsync(LiaisonDbContext db, Submission submission, int unitId, Reach reach, CancellationToken cancellationToken)
    {
        var since = clock.Today().AddDays(-DaysAlike);
        var near = await db.Opinions.Within(reach)
            .Where(o => o.Stage != OpinionStage.Merged && (o.CollectedOn >= since || (o.Followers > 0 && o.ConcludedOn == null)) && db.Stations.Any(station => station.Id == o.StationId && station.UnitId == unitId))
            .OrderByDescending(o => o.CollectedOn).Take(MostCompared)
            .Select(o => new Alike(o.Number, db.Stations.First(station => station.Id == o.StationId).Name, o.CollectedOn, o.Stage, o.Words, o.Followers)).ToListAsync(cancellationToken);
        var said = Likeness.PairsOf(submission.Words);
        return
        [
            .. near.Select(one => (one, Likeness: Likeness.Between(said, Likeness.PairsOf(one.Words)))).Where(pair => pair.Likeness >= Likeness.WorthShowing)
                .OrderByDescending(pair => pair.Likeness).Take(MostAlike).Select(pair => pair.one),
        ];
    }
}

/// <summary>An opinion and the receipts handed out for it.</summary>
public sealed record OpinionReceipts(string Number, string Words, DateOnly CollectedOn, string Station, string StationPhone, IReadOnlyList<Receipt> Receipts);
