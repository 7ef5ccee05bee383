using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Opinions;

/// <content>How every act is carried out: once per submission, on the opinion as it was seen, in one transaction.</content>
public sealed partial class OpinionDesk
{
    private Task ActAsync(OpinionAct what, Seen seen, Action<Opinion, Stamp> act, string? inNameOf = null) => ActAsync(
        what,
        seen,
        (_, opinion, stamp) =>
        {
            act(opinion, stamp);
            return Task.CompletedTask;
        },
        inNameOf);

    private Task ActAsync(OpinionAct what, Seen seen, Func<Writing, Opinion, Stamp, Task> act, string? inNameOf = null) => door.WriteAsync(AccessPolicy.DeedOf(what), async writing =>
    {
        var db = writing.Db;
        if (await db.ActedOnAsync(seen.Submission) is not null)
        {
            return;
        }

        var opinion = await WithJourneys(db).SingleOrDefaultAsync(o => o.Id == seen.OpinionId) ?? throw new RuleBrokenException(NotFound);
        RequireWithin(writing, opinion);
        if (opinion.Version != seen.Version)
        {
            var meanwhile = await db.Set<HistoryEntry>().AsNoTracking()
                .Where(entry => entry.OpinionId == opinion.Id && entry.Sequence > seen.Version).OrderBy(entry => entry.Sequence).ToListAsync();
            if (!meanwhile.TrueForAll(entry => entry.Act is OpinionAct.FallOverdue or OpinionAct.Urge)) // neither is a reason to think again
            {
                throw new ChangedMeanwhileException(meanwhile);
            }
        }

        await act(writing, opinion, Stamped(writing, seen.Submission));
        await writing.RecordAsync(AuditAct.OpinionActed, About(opinion), what.InWords() + (inNameOf is null ? "" : $"（代{inNameOf}代表）"));
    });

    private const string NotFound = "没有找到这件意见。";

    /// <summary>What lies outside is not there; what may be read but not acted on is said.</summary>
    private static void RequireWithin(Writing writing, Opinion opinion)
    {
        if (!writing.Reach.Covers(opinion))
        {
            throw new OutOfReachException(writing.Who.Rights.For(Deed.ReadOpinions).Covers(opinion) ? "这件意见不由您办这件事。" : NotFound, About(opinion));
        }
    }

    /// <summary>Staff collect at their stations; a deputy where they receive voters, and what they will carry themselves.</summary>
    private static async Task RequireMayCollectAsync(Writing writing, Station station, CollectedFacts facts)
    {
        List<int> own = [.. facts.Deputies.Select(deputy => deputy.Id).Where(writing.Reach.Deputies.Contains)];
        if (!writing.Reach.CoversStation(station.Id)
            && !await writing.Db.Deputies.AnyAsync(deputy => own.Contains(deputy.Id) && deputy.Stations.Any(link => link.StationId == station.Id)))
        {
            throw new OutOfReachException("请选择家站。", $"家站 {station.Code}");
        }
    }

    /// <summary>What was said at once stands in the history by the same commit, or nothing does.</summary>
    private async Task TellOnTheSpotAsync(Writing writing, Opinion opinion, CollectForm form)
    {
        if (form.Told is not { } told)
        {
            return;
        }

        if (!writing.Who.Rights.For(Deed.Explain).Covers(opinion))
        {
            throw new OutOfReachException("您的账号不能登记现场答复。", About(opinion));
        }

        told.Tell(opinion, form.On, Stamped(writing, Guid.NewGuid()));
        await writing.RecordAsync(AuditAct.OpinionActed, About(opinion), told.Act.InWords());
    }

    private static string About(Opinion opinion) => $"意见 {opinion.Number}";

    internal Stamp Stamped(Writing writing, Guid submission) => new(writing.Who.Name, writing.At, options.Value.Limits, submission);

    internal static IQueryable<Opinion> WithJourneys(LiaisonDbContext db) => db.Opinions
        .Include(o => o.Deputies)
        .Include(o => o.Forwardings.OrderBy(f => f.Id)).ThenInclude(f => f.Answers.OrderBy(a => a.Id))
        .Include(o => o.Feedbacks.OrderBy(f => f.Id))
        .AsSplitQuery();

    private static async Task TellFollowersAsync(LiaisonDbContext db, Opinion lead, DateOnly on, Stamp stamp)
    {
        if (!lead.HasWordForFollowers)
        {
            return;
        }

        foreach (var follower in await WithJourneys(db).Where(o => o.LeadOpinionId == lead.Id).ToListAsync())
        {
            follower.HearFromLead(lead, on, stamp with { Submission = null });
        }
    }

    private static async Task<OpinionSeries> SeriesAsync(LiaisonDbContext db, int stationId, int year)
    {
        var series = await db.OpinionSeriesAsync(stationId, year);
        if (series is null)
        {
            series = new OpinionSeries(stationId, year);
            db.OpinionSeries.Add(series);
        }

        return series;
    }

    private static async Task<CollectedFacts> FactsAsync(LiaisonDbContext db, CollectForm form)
    {
        var session = form.SessionId is { } id ? await SessionAsync(db, id, form) : null;
        return new CollectedFacts
        {
            Words = form.Words,
            On = form.On,
            Source = form.Source,
            Subject = form.Subject,
            Category = form.CategoryId is { } category ? await db.CategoryAsync(category) : null,
            Deputies = await db.DeputiesAsync(form.DeputyIds),
            Concerns = form.ConcernsDeputyId is { } deputy ? (await db.DeputiesAsync([deputy]))[0] : null,
            Voters = await VotersAsync(db, form.Voters),
            Headcount = form.Headcount,
            SessionId = session?.Id,
            TopicId = session?.TopicId,
        };
    }

    private static async Task<ContactSession> SessionAsync(LiaisonDbContext db, int id, CollectForm form)
    {
        var session = await db.ContactSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) ?? throw new RuleBrokenException("没有找到这一场接待。");
        session.RequireSaidHere(form.StationId, form.On);
        return session;
    }

    /// <summary>The same name with the same phone is the same voter; without a phone nobody can tell.</summary>
    private static async Task<IReadOnlyList<Voter>> VotersAsync(LiaisonDbContext db, IEnumerable<VoterForm> forms)
    {
        var voters = new List<Voter>();
        foreach (var form in forms.Where(form => form.IsSomebody))
        {
            var voter = new Voter(form.Name, form.Phone, form.Community);
            if (voter.Phone.Length == 0)
            {
                voters.Add(voter);
            }
            else if (!voters.Exists(named => named.Phone == voter.Phone && named.Name == voter.Name))
            {
                voters.Add(await db.VoterAsync(voter.Name, voter.Phone) ?? voter);
            }
        }

        return voters;
    }

    private static string InWords(ForwardingFacts facts) => $"{facts.Channel.InWords()}。{facts.InWords()}";

    private static string InWords(FeedbackFacts facts) =>
        $"{facts.GivenBy.Trim()}{facts.Means.InWords()}告知选民。"
        + (string.IsNullOrWhiteSpace(facts.Explanation) ? "" : $"解释说明：{facts.Explanation.Trim()}")
        + (facts.Rating is { } rating ? $"　选民评价：{rating.InWords()}" : "");
}
