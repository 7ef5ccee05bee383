using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>保存期限: who the voters are is forgotten some years after their opinion was concluded. No number changes by it.</summary>
public sealed partial class VoterRetention(LiaisonStore store, Residue residue, IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    private const int AtATime = 200;
    private const string App = "系统";

    /// <summary>Concluded before this day, an opinion's voters are no longer kept; null where they are kept for ever.</summary>
    public DateOnly? KeptSince => options.Value.VotersKeptYears is > 0 and var years ? clock.Today().AddYears(-years) : null;

    /// <summary>How many opinions are due.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return KeptSince is { } since ? await Due(db, since).CountAsync(cancellationToken) : 0;
    }

    /// <summary>Takes the voters out of every opinion that is due, some at a time, so that nobody waits long.</summary>
    /// <param name="who">On whose word; the app's own by night.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task<Anonymised> AnonymiseAsync(Actor who, CancellationToken cancellationToken = default)
    {
        var gone = new HashSet<string>();
        var all = 0;
        if (KeptSince is { } since)
        {
            int some;
            do
            {
                some = await store.WriteAsync(db => AnonymiseSomeAsync(db, since, who, gone), cancellationToken);
                all += some;
            }
            while (some == AtATime);
            all += await store.WriteAsync(db => ForgetRefusedAsync(db, since, who, gone), cancellationToken);
        }

        var inquiries = await ForgetAskersAsync(who, gone, cancellationToken);
        return new Anonymised(all, await (all + inquiries > 0 ? residue.RemoveAsync(gone, cancellationToken) : residue.EmptyLogAsync(cancellationToken)), inquiries);
    }

    private async Task<int> AnonymiseSomeAsync(LiaisonDbContext db, DateOnly since, Actor who, HashSet<string> gone)
    {
        var opinions = await Due(db, since).OrderBy(o => o.Id).Take(AtATime).WithEveryText().ToListAsync();
        if (opinions.Count == 0)
        {
            return 0;
        }

        var at = clock.GetUtcNow().UtcDateTime;
        var stamp = new Stamp(App, at, options.Value.Limits);
        var why = $"办结已满{options.Value.VotersKeptYears}年，不再保存选民的姓名和电话。";
        gone.UnionWith(await db.EraseAsync(opinions, opinion => opinion.EraseVoters(why, stamp)));
        await db.AuditAsync(at, who, AuditAct.VotersErased, $"意见 {opinions.Count} 件", $"办结早于{since:yyyy-MM-dd}，保存{options.Value.VotersKeptYears}年期满");
        return opinions.Count;
    }

    /// <summary>What came by the public form and was not taken in concerns nobody after that time; that it came, and what was decided, stays.</summary>
    private async Task<int> ForgetRefusedAsync(LiaisonDbContext db, DateOnly since, Actor who, HashSet<string> gone)
    {
        var before = ChinaTime.StartOf(since);
        await db.Pictures.Where(picture => db.Submissions.Any(sent => sent.Id == picture.SubmissionId && sent.Stage == SubmissionStage.Inquiry && sent.ReceivedAt < before)).ExecuteDeleteAsync();
        var refused = await db.Submissions.Where(known => known.Stage == SubmissionStage.Refused && known.Words != "" && known.ReceivedAt < before).ToListAsync();
        if (refused.Count == 0)
        {
            return 0;
        }

        gone.UnionWith(refused.SelectMany(known => new[] { known.Name, known.Phone }).Where(known => known.Length > 0));
        refused.ForEach(known => known.LetGo());
        List<int?> ids = [.. refused.Select(known => (int?)known.Id)];
        await db.Pictures.Where(picture => picture.SubmissionId != null && ids.Contains(picture.SubmissionId)).ExecuteDeleteAsync();
        await db.AuditAsync(clock.GetUtcNow().UtcDateTime, who, AuditAct.VotersErased, $"来件 {refused.Count} 件", $"不收的来件，早于{since:yyyy-MM-dd}，保存{options.Value.VotersKeptYears}年期满");
        return refused.Count;
    }

    /// <summary>A merged one waits for its lead: until then its voters may still be told.</summary>
    private static IQueryable<Opinion> Due(LiaisonDbContext db, DateOnly since) => db.Opinions.Where(o =>
        o.AnonymisedOn == null && o.ConcludedOn < since && (o.LeadOpinionId == null || db.Opinions.Any(lead => lead.Id == o.LeadOpinionId && lead.ConcludedOn < since)));
}

/// <param name="Opinions">How many opinions, and submissions that were not taken in.</param>
/// <param name="IsClean">Whether the database's files hold nothing of them any more.</param>
/// <param name="Inquiries">How many inquiries.</param>
public sealed record Anonymised(int Opinions, bool IsClean, int Inquiries = 0);
