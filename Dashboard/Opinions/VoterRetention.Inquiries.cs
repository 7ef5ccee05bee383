using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>询问: who asked is kept as long after the voter was told as the voters of an opinion after it was concluded.</content>
public sealed partial class VoterRetention
{
    /// <summary>How many inquiries are due.</summary>
    public async Task<int> CountAskersDueAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return KeptSince is { } since ? await AskersDue(db, since).CountAsync(cancellationToken) : 0;
    }

    private async Task<int> ForgetAskersAsync(Actor who, HashSet<string> gone, CancellationToken cancellationToken)
    {
        var all = 0;
        if (KeptSince is { } since)
        {
            int some;
            do
            {
                some = await store.WriteAsync(db => ForgetSomeAsync(db, since, who, gone), cancellationToken);
                all += some;
            }
            while (some == AtATime);
        }

        return all;
    }

    private async Task<int> ForgetSomeAsync(LiaisonDbContext db, DateOnly since, Actor who, HashSet<string> gone)
    {
        var inquiries = await AskersDue(db, since).OrderBy(inquiry => inquiry.Id).Take(AtATime).Include(inquiry => inquiry.Entries).ToListAsync();
        if (inquiries.Count == 0)
        {
            return 0;
        }

        foreach (var inquiry in inquiries)
        {
            gone.UnionWith(new[] { inquiry.VoterName, inquiry.VoterPhone }.Where(known => known.Length > 0));
            inquiry.ForgetVoter();
        }

        await db.AuditAsync(clock.GetUtcNow().UtcDateTime, who, AuditAct.VotersErased, $"询问 {inquiries.Count} 条", $"告知早于{since:yyyy-MM-dd}，保存{options.Value.VotersKeptYears}年期满");
        return inquiries.Count;
    }

    /// <summary>Told, and nothing entered since that day; while an answer or its telling is owed, who asked is still needed.</summary>
    private static IQueryable<Inquiry> AskersDue(LiaisonDbContext db, DateOnly since) => db.Inquiries.Where(inquiry =>
        inquiry.Stage == InquiryStage.Told && (inquiry.VoterName != "" || inquiry.VoterPhone != "") && !inquiry.Entries.Any(entry => entry.On >= since));
}
