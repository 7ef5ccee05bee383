using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What is done by a receipt, and how one is handed out for what was said otherwise.</summary>
public sealed class ReceiptDesk(WriteDoor door, LiaisonStore store, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    internal const int LongestRemark = 2_000;

    private static readonly Actor Holder = new(null, Discretion.Speaker, "", "凭回执");

    /// <summary>选民评价 by the voter. The same said twice is said once.</summary>
    /// <returns>Whether the receipt was right; a wrong number and a wrong code are wrong alike.</returns>
    /// <exception cref="RuleBrokenException">Nothing was chosen, it was rated already, there is nothing to rate, or more was written than can be kept.</exception>
    public Task<bool> RateAsync(string? number, string? code, VoterRating? rating, string remark, CancellationToken cancellationToken = default) => store.WriteAsync(
        async db =>
        {
            if (await ReceiptBook.FindAsync(db, number, code, cancellationToken) is not { } receipt)
            {
                return false;
            }

            var chosen = rating is VoterRating.Satisfied or VoterRating.MostlySatisfied or VoterRating.Dissatisfied ? rating.Value : throw new RuleBrokenException("还没有选。请在三个里选一个。");
            Rule.Require(remark.Length <= LongestRemark, $"补充的话写了{remark.Length}个字，最多能收{LongestRemark}个字。");
            var id = receipt.OpinionId ?? await db.Submissions.Where(known => known.Id == receipt.SubmissionId).Select(known => known.OpinionId).SingleAsync(cancellationToken);
            var opinion = await OpinionDesk.WithJourneys(db).SingleOrDefaultAsync(known => known.Id == id, cancellationToken) ?? throw new RuleBrokenException("还没有结果，现在不用评价。");
            var said = $"选民凭回执评价：{chosen.InWords()}{(string.IsNullOrWhiteSpace(remark) ? "" : $"　选民说：{remark.Trim()}")}";
            if (opinion.Rating is { } rated and not VoterRating.NotReached)
            {
                var before = await db.Set<HistoryEntry>().Where(entry => entry.OpinionId == opinion.Id && entry.Act == OpinionAct.Rate).OrderBy(entry => entry.Sequence).Select(entry => entry.Note).LastOrDefaultAsync(cancellationToken);
                Rule.Require(before == said, $"您已经评过“{rated.InWords()}”，一次办理只评一次。");
                return true;
            }

            var at = clock.GetUtcNow().UtcDateTime;
            var stamp = new Stamp(Discretion.Speaker, at, options.Value.Limits);
            opinion.Rate(chosen, stamp.Today, said, stamp);
            await db.AuditAsync(at, Holder, AuditAct.OpinionActed, $"意见 {opinion.Number}", $"{OpinionAct.Rate.InWords()}（凭回执）", cancellationToken: cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>开回执: a receipt for an opinion, for whoever spoke. Its code is told now and never again.</summary>
    /// <param name="number">意见编号.</param>
    /// <param name="othersLost">Whether those handed out before open nothing any more.</param>
    /// <exception cref="RuleBrokenException">There is no such opinion within reach.</exception>
    public Task<IssuedReceipt> IssueAsync(string number, bool othersLost) => door.WriteAsync(Deed.ReceiveSubmissions, async writing =>
    {
        const string NotFound = "没有找到这件意见。";
        var opinion = await writing.Db.Opinions.AsNoTracking().Include(known => known.Deputies).SingleOrDefaultAsync(known => known.Number == number) ?? throw new RuleBrokenException(NotFound);
        if (!writing.Reach.Covers(opinion))
        {
            throw new OutOfReachException(NotFound, $"意见 {opinion.Number}");
        }

        if (othersLost)
        {
            var before = await Of(writing.Db, opinion.Id).Where(receipt => receipt.RevokedAt == null).ToListAsync();
            before.ForEach(receipt => receipt.Revoke(writing.At));
        }

        var issued = await ReceiptBook.IssueAsync(writing.Db, ReceiptBook.NewCode(), writing.At, (receipt, hash) => Receipt.ForOpinion(receipt, hash, opinion.Id, writing.At, writing.Who.Name));
        await writing.RecordAsync(AuditAct.ReceiptIssued, $"意见 {opinion.Number}", $"回执 {issued.Number}{(othersLost ? "，原来的作废" : "")}");
        return issued;
    });

    /// <summary>The receipts of an opinion, however it came.</summary>
    internal static IQueryable<Receipt> Of(LiaisonDbContext db, int opinionId) =>
        db.Receipts.Where(receipt => receipt.OpinionId == opinionId || receipt.Submission!.OpinionId == opinionId).OrderBy(receipt => receipt.Id);
}
