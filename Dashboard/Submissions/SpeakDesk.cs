using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Takes in what a voter sends from the public form. Nobody signs in there; nothing is thrown away.</summary>
public sealed class SpeakDesk(LiaisonStore store, Darkroom darkroom, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string ChooseAgain = "您选的家站或代表现在不能收意见了，请在“交给谁”里重新选一个。";

    /// <summary>Takes it in and gives the receipt. The same form sent twice is one submission; its code was told the first time.</summary>
    /// <exception cref="RuleBrokenException">Something is missing, or a photo cannot be read.</exception>
    public async Task<Spoken> SendAsync(SpeakForm form, IReadOnlyList<Stream> photos, CancellationToken cancellationToken = default)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        var ticket = SpeakTicket.Read(protection, form.Ticket);
        _ = Submission.Send(FactsOf(form, ticket, 0), at); // what is missing is said before a photo is developed
        var developed = await darkroom.DevelopAsync(photos, SpeakForm.MostPhotos, cancellationToken);
        return await store.WriteAsync(db => TakeInAsync(db, form, ticket, developed, at), cancellationToken);
    }

    private static async Task<Spoken> TakeInAsync(LiaisonDbContext db, SpeakForm form, SpeakTicket ticket, IReadOnlyList<Developed> photos, DateTime at)
    {
        if (await db.Receipts.Where(receipt => receipt.Submission!.Form == ticket.Form).Select(receipt => new { receipt.Number, receipt.Submission!.StationId }).SingleOrDefaultAsync() is { } before)
        {
            return new Spoken(null, before.Number, await db.Stations.SingleAsync(station => station.Id == before.StationId));
        }

        if (form.CategoryId is { } category && !await db.Categories.AnyAsync(known => known.Id == category))
        {
            form = form with { CategoryId = null };
        }

        var station = await StationAsync(db, form, at);
        var submission = Submission.Send(FactsOf(form, ticket, station.Id), at);
        if (Suspicion.Why(form, ticket.OpenedAt, at) is { } why)
        {
            submission.Park(why, at);
        }

        db.Add(submission);
        var receipt = await ReceiptBook.IssueAsync(db, at, (number, hash) => Receipt.ForSubmission(number, hash, submission, at));
        await db.SaveChangesAsync();
        db.AddRange(photos.Select(photo => new Picture(photo.Content, photo.Width, photo.Height, at) { SubmissionId = submission.Id }));
        return new Spoken(receipt, receipt.Number, station);
    }

    private static SubmissionFacts FactsOf(SpeakForm form, SpeakTicket ticket, int stationId) => new()
    {
        Form = ticket.Form,
        Words = form.Words,
        StationId = stationId,
        Kind = form.Kind,
        DeputyId = form.DeputyId,
        CategoryId = form.CategoryId,
        Unaddressed = form.StationId is null && form.DeputyId is null,
        Name = form.Name,
        Phone = form.Phone,
        Consented = form.Consented,
    };

    /// <summary>The station that was chosen; of a deputy, the first where voters are received; of nobody, the first home in official order, from where it is passed on.</summary>
    private static async Task<Station> StationAsync(LiaisonDbContext db, SpeakForm form, DateTime at)
    {
        var today = Domain.Calendar.ChinaTime.DayOf(at);
        var open = db.Stations.Where(station => station.ClosedOn == null || station.ClosedOn > today);
        if (form.StationId is { } chosen)
        {
            return await open.SingleOrDefaultAsync(station => station.Id == chosen) ?? throw new RuleBrokenException(ChooseAgain);
        }

        if (form.DeputyId is not { } id)
        {
            return (await FirstAsync(db, open))!;
        }

        var deputy = await db.Deputies.Include(known => known.Stations).SingleOrDefaultAsync(known => known.Id == id && known.Status == OfficeStatus.InOffice)
            ?? throw new RuleBrokenException(ChooseAgain);
        List<int> received = [.. deputy.Stations.Select(link => link.StationId)];
        return await open.Where(station => received.Contains(station.Id)).OrderBy(station => station.Id).FirstOrDefaultAsync()
            ?? await FirstAsync(db, open.Where(station => station.UnitId == deputy.UnitId))
            ?? (await FirstAsync(db, open))!;
    }

    private static Task<Station?> FirstAsync(LiaisonDbContext db, IQueryable<Station> stations) =>
        stations.OrderBy(station => station.Kind).ThenBy(station => db.Units.First(unit => unit.Id == station.UnitId).Order).ThenBy(station => station.Code).FirstOrDefaultAsync();
}

/// <summary>What was taken in.</summary>
/// <param name="Receipt">With the code; null where the same form had been sent before.</param>
/// <param name="Number">The receipt's number.</param>
/// <param name="Station">Where it waits.</param>
public sealed record Spoken(IssuedReceipt? Receipt, string Number, Station Station);
