using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Registers;

/// <content>Deputies, and what is still open when one leaves office.</content>
public sealed partial class RegisterDesk
{
    private const string NoSuchDeputy = "没有找到这位代表。";

    /// <summary>新增代表, in office.</summary>
    public Task AddDeputyAsync(DeputyForm form) => WriteAsync(async (writing, scope) =>
    {
        var db = writing.Db;
        var code = Rule.Written(form.Code, "请填写代表证号。");
        RequireWithin(scope, form.UnitId, "请选择您的单位。", $"代表 {code}");
        await RequireNewAsync(db.Deputies.Where(known => known.Code == code), $"代表证号{code}已经在名册里。同名的代表，证号不同。");
        var deputy = form.Level is DeputyLevel.City
            ? Deputy.OfCity(code, form.Name, form.Term, form.ElectingBody, form.UnitId, form.Post)
            : Deputy.OfDistrict(code, form.Name, form.Term, form.ElectoralDistrictId ?? throw new RuleBrokenException("区人大代表要写明选区。"), form.UnitId, form.Post);
        await DescribeAsync(writing, scope, deputy, form);
        db.Add(deputy);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"代表 {deputy.Code}", $"新增{deputy.Name}");
    });

    /// <exception cref="RegisterChangedException">Somebody changed it meanwhile.</exception>
    public Task DescribeDeputyAsync(int id, DeputyForm seen, DeputyForm form) => WriteAsync(async (writing, scope) =>
    {
        var deputy = await DeputyAsync(writing, scope, id);
        RequireAsSeen(deputy.Name, seen, DeputyForm.Of(deputy));
        await DescribeAsync(writing, scope, deputy, form);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"代表 {deputy.Code}", seen.Name == deputy.Name ? $"改{deputy.Name}" : $"{seen.Name}改名{deputy.Name}");
    });

    /// <summary>任职变动.</summary>
    /// <param name="id">Who.</param>
    /// <param name="seen">The status that was seen.</param>
    /// <param name="status">The status from now on.</param>
    /// <param name="since">Since when.</param>
    /// <param name="note">By which decision.</param>
    public Task ChangeOfficeAsync(int id, OfficeStatus seen, OfficeStatus status, DateOnly since, string note) => WriteAsync(async (writing, scope) =>
    {
        var deputy = await DeputyAsync(writing, scope, id);
        RequireAsSeen($"{deputy.Name}的任职状态", seen, deputy.Status);
        Rule.Require(since <= writing.Signature.Today, $"{since:yyyy年M月d日}还没有到，到那天再登记。");
        deputy.ChangeStatus(status, since, note);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"代表 {deputy.Code}", $"{deputy.Name}{since:yyyy年M月d日}起{status.InWords()}");
    });

    /// <summary>移交: on every opinion that is not concluded, another deputy is named in this one's place.</summary>
    public Task<HandedOver> HandOverAsync(int id, int toId) => WriteAsync(async (writing, scope) =>
    {
        var db = writing.Db;
        var from = await DeputyAsync(writing, scope, id);
        var to = await DeputyAsync(writing, scope, toId, "请选择由哪位代表接着办。");
        Rule.Require(from.Id != to.Id, $"请选另一位代表，不能移交给{from.Name}自己。");
        Rule.Require(to.Status is OfficeStatus.InOffice, $"{to.Name}现在{to.Status.InWords()}，请选一位在任的代表。");
        var all = await db.Opinions
            .Include(o => o.Deputies)
            .Include(o => o.Forwardings.OrderBy(f => f.Id)).ThenInclude(f => f.Answers.OrderBy(a => a.Id))
            .Include(o => o.Feedbacks.OrderBy(f => f.Id))
            .Where(OpenOf(from.Id)).Within(writing.Who.Rights.For(Deed.Sort)).OrderBy(o => o.Id).AsSplitQuery().ToListAsync();
        List<Opinion> moved = [.. all.Where(opinion => opinion.ConcernsDeputyId != to.Id)];
        Rule.Require(moved.Count > 0, all.Count > 0
            ? $"没有可以移交的：{all.Count}件说的都是{to.Name}代表本人的工作（第七条），请另选一位代表。"
            : $"{from.Name}没有未办结的意见要移交。");
        List<int> named = [.. moved.SelectMany(opinion => opinion.Deputies).Select(link => link.DeputyId).Distinct()];
        var deputies = await db.Deputies.Where(deputy => named.Contains(deputy.Id)).ToDictionaryAsync(deputy => deputy.Id);
        var stamp = new Stamp(writing.Who.Name, writing.At, options.Value.Limits);
        foreach (var opinion in moved)
        {
            opinion.NameDeputies([.. opinion.Deputies.OrderBy(link => link.Order).Select(link => link.DeputyId == from.Id ? to : deputies[link.DeputyId]).Distinct()], stamp);
        }

        await writing.RecordAsync(AuditAct.ItemsHandedOver, $"代表 {from.Code}", $"{from.Name}未办结的{moved.Count}件移交给{to.Name}（{to.Code}）");
        return new HandedOver(moved.Count, all.Count - moved.Count);
    });

    /// <summary>What a deputy carries and is not concluded.</summary>
    internal static System.Linq.Expressions.Expression<Func<Opinion, bool>> OpenOf(int deputyId) =>
        opinion => opinion.ConcludedOn == null && opinion.Deputies.Any(link => link.DeputyId == deputyId);

    private static async Task<Deputy> DeputyAsync(Writing writing, RegisterScope scope, int id, string otherwise = NoSuchDeputy)
    {
        var deputy = await writing.Db.Deputies.AsSplitQuery().Include(d => d.Stations).Include(d => d.OfficeChanges).SingleOrDefaultAsync(d => d.Id == id) ?? throw new RuleBrokenException(otherwise);
        RequireWithin(scope, deputy.UnitId, otherwise, $"代表 {deputy.Code}");
        return deputy;
    }

    private static async Task DescribeAsync(Writing writing, RegisterScope scope, Deputy deputy, DeputyForm form)
    {
        var db = writing.Db;
        RequireWithin(scope, form.UnitId, "请选择您的单位。", $"代表 {deputy.Code}");
        await RequireUnitAsync(writing, form.UnitId);
        Rule.Require(form.ElectoralDistrictId is not { } district || await db.ElectoralDistricts.AnyAsync(d => d.Id == district), "请选择选区。");
        var stations = await db.Stations.Where(station => form.StationIds.Contains(station.Id)).ToListAsync();
        foreach (var id in form.StationIds.Where(id => deputy.Stations.All(link => link.StationId != id)))
        {
            var station = stations.Find(s => s.Id == id) ?? throw new RuleBrokenException("请重新选择驻站。");
            RequireWithin(scope, station.UnitId, "请重新选择驻站。", $"家站 {station.Code}");
            Rule.Require(station.IsOpenOn(writing.Signature.Today), $"{station.Name}已经停用，不能驻站。");
        }

        deputy.Describe(form.Facts);
        deputy.ReceivesAtOnly(form.StationIds);
    }
}

/// <summary>What became of a handing over.</summary>
/// <param name="Moved">Opinions on which the other deputy is named now.</param>
/// <param name="AboutTheOther">第七条: opinions that speak of the other deputy's own work, and stayed.</param>
public sealed record HandedOver(int Moved, int AboutTheOther);
