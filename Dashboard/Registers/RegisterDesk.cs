using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>Where the registers are kept: by the office all of them, by a unit's staff what belongs to the unit.</summary>
public sealed partial class RegisterDesk(WriteDoor door, IOptions<LiaisonOptions> options)
{
    private const string NoSuchUnit = "请选择联系单位。";

    /// <summary>新增联系单位, after a reform.</summary>
    public Task AddUnitAsync(UnitForm form) => ByOfficeAsync("联系单位", async writing =>
    {
        var db = writing.Db;
        var order = (await db.Units.MaxAsync(unit => (int?)unit.Order) ?? 0) + 1;
        var unit = new LiaisonUnit(form.Code.Trim().ToUpperInvariant(), form.Name, form.ShortName, form.Kind ?? throw new RuleBrokenException("请选人大街工委还是代表联组。"), order);
        Rule.Require(unit.Code.Length is >= 2 and <= 4 && unit.Code.All(char.IsAsciiLetterUpper), "代码写2到4个拉丁字母，如 BJ；家站代码和意见编号都用它。");
        Rule.Require(!await db.Units.AnyAsync(known => known.Code == unit.Code), $"代码 {unit.Code} 已经有单位在用。");
        await RequireNewAsync(db.Units.Where(known => known.ShortName == unit.ShortName), $"已经有一个单位叫“{unit.ShortName}”。");
        db.Add(unit);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"单位 {unit.Code}", $"新增{unit.ShortName}");
    });

    /// <summary>Another name of a unit.</summary>
    public Task DescribeUnitAsync(int id, string name, string shortName) => ByOfficeAsync("联系单位", async writing =>
    {
        var unit = await writing.Db.Units.SingleOrDefaultAsync(u => u.Id == id) ?? throw new RuleBrokenException(NoSuchUnit);
        var before = unit.ShortName;
        unit.Describe(name, shortName);
        await RequireNewAsync(writing.Db.Units.Where(known => known.Id != id && known.ShortName == unit.ShortName), $"已经有一个单位叫“{unit.ShortName}”。");
        await writing.RecordAsync(AuditAct.RegisterChanged, $"单位 {unit.Code}", before == unit.ShortName ? $"改{unit.ShortName}的全称" : $"{before}改称{unit.ShortName}");
    });

    /// <summary>新增选区.</summary>
    public Task AddDistrictAsync(DistrictForm form) => WriteAsync(async (writing, scope) =>
    {
        var district = new ElectoralDistrict(form.Number, form.Name, form.UnitId);
        await DescribeAsync(writing, scope, district, form);
        writing.Db.Add(district);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"选区 {district.Number}", $"新增{district.Name}");
    });

    public Task DescribeDistrictAsync(int id, DistrictForm seen, DistrictForm form) => WriteAsync(async (writing, scope) =>
    {
        var district = await writing.Db.ElectoralDistricts.SingleOrDefaultAsync(d => d.Id == id) ?? throw new RuleBrokenException("没有找到这个选区。");
        RequireWithin(scope, district.UnitId, "没有找到这个选区。", $"选区 {district.Number}");
        RequireAsSeen(district.Name, seen, DistrictForm.Of(district));
        await DescribeAsync(writing, scope, district, form);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"选区 {district.Number}", $"改{district.Name}");
    });

    private static async Task DescribeAsync(Writing writing, RegisterScope scope, ElectoralDistrict district, DistrictForm form)
    {
        RequireWithin(scope, form.UnitId, NoSuchUnit, $"选区 {form.Number}");
        district.Describe(form.Number, form.Name, form.UnitId, form.Communities);
        await RequireUnitAsync(writing, form.UnitId);
        await RequireNewAsync(writing.Db.ElectoralDistricts.Where(known => known.Id != district.Id && known.Number == form.Number), $"第{form.Number}选区已经在名册里。");
    }

    private Task WriteAsync(Func<Writing, RegisterScope, Task> act) =>
        door.WriteAsync(Deed.KeepRegisters, async writing => await act(writing, await RegisterScope.OfAsync(writing.Db, writing.Reach)));

    private Task<T> WriteAsync<T>(Func<Writing, RegisterScope, Task<T>> act) =>
        door.WriteAsync(Deed.KeepRegisters, async writing => await act(writing, await RegisterScope.OfAsync(writing.Db, writing.Reach)));

    private Task ByOfficeAsync(string what, Func<Writing, Task> act) => door.WriteAsync(Deed.KeepRegisters, async writing =>
    {
        if (!writing.Reach.Everything)
        {
            throw new OutOfReachException($"{what}名册由联络室维护。", what);
        }

        await act(writing);
    });

    /// <summary>What lies outside is not there.</summary>
    private static void RequireWithin(RegisterScope scope, int? unitId, string otherwise, string about)
    {
        if (!scope.Covers(unitId))
        {
            throw new OutOfReachException(otherwise, about);
        }
    }

    private static void RequireAsSeen<T>(string name, T seen, T now)
        where T : notnull
    {
        if (!seen.Equals(now))
        {
            throw new RegisterChangedException(name, now);
        }
    }

    private static async Task RequireUnitAsync(Writing writing, int? unitId) =>
        Rule.Require(unitId is not { } id || await writing.Db.Units.AnyAsync(unit => unit.Id == id), NoSuchUnit);

    private static async Task RequireNewAsync<T>(IQueryable<T> known, string otherwise) => Rule.Require(!await known.AnyAsync(), otherwise);
}
