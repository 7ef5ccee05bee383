using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Inquiries;

/// <summary>Reads for whoever keeps inquiries, and for the deputies who are asked. Who asked leaves here masked, and never to the deputy in question (第七条).</summary>
public sealed class InquiryQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper)
{
    private const string NotShown = "按第七条，不显示是谁问的";

    /// <summary>Those within reach of whoever keeps them: what still waits first, the longest waiting on top; told ones after, the newest first.</summary>
    public async Task<InquiryList> ListAsync(InquiryFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var all = Narrowed(db, db.Inquiries.AsNoTracking().Within(rights.For(Deed.KeepInquiries)), filter);
        var counts = await all.GroupBy(inquiry => inquiry.Stage).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var shown = filter.Stage is { } stage ? all.Where(inquiry => inquiry.Stage == stage) : all;
        var page = await shown
            .OrderBy(inquiry => inquiry.Stage == InquiryStage.Told)
            .ThenBy(inquiry => inquiry.Stage == InquiryStage.Told ? null : (DateOnly?)inquiry.AskedOn)
            .ThenByDescending(inquiry => inquiry.AskedOn).ThenByDescending(inquiry => inquiry.Id)
            .Skip((filter.Page - 1) * InquiryFilter.Size).Take(InquiryFilter.Size)
            .Include(inquiry => inquiry.Entries).ToListAsync(cancellationToken);
        var views = await ViewsAsync(db, rights, page, cancellationToken);
        return new InquiryList([.. views.Select(RowOf)], filter.Stage is { } asked ? counts.GetValueOrDefault(asked) : counts.Values.Sum(), counts);
    }

    /// <summary>One within reach of whoever keeps them; null where there is none.</summary>
    public async Task<InquiryDetail?> DetailAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        var found = await db.Inquiries.AsNoTracking().Within(rights.For(Deed.KeepInquiries)).Where(inquiry => inquiry.Id == id).Include(inquiry => inquiry.Entries).ToListAsync(cancellationToken);
        return (await ViewsAsync(db, rights, found, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Those that ask about the deputies the person is: what still waits for an answer first. Null where they are none.</summary>
    public async Task<IReadOnlyList<InquiryDetail>?> OwnAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        List<int> own = [.. rights.OwnDeputies];
        if (own.Count == 0)
        {
            return null;
        }

        var found = await db.Inquiries.AsNoTracking().Where(inquiry => own.Contains(inquiry.DeputyId))
            .OrderBy(inquiry => inquiry.Stage != InquiryStage.Asked).ThenByDescending(inquiry => inquiry.AskedOn).ThenByDescending(inquiry => inquiry.Id)
            .Include(inquiry => inquiry.Entries).ToListAsync(cancellationToken);
        return await ViewsAsync(db, rights, found, cancellationToken);
    }

    /// <summary>One that asks about a deputy the person is; null where there is none.</summary>
    public async Task<InquiryDetail?> OwnAsync(int id, CancellationToken cancellationToken = default) =>
        (await OwnAsync(cancellationToken))?.SingleOrDefault(inquiry => inquiry.Id == id);

    /// <summary>The numbers of what else the same voter asked, for whoever may erase who asked.</summary>
    public async Task<IReadOnlyList<string>> OthersOfSameAskerAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        return await db.Inquiries.AsNoTracking().Within(rights.For(Deed.EraseVoters)).SingleOrDefaultAsync(inquiry => inquiry.Id == id, cancellationToken) is { } inquiry
            ? [.. (await db.Inquiries.AsNoTracking().OfSameAsker(inquiry, rights).ToListAsync(cancellationToken)).Select(other => other.Number)]
            : [];
    }

    private static IQueryable<Inquiry> Narrowed(LiaisonDbContext db, IQueryable<Inquiry> inquiries, InquiryFilter filter)
    {
        if (filter.Unit is { } unit)
        {
            inquiries = inquiries.Where(inquiry => db.Stations.Any(station => station.Id == inquiry.StationId && db.Units.Any(one => one.Id == station.UnitId && one.Code == unit)));
        }

        return filter.Deputy is { } code
            ? inquiries.Where(inquiry => db.Deputies.Any(deputy => deputy.Id == inquiry.DeputyId && deputy.Code == code))
            : inquiries;
    }

    private static async Task<IReadOnlyList<InquiryDetail>> ViewsAsync(LiaisonDbContext db, Rights rights, IReadOnlyList<Inquiry> inquiries, CancellationToken cancellationToken)
    {
        List<int> deputies = [.. inquiries.Select(inquiry => inquiry.DeputyId).Distinct()];
        List<int> stations = [.. inquiries.Select(inquiry => inquiry.StationId).Distinct()];
        var people = await db.Deputies.AsNoTracking().Where(deputy => deputies.Contains(deputy.Id)).ToDictionaryAsync(deputy => deputy.Id, cancellationToken);
        var places = await db.Stations.AsNoTracking().Where(station => stations.Contains(station.Id)).ToDictionaryAsync(station => station.Id, station => station.Name, cancellationToken);
        return [.. inquiries.Select(View)];

        InquiryDetail View(Inquiry inquiry)
        {
            var own = rights.OwnDeputies.Contains(inquiry.DeputyId);
            var asker = new Voter(inquiry.VoterName, inquiry.VoterPhone, "");
            return new InquiryDetail
            {
                Id = inquiry.Id,
                Version = inquiry.Version,
                Number = inquiry.Number,
                Stage = inquiry.Stage,
                DeputyId = inquiry.DeputyId,
                DeputyName = people[inquiry.DeputyId].Name,
                DeputyCode = people[inquiry.DeputyId].Code,
                Station = places[inquiry.StationId],
                Asker = own ? NotShown : asker.Masked(),
                IsAboutReader = own,
                MayReveal = !own && asker.Name.Length + asker.Phone.Length > 0 && rights.For(Deed.RevealVoters).CoversStation(inquiry.StationId),
                MayErase = !own && rights.For(Deed.EraseVoters).CoversStation(inquiry.StationId) && inquiry.TellsWhoAsked,
                May = Enum.GetValues<InquiryAct>().Where(act => inquiry.WhyNot(act) is null && MayDo(act, inquiry, own)).ToHashSet(),
                Steps = [.. inquiry.Entries.OrderBy(entry => entry.Sequence).Select(entry => new InquiryStep(entry.Sequence, entry.Act, entry.On, TextOf(inquiry, entry, own), entry.At, entry.By))],
            };
        }

        bool MayDo(InquiryAct act, Inquiry inquiry, bool own) => act is InquiryAct.Answered
            ? own || rights.For(Deed.AnswerInquiries).CoversStation(inquiry.StationId)
            : !own && rights.For(Deed.KeepInquiries).CoversStation(inquiry.StationId);
    }

    /// <summary>To the deputy in question a question goes without what tells who asked, and how the voter was told not at all.</summary>
    private static string TextOf(Inquiry inquiry, InquiryEntry entry, bool own) => (own, entry.Act) switch
    {
        (false, _) => entry.Text,
        (_, InquiryAct.Told) => "",
        _ => inquiry.WithoutTraces(entry.Text),
    };

    private static InquiryRow RowOf(InquiryDetail one) => new(
        one.Id, one.Number, one.Stage, one.Question.Text, one.Steps[^1].On, one.Steps.Count(step => step.Act is InquiryAct.Asked or InquiryAct.AskedAgain), one.DeputyName, one.DeputyCode, one.Station);
}

/// <summary>The inquiries within a scope.</summary>
internal static class InquiryReach
{
    /// <summary>Those kept by a station within it, and those asked of a deputy within it.</summary>
    public static IQueryable<Inquiry> Within(this IQueryable<Inquiry> inquiries, Reach reach)
    {
        List<int> stations = [.. reach.Stations];
        List<int> deputies = [.. reach.Deputies];
        return reach.Everything ? inquiries : inquiries.Where(inquiry => stations.Contains(inquiry.StationId) || deputies.Contains(inquiry.DeputyId));
    }

    /// <summary>What else the same voter asked, within what the person may erase. The same name with the same phone is the same voter; without a phone nobody can tell.</summary>
    public static IQueryable<Inquiry> OfSameAsker(this IQueryable<Inquiry> inquiries, Inquiry one, Rights rights)
    {
        List<int> own = [.. rights.OwnDeputies];
        return inquiries.Within(rights.For(Deed.EraseVoters)).Where(inquiry => one.VoterPhone != "" && inquiry.Id != one.Id && inquiry.VoterPhone == one.VoterPhone && inquiry.VoterName == one.VoterName && !own.Contains(inquiry.DeputyId))
            .OrderBy(inquiry => inquiry.Id);
    }
}
