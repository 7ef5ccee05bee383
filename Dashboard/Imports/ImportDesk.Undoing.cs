using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <content>Taking a batch back: docs/decisions/0004-undoing-an-import-deletes.md.</content>
public sealed partial class ImportDesk
{
    private const int NumbersSaid = 20;

    /// <summary>
    /// Takes back all a batch brought: its opinions, and the voters and organs nobody else refers to. A ledger of several stations goes as it came, whole.
    /// The batches themselves and their numbers stay used.
    /// </summary>
    /// <returns>How many opinions went.</returns>
    /// <exception cref="RuleBrokenException">There is no such batch, it was undone already, or some of its opinions were acted upon since; names them.</exception>
    public Task<int> UndoAsync(int batchId, CancellationToken cancellationToken = default) => door.WriteLongAsync(
        Deed.ImportLedgers,
        async writing =>
        {
            var db = writing.Db;
            var unknown = $"没有第 {batchId} 批导入。";
            var batch = await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, cancellationToken) ?? throw new RuleBrokenException(unknown);
            var (sha256, importedAt) = (batch.Sha256, batch.ImportedAt);
            var together = await db.ImportBatches.Where(b => b.Id == batchId || (b.Sha256 == sha256 && b.ImportedAt == importedAt)).OrderBy(b => b.Id).ToListAsync(cancellationToken);
            if (!together.TrueForAll(one => writing.Reach.CoversStation(one.StationId)))
            {
                throw new OutOfReachException(writing.Reach.CoversStation(batch.StationId) ? "这份台账还登记到了别的家站，请由导入的人撤销。" : unknown, $"第 {batchId} 批导入");
            }

            together.ForEach(one => one.Undo(writing.Who.Name, writing.At));
            int[] batches = [.. together.Select(one => one.Id)];
            var receptions = Receptions(db, batch, [.. together.Select(one => one.StationId)]);
            await RequireUntouchedAsync(db, batches, importedAt, cancellationToken);
            await RequireUntouchedAsync(db, receptions, batches, importedAt, cancellationToken);
            await db.SaveChangesAsync(cancellationToken); // from here on the trigger lets this batch's history go

            foreach (var place in await Brought(db, batches).Select(o => new StationYear(o.StationId, o.Year)).Distinct().ToListAsync(cancellationToken))
            {
                ring.Touch(db, place);
            }

            var voters = await db.Set<OpinionVoter>().Where(link => Brought(db, batches).Any(o => o.Id == link.OpinionId)).Select(link => link.VoterId).Distinct().ToListAsync(cancellationToken);
            await DeleteOpinionsAsync(db, batches, cancellationToken);
            await DeleteReceptionsAsync(db, receptions, cancellationToken);
            var opinions = together.Sum(one => one.Opinions);
            foreach (var some in voters.Chunk(1000))
            {
                await db.Voters.Where(voter => some.Contains(voter.Id) && !db.Set<OpinionVoter>().Any(link => link.VoterId == voter.Id)).ExecuteDeleteAsync(cancellationToken);
            }

            foreach (var one in together)
            {
                await DeleteOrgansAsync(db, one, cancellationToken);
                await writing.RecordAsync(AuditAct.ImportUndone, $"第 {one.Id} 批导入", $"{one.Opinions} 件");
            }

            return opinions;
        },
        cancellationToken);

    private static IQueryable<Opinion> Brought(LiaisonDbContext db, int[] batches) => db.Opinions.Where(o => o.ImportBatchId != null && batches.Contains(o.ImportBatchId.Value));

    /// <summary>A session does not name its batch: it is known by the moment and the hand it was entered by.</summary>
    private static IQueryable<ContactSession> Receptions(LiaisonDbContext db, ImportBatch batch, int[] stationIds)
    {
        var (by, importedAt) = (EnteredBy(batch.FileName), batch.ImportedAt);
        return db.ContactSessions.Where(s => stationIds.Contains(s.StationId) && s.Entries.Any(entry => entry.Act == SessionAct.Plan && entry.At == importedAt && entry.By == by));
    }

    private static async Task RequireUntouchedAsync(LiaisonDbContext db, IQueryable<ContactSession> receptions, int[] batches, DateTime importedAt, CancellationToken cancellationToken)
    {
        var touched = await receptions
            .Where(s => s.Entries.Any(entry => entry.At != importedAt)
                || db.Opinions.Any(o => o.SessionId == s.Id && (o.ImportBatchId == null || !batches.Contains(o.ImportBatchId.Value)))
                || db.Pictures.Any(picture => picture.SessionId == s.Id) || db.RecordObjections.Any(objection => objection.SessionId == s.Id))
            .OrderBy(s => s.Id).ToListAsync(cancellationToken);
        if (touched.Count > 0)
        {
            throw new RuleBrokenException(
                $"这一批里有 {touched.Count:N0} 场接待导入以后又核对、更正或补充过，不能撤销：{string.Join('、', touched.Take(NumbersSaid).Select(session => session.Number))}{(touched.Count > NumbersSaid ? "……" : "")}。");
        }
    }

    private static async Task DeleteReceptionsAsync(LiaisonDbContext db, IQueryable<ContactSession> receptions, CancellationToken cancellationToken)
    {
        var ids = await receptions.Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(1000))
        {
            await db.Set<SessionEntry>().Where(entry => some.Contains(entry.SessionId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<SessionDeputy>().Where(link => some.Contains(link.SessionId)).ExecuteDeleteAsync(cancellationToken);
            await db.ContactSessions.Where(s => some.Contains(s.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static async Task RequireUntouchedAsync(LiaisonDbContext db, int[] batches, DateTime importedAt, CancellationToken cancellationToken)
    {
        var touched = await Brought(db, batches)
            .Where(o => o.History.Any(entry => entry.At != importedAt && entry.Act != OpinionAct.FallOverdue)
                || db.Opinions.Any(follower => follower.LeadOpinionId == o.Id && (follower.ImportBatchId == null || !batches.Contains(follower.ImportBatchId.Value)))
                || db.Receipts.Any(receipt => receipt.OpinionId == o.Id) || db.Submissions.Any(sent => sent.OpinionId == o.Id)
                || db.Pictures.Any(picture => picture.OpinionId == o.Id) || db.ProgressNotices.Any(notice => notice.OpinionId == o.Id))
            .OrderBy(o => o.Id).Select(o => o.Number).ToListAsync(cancellationToken);
        if (touched.Count > 0)
        {
            throw new RuleBrokenException(
                $"这一批里有 {touched.Count:N0} 件导入以后又办理过、发过回执、写过公示，或有别的意见、来件并入，不能撤销：{string.Join('、', touched.Take(NumbersSaid))}{(touched.Count > NumbersSaid ? "……" : "")}。");
        }
    }

    private static async Task DeleteOpinionsAsync(LiaisonDbContext db, int[] batches, CancellationToken cancellationToken)
    {
        var ids = Brought(db, batches).Select(o => o.Id);
        var forwardings = db.Set<Forwarding>().Where(f => ids.Contains(f.OpinionId));
        await db.Set<HistoryEntry>().Where(entry => ids.Contains(entry.OpinionId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Answer>().Where(answer => forwardings.Any(f => f.Id == answer.ForwardingId)).ExecuteDeleteAsync(cancellationToken);
        await forwardings.ExecuteDeleteAsync(cancellationToken);
        await db.Set<Feedback>().Where(feedback => ids.Contains(feedback.OpinionId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OpinionVoter>().Where(link => ids.Contains(link.OpinionId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OpinionDeputy>().Where(link => ids.Contains(link.OpinionId)).ExecuteDeleteAsync(cancellationToken);
        await Brought(db, batches).Where(o => o.LeadOpinionId != null).ExecuteDeleteAsync(cancellationToken); // before the ones they were merged into
        await Brought(db, batches).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task DeleteOrgansAsync(LiaisonDbContext db, ImportBatch batch, CancellationToken cancellationToken)
    {
        var codes = CodesBroughtBy(batch);
        await db.Organs
            .Where(organ => organ.Code.StartsWith(codes)
                && !db.Set<Forwarding>().Any(f => f.LeadOrganId == organ.Id || f.CoHandlerIds.Contains(organ.Id))
                && !db.Set<Answer>().Any(answer => answer.OrganId == organ.Id)
                && !db.Opinions.Any(o => o.LeadOrganId == organ.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
