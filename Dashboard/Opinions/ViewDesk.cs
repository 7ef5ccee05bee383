using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Where an account keeps its own views of the list. Neither names nor filters go into the audit log: only that there was a change.</summary>
public sealed class ViewDesk(WriteDoor door)
{
    /// <summary>So many tabs can still be told apart.</summary>
    public const int Most = 12;

    public const int LongestName = 20;

    private const string Unknown = "没有这个视图，可能已经删去。";

    /// <summary>Keeps the list under a name. The text that is looked for is left out: a voter's name may stand in it, and would outlive its erasing here.</summary>
    /// <exception cref="RuleBrokenException">The name is missing, too long or taken, or there are enough views.</exception>
    public Task KeepAsync(string name, OpinionAddress list) => door.WriteAsync(Deed.KeepViews, async writing =>
    {
        var own = await OwnAsync(writing);
        Rule.Require(own.Count < Most, $"最多存{Most}个视图，请先删去不用的。");
        writing.Db.Add(new SavedView(AccountOf(writing), Fit(name, own), Kept(list).Query, writing.At));
        await RecordAsync(writing, "存为视图");
    });

    /// <exception cref="RuleBrokenException">There is no such view of this account, or the name is missing, too long or taken.</exception>
    public Task RenameAsync(int id, string name) => door.WriteAsync(Deed.KeepViews, async writing =>
    {
        var view = await FindAsync(writing, id);
        view.Rename(Fit(name, (await OwnAsync(writing)).Where(other => other.Id != id)));
        await RecordAsync(writing, "改名");
    });

    /// <exception cref="RuleBrokenException">There is no such view of this account.</exception>
    public Task DeleteAsync(int id) => door.WriteAsync(Deed.KeepViews, async writing =>
    {
        writing.Db.Remove(await FindAsync(writing, id));
        await RecordAsync(writing, "删去");
    });

    /// <summary>What of a list is kept.</summary>
    public static OpinionAddress Kept(OpinionAddress list) => list.With(filter => filter with { Text = null });

    private static string Fit(string name, IEnumerable<SavedView> others)
    {
        var fit = Rule.Written(name, "请给视图起个名字。");
        Rule.Require(fit.Length <= LongestName, $"名字太长，最多{LongestName}个字。");
        Rule.Require(others.All(other => other.Name != fit), $"已经有一个视图叫“{fit}”，请换个名字。");
        return fit;
    }

    private static async Task<SavedView> FindAsync(Writing writing, int id)
    {
        var view = await writing.Db.SavedViews.SingleOrDefaultAsync(known => known.Id == id) ?? throw new RuleBrokenException(Unknown);
        return view.AccountId == writing.Who.Actor.AccountId ? view : throw new OutOfReachException(Unknown, $"视图 {id}");
    }

    private static Task<List<SavedView>> OwnAsync(Writing writing)
    {
        var account = AccountOf(writing);
        return writing.Db.SavedViews.Where(view => view.AccountId == account).ToListAsync();
    }

    private static int AccountOf(Writing writing) => writing.Who.Actor.AccountId ?? throw new RuleBrokenException("视图存在账号里，请用账号登录。");

    private static Task RecordAsync(Writing writing, string what) => writing.RecordAsync(AuditAct.ViewsChanged, "意见列表的视图", what);
}
