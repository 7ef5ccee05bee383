using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Inquiries;

/// <content>Forgetting who asked.</content>
public sealed partial class InquiryDesk
{
    /// <summary>删去个人信息: takes who asked, and every trace of them in its texts, out of the database; and out of what else the same voter asked. The audit log keeps why.</summary>
    /// <exception cref="OutOfReachException">It is not the person's, or it asks about their own work (第七条).</exception>
    /// <exception cref="RuleBrokenException">No reason is given, or nothing in it tells who asked.</exception>
    public async Task<Erasure> EraseVoterAsync(SeenInquiry seen, string reason)
    {
        HashSet<string> gone = [];
        List<string> numbers = [];
        var alsoNamed = await door.WriteAsync(Deed.EraseVoters, async writing =>
        {
            var why = Rule.Written(reason, "请写明为什么删去。");
            var inquiry = await FindAsync(writing, seen.Id);
            RequireAnother(writing, inquiry.DeputyId, About(inquiry));
            if (inquiry.Version != seen.Version)
            {
                throw new InquiryChangedException(inquiry);
            }

            Rule.Require(inquiry.TellsWhoAsked, "里面已经没有选民的个人信息。");
            List<Inquiry> all = [inquiry, .. await writing.Db.Inquiries.OfSameAsker(inquiry, writing.Who.Rights).Include(other => other.Entries).ToListAsync()];
            var detail = inquiry.WithoutTraces(why) + (all.Count > 1 ? $"（连同同一选民的{string.Join('、', all.Skip(1).Select(other => other.Number))}）" : "");
            var opinions = await OpinionsOfAsync(writing, inquiry);
            gone.UnionWith(all.SelectMany(one => new[] { one.VoterName, one.VoterPhone }).Where(known => known.Length > 0));
            numbers.AddRange(all.Select(one => one.Number));
            all.ForEach(one => one.ForgetVoter());
            List<int?> ids = [.. all.Select(one => (int?)one.Id)];
            await writing.Db.Pictures.Where(picture => writing.Db.Submissions.Any(sent => sent.Id == picture.SubmissionId && ids.Contains(sent.InquiryId))).ExecuteDeleteAsync();
            await writing.Db.SaveChangesAsync();
            await writing.RecordAsync(AuditAct.VotersErased, About(inquiry), detail);
            return opinions.Union(await writing.Db.AlsoNamedAsync(writing.Reach, gone)).Order(StringComparer.Ordinal).ToList();
        });
        return new Erasure(numbers, await residue.RemoveAsync(gone), alsoNamed, await residue.CopiesHoldingAsync(gone));
    }

    /// <summary>The opinions behind which the same voter stands; those are erased on their own pages.</summary>
    private static async Task<List<string>> OpinionsOfAsync(Writing writing, Inquiry inquiry) => inquiry.VoterPhone.Length == 0 ? [] : await writing.Db.Opinions.Within(writing.Reach)
        .Where(o => o.Voters.Any(link => link.Voter.Name == inquiry.VoterName && link.Voter.Phone == inquiry.VoterPhone)).OrderBy(o => o.Id).Select(o => o.Number).ToListAsync();
}
