using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Inquiries;

/// <summary>Where taking down a voter's question about a deputy's work, answering it and telling the voter become a change. The rules are the inquiry's own.</summary>
/// <remarks>第七条: what the deputy in question must not learn, nobody who is that deputy takes down, tells or is shown, whatever else they are.</remarks>
public sealed partial class InquiryDesk(WriteDoor door, Residue residue)
{
    private const string NotFound = "没有找到这条询问。";
    private const string AboutYourself = "问的是您本人的工作。按第七条，由别的工作人员登记和告知选民。";

    /// <summary>登记询问. The same question sent twice is entered once.</summary>
    /// <returns>The inquiry's id.</returns>
    public Task<int> AskAsync(InquiryForm form) => door.WriteAsync(Deed.KeepInquiries, async writing =>
    {
        var db = writing.Db;
        var station = await db.Stations.SingleOrDefaultAsync(s => s.Id == form.StationId) ?? throw new RuleBrokenException("请选择家站。");
        if (!writing.Reach.CoversStation(station.Id))
        {
            throw new OutOfReachException("请选择家站。", $"家站 {station.Code}");
        }

        var deputy = await db.Deputies.SingleOrDefaultAsync(d => d.Id == form.DeputyId) ?? throw new RuleBrokenException("请选择问的是哪位代表。");
        RequireAnother(writing, deputy.Id, $"代表 {deputy.Code}");
        var inquiry = Inquiry.Ask(deputy, station.Id, form.Facts, writing.Signature);
        if (await db.Inquiries.FirstOrDefaultAsync(i => i.DeputyId == deputy.Id && i.StationId == station.Id && i.AskedOn == inquiry.AskedOn && i.Version == inquiry.Version
            && i.Words == inquiry.Words && i.VoterName == inquiry.VoterName && i.VoterPhone == inquiry.VoterPhone) is { } already)
        {
            return already.Id;
        }

        db.Add(inquiry);
        await db.SaveChangesAsync();
        await writing.RecordAsync(AuditAct.InquiryActed, About(inquiry), $"{InquiryAct.Asked.InWords()}，问{deputy.Name}代表");
        return inquiry.Id;
    });

    /// <summary>答复, by the deputy or by staff in the deputy's name; then the record names both.</summary>
    public Task AnswerAsync(SeenInquiry seen, string text, DateOnly on) => ActAsync(Deed.AnswerInquiries, InquiryAct.Answered, seen, async (writing, inquiry) =>
    {
        if (writing.Who.Rights.OwnDeputies.Contains(inquiry.DeputyId))
        {
            inquiry.Answer(text, on, writing.Signature);
            return "";
        }

        var deputy = await writing.Db.Deputies.Where(d => d.Id == inquiry.DeputyId).Select(d => d.Name).SingleAsync();
        inquiry.Answer(text, on, writing.Signature with { By = $"{writing.Who.Name}（代{deputy}代表）" });
        return $"（代{deputy}代表）";
    });

    /// <summary>告知选民.</summary>
    public Task TellAsync(SeenInquiry seen, string how, DateOnly on) => KeepAsync(InquiryAct.Told, seen, (inquiry, signature) => inquiry.Tell(how, on, signature));

    /// <summary>追问.</summary>
    public Task AskAgainAsync(SeenInquiry seen, string words, DateOnly on) => KeepAsync(InquiryAct.AskedAgain, seen, (inquiry, signature) => inquiry.AskAgain(words, on, signature));

    /// <summary>揭示: who asked, in full, for a reason that the audit log keeps by the same commit.</summary>
    /// <exception cref="OutOfReachException">It is not the person's, or it asks about their own work (第七条).</exception>
    /// <exception cref="RuleBrokenException">No reason is given, there is no such inquiry, or nobody left a name.</exception>
    public Task<RevealedVoter> RevealAsync(int id, string reason) => door.WriteAsync(Deed.RevealVoters, async writing =>
    {
        var why = Rule.Written(reason, "请写明为什么要看。");
        var inquiry = await FindAsync(writing, id);
        if (writing.Who.Rights.OwnDeputies.Contains(inquiry.DeputyId))
        {
            throw new OutOfReachException("按第七条，不显示是谁问的。", About(inquiry));
        }

        Rule.Require(inquiry.VoterName.Length + inquiry.VoterPhone.Length > 0, "这条询问没有留姓名和电话。");
        await writing.RecordAsync(AuditAct.VotersRevealed, About(inquiry), inquiry.WithoutTraces(why));
        return new RevealedVoter(inquiry.VoterName, inquiry.VoterPhone, "");
    });

    private Task KeepAsync(InquiryAct what, SeenInquiry seen, Action<Inquiry, Signature> act) => ActAsync(Deed.KeepInquiries, what, seen, (writing, inquiry) =>
    {
        RequireAnother(writing, inquiry.DeputyId, About(inquiry));
        act(inquiry, writing.Signature);
        return Task.FromResult("");
    });

    private Task ActAsync(Deed deed, InquiryAct what, SeenInquiry seen, Func<Writing, Inquiry, Task<string>> act) => door.WriteAsync(deed, async writing =>
    {
        var inquiry = await FindAsync(writing, seen.Id);
        if (inquiry.Version != seen.Version)
        {
            throw new InquiryChangedException(inquiry);
        }

        var inNameOf = await act(writing, inquiry);
        await writing.RecordAsync(AuditAct.InquiryActed, About(inquiry), what.InWords() + inNameOf);
    });

    private static async Task<Inquiry> FindAsync(Writing writing, int id)
    {
        var inquiry = await writing.Db.Inquiries.Include(i => i.Entries).SingleOrDefaultAsync(i => i.Id == id) ?? throw new RuleBrokenException(NotFound);
        return writing.Reach.CoversStation(inquiry.StationId) || writing.Reach.Deputies.Contains(inquiry.DeputyId)
            ? inquiry
            : throw new OutOfReachException(NotFound, About(inquiry));
    }

    private static void RequireAnother(Writing writing, int deputyId, string about)
    {
        if (writing.Who.Rights.OwnDeputies.Contains(deputyId))
        {
            throw new OutOfReachException(AboutYourself, about);
        }
    }

    private static string About(Inquiry inquiry) => $"询问 {inquiry.Number}";
}
