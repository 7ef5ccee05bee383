using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Notices;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Notices;

/// <summary>Where a notice is published and withdrawn. What it may say is the notice's own rule.</summary>
public sealed class NoticeDesk(WriteDoor door)
{
    /// <summary>公示. An opinion has one notice at a time.</summary>
    /// <exception cref="RuleBrokenException">There is no such opinion (within reach), it has a notice already, or the texts may not be published.</exception>
    public Task<int> PublishAsync(string number, NoticeForm form) => door.WriteAsync(Deed.PublishNotices, async writing =>
    {
        var unknown = $"没有编号为 {number} 的意见。";
        var opinion = await writing.Db.Opinions.Include(o => o.Deputies).Include(o => o.Voters).ThenInclude(link => link.Voter).AsSplitQuery().SingleOrDefaultAsync(o => o.Number == number)
            ?? throw new RuleBrokenException(unknown);
        if (!writing.Reach.Covers(opinion))
        {
            throw new OutOfReachException(unknown, number);
        }

        var before = await writing.Db.ProgressNotices.Where(one => one.OpinionId == opinion.Id && one.WithdrawnOn == null).Select(one => (DateOnly?)one.PublishedOn).FirstOrDefaultAsync();
        Rule.Require(before is null, $"这一件已在{before:yyyy年M月d日}公示。要改，请先撤下，再重新公示。");
        form.RequireFinished();
        var notice = ProgressNotice.Publish(opinion, form.Title, form.Asked, form.Done, writing.Signature);
        writing.Db.Add(notice);
        await writing.Db.SaveChangesAsync();
        await writing.RecordAsync(AuditAct.NoticePublished, number, $"公示：{notice.Title}");
        return notice.Id;
    });

    /// <summary>撤下; it stays on record with the reason.</summary>
    /// <exception cref="RuleBrokenException">There is no such notice (within reach), it was withdrawn already, or no reason is given.</exception>
    public Task WithdrawAsync(int id, string reason) => door.WriteAsync(Deed.PublishNotices, async writing =>
    {
        var unknown = "没有找到这一条公示。";
        var notice = await writing.Db.ProgressNotices.SingleOrDefaultAsync(one => one.Id == id) ?? throw new RuleBrokenException(unknown);
        var opinion = await writing.Db.Opinions.Include(o => o.Deputies).SingleAsync(o => o.Id == notice.OpinionId);
        if (!writing.Reach.Covers(opinion))
        {
            throw new OutOfReachException(unknown, opinion.Number);
        }

        notice.Withdraw(reason, writing.Signature.Today);
        await writing.RecordAsync(AuditAct.NoticePublished, opinion.Number, $"撤下：{notice.Title}（{notice.WithdrawnWhy}）");
    });
}
