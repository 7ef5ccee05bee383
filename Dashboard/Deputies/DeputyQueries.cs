using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Calendar;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>Reads for the deputy's own pages, and for staff who act in a deputy's name. What is out of scope is not there.</summary>
public sealed class DeputyQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, CalendarQueries calendar, TimeProvider clock, IOptions<LiaisonOptions> options)
{
    private static readonly OpinionAct[] Acts = [OpinionAct.FeedBack, OpinionAct.Forward, OpinionAct.RateAnswer, OpinionAct.ForwardAgain];

    /// <summary>The page of a deputy; null where there is none for this person.</summary>
    /// <param name="code">代表证号, for whoever acts in the deputy's name; null for the deputy who reads.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<DeputyHome?> HomeAsync(string? code, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        if (await FindAsync(db, rights, code, cancellationToken) is not { } deputy)
        {
            return null;
        }

        var mark = await MarkAsync(db, rights, deputy, cancellationToken);
        var cases = await CasesAsync(db, rights, deputy, Open(Carried(db, rights, deputy)), cancellationToken);
        return new DeputyHome
        {
            Deputy = deputy,
            Today = clock.Today(),
            ForAnother = code is not null,
            ToTell = ByDue(cases.Where(one => one.Since is not null && !one.OwesExplanation)),
            ToExplain = ByDue(cases.Where(one => one.Since is not null && one.OwesExplanation)),
            AtOrgans = ByDue(cases.Where(one => one.Since is null && !one.IsTold && one.Stage is OpinionStage.Forwarded or OpinionStage.Merged)),
            ToForward = [.. cases.Where(one => one.Stage is OpinionStage.Collected).OrderBy(one => one.CollectedOn).ThenBy(one => one.Id)],
            ToRate = [.. cases.Where(one => one.RateUntil is not null && one.May.Contains(OpinionAct.RateAnswer)).OrderBy(one => one.RateUntil!.DueOn).ThenBy(one => one.Id)],
            Dissatisfied = [.. cases.Where(one => one.May.Contains(OpinionAct.ForwardAgain)).OrderBy(one => one.Id)],
            LastTold = await LastToldAsync(db, rights, Carried(db, rights, deputy), cancellationToken),
            NextSession = await NextSessionAsync(db, deputy, cancellationToken),
            Year = await YearAsync(db, rights, deputy, cancellationToken),
            InquiriesWaiting = await InquiriesWaitingAsync(db, rights, deputy, cancellationToken),
            Mark = mark,
        };
    }

    /// <summary>The deputy this person is; null where they are none.</summary>
    public async Task<Deputy?> OwnAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, await doorkeeper.RightsAsync(db, cancellationToken), code: null, cancellationToken);
    }

    /// <summary>Where the opinions of a deputy stand, for a page that asks whether to read anew.</summary>
    public async Task<DeputyMark> MarkAsync(Deputy deputy, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MarkAsync(db, await doorkeeper.RightsAsync(db, cancellationToken), deputy, cancellationToken);
    }

    /// <summary>One opinion of a deputy, whether its voters still wait or not; null where there is none for this person.</summary>
    public async Task<(Deputy Deputy, DeputyCase Case)?> CaseAsync(string? code, string number, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        return await FindAsync(db, rights, code, cancellationToken) is { } deputy
            && (await CasesAsync(db, rights, deputy, Carried(db, rights, deputy).Where(o => o.Number == number), cancellationToken)) is [var one]
                ? (deputy, one)
                : null;
    }

    /// <summary>What is recorded of the last time the voters of an opinion were told; null where they never were.</summary>
    public async Task<LastTold?> ToldAsync(string? code, string number, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        return await FindAsync(db, rights, code, cancellationToken) is { } deputy
            ? await LastToldAsync(db, rights, Carried(db, rights, deputy).Where(o => o.Number == number), cancellationToken)
            : null;
    }

    private static async Task<Deputy?> FindAsync(LiaisonDbContext db, Rights rights, string? code, CancellationToken cancellationToken)
    {
        var reach = rights.For(Deed.ReadOpinions);
        List<int> own = [.. rights.OwnDeputies];
        List<int> stations = [.. reach.Stations];
        var deputies = db.Deputies.AsNoTracking().Include(deputy => deputy.Stations);
        return code is null
            ? await deputies.Where(deputy => own.Contains(deputy.Id)).OrderBy(deputy => deputy.Code).FirstOrDefaultAsync(cancellationToken)
            : await deputies.SingleOrDefaultAsync(
                deputy => deputy.Code == code && (reach.Everything || deputy.Stations.Any(link => stations.Contains(link.StationId))), cancellationToken);
    }

    private static IQueryable<Opinion> Carried(LiaisonDbContext db, Rights rights, Deputy deputy) =>
        db.OpinionsOf(deputy.Id).Within(rights.For(Deed.ReadOpinions));

    /// <summary>All on which something is still to be done, by the deputy or by somebody else.</summary>
    private static IQueryable<Opinion> Open(IQueryable<Opinion> opinions) => opinions.Where(o =>
        o.ConcludedOn == null || o.Rating == VoterRating.Dissatisfied
        || (o.Stage == OpinionStage.Merged && !o.Feedbacks.Any(feedback => feedback.Round == o.Round))
        || (o.Stage == OpinionStage.FedBack && (o.Channel == ForwardingChannel.CongressSession || o.Channel == ForwardingChannel.BetweenSessions)));

    private async Task<DeputyMark> MarkAsync(LiaisonDbContext db, Rights rights, Deputy deputy, CancellationToken cancellationToken)
    {
        var versions = await Carried(db, rights, deputy).Select(o => o.Version).ToListAsync(cancellationToken);
        return new DeputyMark(versions.Count, versions.Sum(version => (long)version), await InquiriesWaitingAsync(db, rights, deputy, cancellationToken), clock.Today());
    }

    private async Task<IReadOnlyList<DeputyCase>> CasesAsync(LiaisonDbContext db, Rights rights, Deputy deputy, IQueryable<Opinion> opinions, CancellationToken cancellationToken)
    {
        var all = await Whole(opinions).ToListAsync(cancellationToken);
        List<int> merged = [.. all.Select(o => o.LeadOpinionId).OfType<int>().Distinct()];
        Dictionary<int, Opinion> leads = merged.Count == 0 ? [] : await Whole(db.Opinions.AsNoTracking().Within(rights.For(Deed.ReadOpinions)).Where(o => merged.Contains(o.Id))).ToDictionaryAsync(o => o.Id, cancellationToken);
        var names = new Names(
            await db.Stations.AsNoTracking().ToDictionaryAsync(station => station.Id, station => station.Name, cancellationToken),
            await db.Organs.AsNoTracking().ToDictionaryAsync(organ => organ.Id, organ => organ.ShortName, cancellationToken),
            await db.Deputies.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken));
        var days = await calendar.WorkCalendarAsync(cancellationToken);
        return [.. all.Select(o => CaseOf(o, o.LeadOpinionId is { } lead ? leads.GetValueOrDefault(lead) : null))];

        DeputyCase CaseOf(Opinion opinion, Opinion? lead)
        {
            List<int> voters = [.. opinion.Voters.Select(link => link.VoterId)];
            var hasPhone = opinion.Voters.Any(link => link.Voter.Phone.Length > 0);
            var mayKnow = rights.MayKnowWhoSpoke(opinion);
            foreach (var one in new[] { opinion, lead }.OfType<Opinion>().Where(one => !rights.MayKnowWhoSpoke(one)))
            {
                one.TakeOutTraces(); // 第七条: of this copy, which goes to the deputy it is about
            }

            return new CaseMaking(opinion, lead, names, clock.Today()).Make() with
            {
                VoterIds = voters,
                HasPhone = hasPhone && mayKnow,
                IsAboutReader = !mayKnow,
                MayReveal = mayKnow && voters.Count > 0 && rights.For(Deed.RevealVoters).Covers(opinion),
                May = Acts.Where(act => opinion.WhyNot(act) is null && rights.For(AccessPolicy.DeedOf(act)).Covers(opinion)).ToHashSet(),
                With = [.. opinion.Deputies.Where(link => link.DeputyId != deputy.Id).OrderBy(link => link.Order).Select(link => names.Deputies[link.DeputyId])],
                RateUntil = RatingClock.Of(opinion, days)?.Limit,
            };
        }
    }

    private static IQueryable<Opinion> Whole(IQueryable<Opinion> opinions) => opinions.AsSplitQuery()
        .Include(o => o.Deputies).Include(o => o.Voters.OrderBy(link => link.VoterId)).ThenInclude(link => link.Voter)
        .Include(o => o.Forwardings.OrderBy(f => f.Id)).ThenInclude(f => f.Answers.OrderBy(a => a.Id))
        .Include(o => o.Feedbacks.OrderBy(f => f.Id));

    private static IReadOnlyList<DeputyCase> ByDue(IEnumerable<DeputyCase> cases) => [.. cases.OrderBy(one => one.DueOn ?? DateOnly.MaxValue).ThenBy(one => one.Id)];

    private static async Task<LastTold?> LastToldAsync(LiaisonDbContext db, Rights rights, IQueryable<Opinion> opinions, CancellationToken cancellationToken)
    {
        var last = await opinions.SelectMany(o => o.Feedbacks).OrderByDescending(feedback => feedback.FedBackOn).ThenByDescending(feedback => feedback.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return null;
        }

        var opinion = await db.Opinions.AsNoTracking().Include(o => o.Voters).ThenInclude(link => link.Voter).SingleAsync(o => o.Id == last.OpinionId, cancellationToken);
        return new LastTold(opinion.Number, last.FedBackOn, last.Means, rights.MayKnowWhoSpoke(opinion) ? CaseMaking.CalledOf(opinion) : "选民", last.Rating);
    }

    private async Task<NextSession?> NextSessionAsync(LiaisonDbContext db, Deputy deputy, CancellationToken cancellationToken)
    {
        var now = ChinaTime.At(clock.GetUtcNow().UtcDateTime);
        var (today, hour) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
        var session = await db.ContactSessions.AsNoTracking().Include(s => s.Deputies)
            .Where(s => s.Status == SessionStatus.Planned && (s.On > today || (s.On == today && s.Until > hour)) && s.Deputies.Any(link => link.DeputyId == deputy.Id))
            .OrderBy(s => s.On).ThenBy(s => s.From).FirstOrDefaultAsync(cancellationToken);
        if (session is null)
        {
            return null;
        }

        List<int> others = [.. session.Deputies.Where(link => link.DeputyId != deputy.Id).OrderBy(link => link.Order).Select(link => link.DeputyId)];
        var names = await db.Deputies.Where(one => others.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
        return new NextSession(session.On, session.From, session.Until, session.Place, [.. others.Select(id => names[id])]);
    }

    private async Task<DeputyYear> YearAsync(LiaisonDbContext db, Rights rights, Deputy deputy, CancellationToken cancellationToken)
    {
        var year = clock.Today().Year;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var opinions = await Carried(db, rights, deputy).Where(o => o.Year == year).ToListAsync(cancellationToken);
        return new DeputyYear(
            year,
            await db.ContactSessions.CountAsync(
                s => s.Status == SessionStatus.Held && s.On >= first && s.On <= last && s.Deputies.Any(link => link.DeputyId == deputy.Id && link.Attended == true), cancellationToken),
            options.Value.ReceptionsExpected,
            OpinionCounts.Of([.. opinions.Select(o => (Standing.Of(o, clock.Today()), 1))]),
            await db.PerformanceReports.AsNoTracking().SingleOrDefaultAsync(report => report.DeputyId == deputy.Id && report.Year == year && report.Status != ReportStatus.Drafted, cancellationToken));
    }

    /// <summary>Of the deputy who reads all; of another those kept within the reader's scope.</summary>
    private static Task<int> InquiriesWaitingAsync(LiaisonDbContext db, Rights rights, Deputy deputy, CancellationToken cancellationToken)
    {
        var keeps = rights.For(Deed.KeepInquiries);
        List<int> stations = [.. keeps.Stations];
        var all = keeps.Everything || rights.OwnDeputies.Contains(deputy.Id);
        return db.Inquiries.CountAsync(inquiry => inquiry.DeputyId == deputy.Id && inquiry.Stage == InquiryStage.Asked && (all || stations.Contains(inquiry.StationId)), cancellationToken);
    }

    /// <summary>What ids are called.</summary>
    internal sealed record Names(IReadOnlyDictionary<int, string> Stations, IReadOnlyDictionary<int, string> Organs, IReadOnlyDictionary<int, string> Deputies);
}
