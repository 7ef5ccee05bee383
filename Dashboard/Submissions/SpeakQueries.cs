using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What anybody may choose from on the public form, in official order.</summary>
public sealed class SpeakQueries(IDbContextFactory<LiaisonDbContext> contexts, TimeProvider clock)
{
    public async Task<SpeakChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).Select(unit => new { unit.Id, unit.ShortName }).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().Where(station => station.ClosedOn == null || station.ClosedOn > today).OrderBy(station => station.Kind).ThenBy(station => station.Code)
            .Select(station => new { station.Id, station.Name, station.UnitId }).ToListAsync(cancellationToken);
        var deputies = await db.Deputies.AsNoTracking().Where(deputy => deputy.Status == OfficeStatus.InOffice).OrderBy(deputy => deputy.Code)
            .Select(deputy => new { deputy.Id, deputy.Name, deputy.UnitId, deputy.Level, deputy.Post }).ToListAsync(cancellationToken);
        return new SpeakChoices(
            [.. from unit in units from station in stations where station.UnitId == unit.Id select new SpeakChoice(SpeakForm.ToStation(station.Id), station.Name, unit.ShortName)],
            [
                .. from unit in units from deputy in deputies where deputy.UnitId == unit.Id && deputy.Level is DeputyLevel.District select new SpeakChoice(SpeakForm.ToDeputy(deputy.Id), Named(deputy.Name, deputy.Post), $"代表　{unit.ShortName}"),
                .. from deputy in deputies where deputy.UnitId is null || deputy.Level is DeputyLevel.City select new SpeakChoice(SpeakForm.ToDeputy(deputy.Id), Named(deputy.Name, deputy.Post), deputy.Level is DeputyLevel.City ? "市人大代表" : "代表　其他"),
            ],
            await db.Categories.AsNoTracking().OrderBy(category => category.Order).ToListAsync(cancellationToken));

        string Named(string name, string post) => deputies.Count(other => other.Name == name) > 1 && post.Length > 0 ? $"{name}（{post}）" : name;
    }

    /// <summary>The station a printed QR code leads to; one that was merged leads on to its successor. Null where there is none.</summary>
    public async Task<int?> StationAsync(string code, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var station = await db.Stations.AsNoTracking().SingleOrDefaultAsync(known => known.Code == code, cancellationToken);
        for (var steps = 0; station is not null && !station.IsOpenOn(today) && steps < 10; steps++)
        {
            station = await db.Stations.AsNoTracking().SingleOrDefaultAsync(known => known.Id == station.SuccessorId, cancellationToken);
        }

        return station?.IsOpenOn(today) is true ? station.Id : null;
    }

    /// <summary>The receipts of the demonstration, whose codes are no secret; none where there is no demonstration.</summary>
    public async Task<IReadOnlyList<IssuedReceipt>> DemonstrationAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Accounts.AnyAsync(account => account.IsDemonstration && account.DisabledAt == null, cancellationToken)
            || await db.ReceiptSecrets.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } secret)
        {
            return [];
        }

        var codes = DemonstrationReceipts.Codes;
        var first = await db.Receipts.AsNoTracking().Where(receipt => receipt.RevokedAt == null).OrderBy(receipt => receipt.Id).Take(codes.Count).ToListAsync(cancellationToken);
        return
        [
            .. from receipt in first
               from code in codes
               orderby receipt.Number
               where receipt.CodeHash.AsSpan().SequenceEqual(secret.HashOf(receipt.Number, ReceiptCode.Read(code)!))
               select new IssuedReceipt(receipt.Number, code, Domain.Calendar.ChinaTime.DayOf(receipt.IssuedAt)),
        ];
    }
}

public sealed record SpeakChoices(IReadOnlyList<SpeakChoice> Stations, IReadOnlyList<SpeakChoice> Deputies, IReadOnlyList<Category> Categories);

/// <param name="Value">As the form sends it.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Group">Under which head it stands.</param>
public sealed record SpeakChoice(string Value, string Name, string Group);
