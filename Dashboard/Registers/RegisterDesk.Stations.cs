using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Registers;

/// <content>Homes and stations. A code is given once and to no other; opinion numbers carry it.</content>
public sealed partial class RegisterDesk
{
    private const string NoSuchStation = "没有找到这个家站。";

    /// <summary>新增家站. The code is the next one of the unit.</summary>
    /// <returns>The code.</returns>
    public Task<string> AddStationAsync(int unitId, StationFacts facts) => WriteAsync(async (writing, scope) =>
    {
        var db = writing.Db;
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Id == unitId) ?? throw new RuleBrokenException(NoSuchUnit);
        RequireWithin(scope, unit.Id, NoSuchUnit, $"单位 {unit.Code}");
        var station = new Station(unit.Id, await NextCodeAsync(db, unit), facts.Name, facts.Kind, "", "");
        station.Describe(facts);
        await RequireFitsAsync(db, unit, station);
        db.Add(station);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"家站 {station.Code}", $"新增{station.Name}");
        return station.Code;
    });

    /// <summary>Changes what is published of a station.</summary>
    /// <exception cref="RegisterChangedException">Somebody changed it meanwhile.</exception>
    public Task DescribeStationAsync(int id, StationFacts seen, StationFacts facts) => WriteAsync(async (writing, scope) =>
    {
        var station = await StationAsync(writing, scope, id);
        RequireAsSeen(station.Name, seen, station.AsDescribed());
        station.Describe(facts);
        await RequireFitsAsync(writing.Db, await writing.Db.Units.SingleAsync(unit => unit.Id == station.UnitId), station);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"家站 {station.Code}", seen.Name == station.Name ? $"改{station.Name}" : $"{seen.Name}改称{station.Name}");
    });

    /// <summary>停用, or 并入 another station, whose staff go on with what is open and where its deputies receive besides. The day may be to come.</summary>
    /// <remarks>That a deputy received here stays in the register, so that a closing that was a mistake takes nothing away.</remarks>
    /// <exception cref="RuleBrokenException">Nobody would go on with what is open, something is entered or arranged for a day when it would be closed, or the day is far away.</exception>
    public Task CloseStationAsync(int id, DateOnly on, int? successorId) => WriteAsync(async (writing, scope) =>
    {
        var db = writing.Db;
        var station = await StationAsync(writing, scope, id);
        Rule.Require(on <= writing.Signature.Today.AddYears(1), $"{on:yyyy年M月d日}还早，停用最多提前一年定。现在可以先在“告示”里写一句，告诉选民。");
        var successor = successorId is { } to ? await db.Stations.SingleOrDefaultAsync(s => s.Id == to) ?? throw new RuleBrokenException("请选择并入哪个家站。") : null;
        if (successor is not null)
        {
            RequireWithin(scope, successor.UnitId, "请选择并入哪个家站。", $"家站 {successor.Code}");
        }

        var open = await OpenOpinionsAsync(db, station);
        Rule.Require(successor is not null || open == 0, $"{station.Name}还有{open}件意见没有办结。请先选并入哪个家站，由那里的工作人员接着办。");
        var later = await db.Opinions.CountAsync(opinion => opinion.StationId == station.Id && opinion.CollectedOn >= on);
        Rule.Require(later == 0, $"{on:yyyy年M月d日}和以后，{station.Name}还收集了{later}件意见，停用的日子要在这以后。");
        var arranged = await db.ContactSessions.CountAsync(session => session.StationId == station.Id && session.Status == SessionStatus.Planned && session.On >= on);
        Rule.Require(arranged == 0, $"{on:yyyy年M月d日}和以后，{station.Name}还安排了{arranged}场接待。请先到“接待安排”里取消，改在别的家站安排。");

        if (successor is null)
        {
            station.Close(on);
        }
        else
        {
            station.MergeInto(successor, on);
        }

        if (successor is not null)
        {
            (await db.Deputies.Include(d => d.Stations).Where(d => d.Stations.Any(link => link.StationId == station.Id)).ToListAsync()).ForEach(deputy => deputy.ReceivesAt(successor.Id));
        }

        await writing.RecordAsync(
            AuditAct.RegisterChanged,
            $"家站 {station.Code}",
            successor is null ? $"{station.Name}{on:yyyy年M月d日}停用" : $"{station.Name}{on:yyyy年M月d日}并入{successor.Name}（{successor.Code}），未办结{open}件由它接着办");
    });

    /// <summary>恢复使用, with a reason: a closing or a merger is taken back. What the successor's staff did meanwhile stays done.</summary>
    /// <exception cref="RuleBrokenException">No reason is given, it is not closed, its name or its place as the unit's Home was taken meanwhile, or its successor was closed in its turn.</exception>
    public Task ReopenStationAsync(int id, string reason) => WriteAsync(async (writing, scope) =>
    {
        var db = writing.Db;
        var station = await StationAsync(writing, scope, id);
        var why = Rule.Written(reason, "请写明为什么恢复。");
        if (await db.Stations.SingleOrDefaultAsync(s => s.Id == station.SuccessorId) is { } successor)
        {
            RequireWithin(scope, successor.UnitId, "它并入了别的单位的家站，请联络室恢复。", $"家站 {successor.Code}");
            Rule.Require(successor.ClosedOn is null, $"{successor.Name}后来也停用了。请先恢复{successor.Name}。");
        }

        var closed = station.ClosedOn;
        station.Reopen();
        await RequireFitsAsync(db, await db.Units.SingleAsync(unit => unit.Id == station.UnitId), station);
        await writing.RecordAsync(AuditAct.RegisterChanged, $"家站 {station.Code}", $"{station.Name}恢复使用（原定{closed:yyyy年M月d日}起停用）：{why}");
    });

    /// <summary>照片 of the station, for the voters' pages; it takes the place of the one before.</summary>
    public Task ShowPictureAsync(int id, Developed picture) => WriteAsync(async (writing, scope) =>
    {
        var station = await StationAsync(writing, scope, id);
        var before = await writing.Db.Pictures.Where(known => known.StationId == station.Id).ExecuteDeleteAsync();
        writing.Db.Add(new Picture(picture.Content, picture.Width, picture.Height, writing.At) { StationId = station.Id });
        await writing.RecordAsync(AuditAct.RegisterChanged, $"家站 {station.Code}", before > 0 ? $"换{station.Name}的照片" : $"加{station.Name}的照片");
    });

    /// <summary>撤下; where there is none any more it is no mistake.</summary>
    public Task RemovePictureAsync(int id) => WriteAsync(async (writing, scope) =>
    {
        var station = await StationAsync(writing, scope, id);
        if (await writing.Db.Pictures.Where(known => known.StationId == station.Id).ExecuteDeleteAsync() > 0)
        {
            await writing.RecordAsync(AuditAct.RegisterChanged, $"家站 {station.Code}", $"撤下{station.Name}的照片");
        }
    });

    /// <summary>What the station's staff still work on: its own, and of the stations merged into it.</summary>
    internal static async Task<int> OpenOpinionsAsync(LiaisonDbContext db, Station station, CancellationToken cancellationToken = default)
    {
        var mergers = await db.Stations.Where(s => s.SuccessorId != null).Select(s => new { s.Id, s.SuccessorId }).ToListAsync(cancellationToken);
        List<int> stations = [.. new Succession(mergers.Select(merger => (merger.Id, merger.SuccessorId!.Value))).With([station.Id])];
        return await db.Opinions.CountAsync(opinion => stations.Contains(opinion.StationId) && opinion.ConcludedOn == null, cancellationToken);
    }

    private static async Task<Station> StationAsync(Writing writing, RegisterScope scope, int id)
    {
        var station = await writing.Db.Stations.SingleOrDefaultAsync(s => s.Id == id) ?? throw new RuleBrokenException(NoSuchStation);
        RequireWithin(scope, station.UnitId, NoSuchStation, $"家站 {station.Code}");
        return station;
    }

    private static async Task RequireFitsAsync(LiaisonDbContext db, LiaisonUnit unit, Station station)
    {
        await RequireNewAsync(db.Stations.Where(known => known.Id != station.Id && known.Name == station.Name && known.ClosedOn == null), $"已经有一个家站叫“{station.Name}”。");
        if (station.Kind is StationKind.Home && station.ClosedOn is null)
        {
            await RequireNewAsync(
                db.Stations.Where(known => known.Id != station.Id && known.UnitId == unit.Id && known.Kind == StationKind.Home && known.ClosedOn == null),
                $"{unit.ShortName}已经有代表之家，一个单位一个。");
        }
    }

    private static async Task<string> NextCodeAsync(LiaisonDbContext db, LiaisonUnit unit)
    {
        var codes = await db.Stations.Where(station => station.UnitId == unit.Id).Select(station => station.Code).ToListAsync();
        var last = codes.Select(code => int.TryParse(code.AsSpan(Math.Min(unit.Code.Length, code.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return $"{unit.Code}{last + 1:00}";
    }
}
