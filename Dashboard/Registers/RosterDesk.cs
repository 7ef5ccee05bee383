using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>Where a deputies' roster is held against the register, and taken over in one transaction.</summary>
public sealed class RosterDesk(WriteDoor door, Doorkeeper doorkeeper, IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock)
{
    private const string Note = "名册导入";

    /// <summary>核对: says what taking over would do, and writes nothing.</summary>
    public async Task<RosterCheck> CheckAsync(RosterReading reading, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await doorkeeper.ReachAsync(db, Deed.KeepRegisters, cancellationToken);
        var plan = RosterPlan.Of(reading, await RegisterAsync(db, reach, cancellationToken), clock.Today());
        return new RosterCheck(reading, plan.Lines, MarkOf(plan));
    }

    /// <summary>录入: exactly what was checked, or nothing.</summary>
    /// <exception cref="RuleBrokenException">The register changed since the check, or there is nothing to take over.</exception>
    public Task<RosterCheck> TakeOverAsync(RosterCheck seen) => door.WriteAsync(Deed.KeepRegisters, async writing =>
    {
        var db = writing.Db;
        var today = ChinaTime.DayOf(writing.At);
        var plan = RosterPlan.Of(seen.Reading, await RegisterAsync(db, writing.Reach), today);
        Rule.Require(MarkOf(plan) == seen.Mark, "核对以后名册有变动，或者过了一天。请再点一次“核对”，看过再录入。");
        Rule.Require(seen.Of(RosterOutcome.New) + seen.Of(RosterOutcome.Changed) > 0, "没有要录入的：名册里都已经有了。");
        var deputies = await db.Deputies.AsSplitQuery().Include(deputy => deputy.Stations).Include(deputy => deputy.OfficeChanges).ToDictionaryAsync(deputy => deputy.Id);
        foreach (var line in plan.Lines.Where(line => line.Outcome is RosterOutcome.New or RosterOutcome.Changed))
        {
            Take(db, line, line.DeputyId is { } known ? deputies[known] : null, today);
        }

        await writing.RecordAsync(
            AuditAct.RosterImported,
            $"代表名册 {seen.Reading.FileName}",
            $"新增{seen.Of(RosterOutcome.New)}位，变更{seen.Of(RosterOutcome.Changed)}位，不变{seen.Of(RosterOutcome.Unchanged)}位，没有录入{seen.Of(RosterOutcome.Refused)}行");
        return seen;
    });

    private static void Take(LiaisonDbContext db, RosterLine line, Deputy? known, DateOnly today)
    {
        var form = line.Form!;
        var deputy = known ?? (form.Level is DeputyLevel.City
            ? Deputy.OfCity(form.Code, form.Name, form.Term, form.ElectingBody, form.UnitId, form.Post)
            : Deputy.OfDistrict(form.Code, form.Name, form.Term, form.ElectoralDistrictId!.Value, form.UnitId, form.Post));
        deputy.Describe(form.Facts);
        deputy.ReceivesAtOnly(form.StationIds);
        if (line.Status is { } status)
        {
            deputy.ChangeStatus(status, line.StatusSince ?? today, Note);
        }

        if (known is null)
        {
            db.Add(deputy);
        }
    }

    private static async Task<RosterRegister> RegisterAsync(LiaisonDbContext db, Reach reach, CancellationToken cancellationToken = default) => new(
        await RegisterScope.OfAsync(db, reach, cancellationToken),
        await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken),
        await db.ElectoralDistricts.AsNoTracking().OrderBy(district => district.Number).ToListAsync(cancellationToken),
        await db.Stations.AsNoTracking().OrderBy(station => station.Code).ToListAsync(cancellationToken),
        await db.Deputies.AsNoTracking().Include(deputy => deputy.Stations).OrderBy(deputy => deputy.Code).ToListAsync(cancellationToken));

    private static string MarkOf(RosterPlan plan) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', plan.Lines.Select(line => line.Fingerprint)))));
}

/// <summary>What a roster would do to the register, as a person saw it.</summary>
/// <param name="Reading">The file.</param>
/// <param name="Lines">Its rows, each with what it would bring.</param>
/// <param name="Mark">Tells this plan from any other.</param>
public sealed record RosterCheck(RosterReading Reading, IReadOnlyList<RosterLine> Lines, string Mark)
{
    public int Of(RosterOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}
