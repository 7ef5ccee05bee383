using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Registers;

/// <content>承办单位, which the office keeps.</content>
public sealed partial class RegisterDesk
{
    private const string NoSuchOrgan = "没有找到这个承办单位。";

    public Task AddOrganAsync(OrganForm form) => ByOfficeAsync("承办单位", async writing =>
    {
        var organ = new Organ(form.Code.Trim().ToUpperInvariant(), form.Name, form.ShortName, form.Kind ?? throw new RuleBrokenException("请选择是哪一类单位。"));
        await RequireNewAsync(writing.Db.Organs.Where(known => known.Code == organ.Code), $"代码 {organ.Code} 已经有单位在用。");
        await RequireNewAsync(writing.Db.Organs.Where(known => known.Name == organ.Name), $"“{organ.Name}”已经在名册里。");
        writing.Db.Add(organ);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"承办单位 {organ.Code}", $"新增{organ.Name}");
    });

    /// <exception cref="RegisterChangedException">Somebody changed it meanwhile.</exception>
    public Task DescribeOrganAsync(int id, OrganForm seen, OrganForm form) => ByOfficeAsync("承办单位", async writing =>
    {
        var organ = await writing.Db.Organs.SingleOrDefaultAsync(o => o.Id == id) ?? throw new RuleBrokenException(NoSuchOrgan);
        RequireAsSeen(organ.Name, seen, OrganForm.Of(organ));
        organ.Describe(form.Name, form.ShortName, form.Kind ?? organ.Kind);
        await RequireNewAsync(writing.Db.Organs.Where(known => known.Id != id && known.Name == organ.Name), $"“{organ.Name}”已经在名册里。");
        await writing.RecordAsync(AuditAct.RegisterChanged, $"承办单位 {organ.Code}", seen.Name == organ.Name ? $"改{organ.Name}" : $"{seen.Name}改称{organ.Name}");
    });

    /// <summary>撤并. What it was handed stays in its name.</summary>
    public Task RetireOrganAsync(int id, DateOnly on, int? successorId) => ByOfficeAsync("承办单位", async writing =>
    {
        var organ = await writing.Db.Organs.SingleOrDefaultAsync(o => o.Id == id) ?? throw new RuleBrokenException(NoSuchOrgan);
        var successor = successorId is { } to ? await writing.Db.Organs.SingleOrDefaultAsync(o => o.Id == to) ?? throw new RuleBrokenException("请选择由哪个单位接着办。") : null;
        organ.Retire(on, successor);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"承办单位 {organ.Code}", $"{organ.Name}{on:yyyy年M月d日}撤并{(successor is null ? "" : $"，由{successor.Name}接着办")}");
    });
}
