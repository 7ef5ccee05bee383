using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Takes in what a voter sends from the public form. Nobody signs in there; nothing is thrown away.</summary>
public sealed class SpeakDesk(LiaisonStore store, Darkroom darkroom, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string ChooseAgain = "您选的家站或代表现在不能收意见了，请在“交给谁”里重新选一个。";

    private const string NoStation = "现在没有家站能收意见，请过几天再来，或者直接联系代表联络室。";

    /// <summary>Within it a form that comes again is a second press or a page loaded anew, and not somebody who came upon it later.</summary>
    private static readonly TimeSpan ToldAgainWithin = TimeSpan.FromMinutes(30);

    /// <summary>Takes it in and gives the receipt. The same form sent twice is one submission with one receipt; its code is told again for a while.</summary>
    /// <exception cref="RuleBrokenException">Something is missing, or a photo cannot be read.</exception>
    public async Task<Spoken> SendAsync(SpeakForm form, IReadOnlyList<Stream> photos, CancellationToken cancellationToken = default)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        var ticket = SpeakTicket.Read(protection, form.Ticket);
        _ = Submission.Send(FactsOf(form, Guid.Empty, 0), at); // what is missing is said before a photo is developed
        var developed = await darkroom.DevelopAsync(photos, SpeakForm.MostPhotos, cancellationToken);
        var sending = ticket.SendingOf(form, developed);
        return await store.WriteAsync(async db => await AgainAsync(db, sending, at) ?? await TakeInAsync(db, form, sending, ticket.OpenedAt, developed, at), cancellationToken);
    }

    /// <summary>What was taken in by the same sending before; null where it is the first.</summary>
    private static async Task<Spoken?> AgainAsync(LiaisonDbContext db, Sending sending, DateTime at)
    {
        if (await db.Receipts.Include(receipt => receipt.Submission).SingleOrDefaultAsync(receipt => receipt.Submission!.Form == sending.Form) is not { } before)
        {
            return null;
        }

        var isTold = before.RevokedAt is null && at - before.IssuedAt <= ToldAgainWithin;
        var station = await db.Stations.SingleAsync(known => known.Id == before.Submission!.StationId);
        return new Spoken(isTold ? new IssuedReceipt(before.Number, sending.Code, ChinaTime.DayOf(before.IssuedAt)) : null, before.Number, station);
    }

    private static async Task<Spoken> TakeInAsync(LiaisonDbContext db, SpeakForm form, Sending sending, DateTime? openedAt, IReadOnlyList<Developed> photos, DateTime at)
    {
        if (form.CategoryId is { } category && !await db.Categories.AnyAsync(known => known.Id == category))
        {
            form = form with { CategoryId = null };
        }

        var station = await StationAsync(db, form, at);
        var submission = Submission.Send(FactsOf(form, sending.Form, station.Id), at);
        if (Suspicion.Why(form, openedAt, at) is { } why)
        {
            submission.Park(why, at);
        }

        db.Add(submission);
        var receipt = await ReceiptBook.IssueAsync(db, sending.Code, at, (number, hash) => Receipt.ForSubmission(number, hash, submission, at));
        await db.SaveChangesAsync();
        db.AddRange(photos.Select(photo => new Picture(photo.Content, photo.Width, photo.Height, at) { SubmissionId = submission.Id }));
        return new Spoken(receipt, receipt.Number, station);
    }

    private static SubmissionFacts FactsOf(SpeakForm form, Guid sending, int stationId) => new()
    {
        Form = sending,
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
        var today = ChinaTime.DayOf(at);
        var open = db.Stations.Where(station => station.ClosedOn == null || station.ClosedOn > today);
        if (form.StationId is { } chosen)
        {
            return await open.SingleOrDefaultAsync(station => station.Id == chosen) ?? throw new RuleBrokenException(ChooseAgain);
        }

        if (form.DeputyId is not { } id)
        {
            return await FirstAsync(db, open) ?? throw new RuleBrokenException(NoStation);
        }

        var deputy = await db.Deputies.Include(known => known.Stations).SingleOrDefaultAsync(known => known.Id == id && known.Status == OfficeStatus.InOffice)
            ?? throw new RuleBrokenException(ChooseAgain);
        List<int> received = [.. deputy.Stations.Select(link => link.StationId)];
        return await open.Where(station => received.Contains(station.Id)).OrderBy(station => station.Id).FirstOrDefaultAsync()
            ?? await FirstAsync(db, open.Where(station => station.UnitId == deputy.UnitId))
            ?? await FirstAsync(db, open) ?? throw new RuleBrokenException(NoStation);
    }

    private static Task<Station?> FirstAsync(LiaisonDbContext db, IQueryable<Station> stations) =>
        stations.OrderBy(station => station.Kind).ThenBy(station => db.Units.First(unit => unit.Id == station.UnitId).Order).ThenBy(station => station.Code).FirstOrDefaultAsync();
}

/// <summary>What was taken in.</summary>
/// <param name="Receipt">With the code; null where the same form was sent some time ago.</param>
/// <param name="Number">The receipt's number.</param>
/// <param name="Station">Where it waits.</param>
public sealed record Spoken(IssuedReceipt? Receipt, string Number, Station Station);
