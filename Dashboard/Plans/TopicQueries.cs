using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Plans;

namespace VoterLiaison.Dashboard.Plans;

/// <summary>Topics, and what voters said about one, as far as the reader's scope goes.</summary>
public sealed class TopicQueries(IDbContextFactory<LiaisonDbContext> contexts, Doorkeeper doorkeeper, TimeProvider clock)
{
    public const int WordsShown = 50;

    /// <summary>All topics, the latest year first; the numbers are of what the person may read.</summary>
    public async Task<IReadOnlyList<TopicRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        if (!rights.May(Deed.PlanContacts))
        {
            return [];
        }

        var opinions = db.Opinions.Within(rights.For(Deed.ReadOpinions));
        var sessions = db.ContactSessions.Within(rights.For(Deed.PlanSessions));
        return await db.Topics.AsNoTracking().OrderByDescending(topic => topic.Year).ThenBy(topic => topic.Id)
            .Select(topic => new TopicRow(topic, opinions.Count(o => o.TopicId == topic.Id), sessions.Count(s => s.TopicId == topic.Id && s.Status != SessionStatus.Cancelled)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>One topic with what voters said about it; null where there is none.</summary>
    public async Task<TopicDetail?> TopicAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rights = await doorkeeper.RightsAsync(db, cancellationToken);
        if (!rights.May(Deed.PlanContacts) || await db.Topics.AsNoTracking().SingleOrDefaultAsync(topic => topic.Id == id, cancellationToken) is not { } topic)
        {
            return null;
        }

        var today = clock.Today();
        List<int> own = [.. rights.OwnDeputies];
        var opinions = db.Opinions.AsNoTracking().Within(rights.For(Deed.ReadOpinions)).Where(o => o.TopicId == id);
        var counts = await CountQueries.CountAsync(opinions.Select(o => new Placed<int> { Place = id, Opinion = o }), today, cancellationToken);
        var said = await opinions.Include(o => o.Voters).ThenInclude(link => link.Voter).OrderByDescending(o => o.CollectedOn).ThenBy(o => o.Number).Take(WordsShown).ToListAsync(cancellationToken);
        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(category => category.Id, category => category.Name, cancellationToken);
        var stations = await db.Stations.AsNoTracking().ToDictionaryAsync(station => station.Id, station => station.Name, cancellationToken);
        var sessions = await db.ContactSessions.AsNoTracking().Within(rights.For(Deed.PlanSessions)).Where(s => s.TopicId == id).OrderBy(s => s.On).ThenBy(s => s.From).ToListAsync(cancellationToken);
        return new TopicDetail(
            topic,
            counts.GetValueOrDefault(id, OpinionCounts.None),
            [.. said.Select(o => new TopicVoice(o.Number, o.ConcernsDeputyId is { } deputy && own.Contains(deputy) ? o.WithoutTraces(o.Words) : o.Words, o.CollectedOn, stations[o.StationId], o.CategoryId is { } category ? categories[category] : "未归类", o.Stage, o.Outcome))],
            [.. sessions.Select(session => new TopicSession(session, stations[session.StationId]))]);
    }
}

public sealed record TopicRow(Topic Topic, int Opinions, int Sessions);

/// <summary>A topic: its numbers by the measures that count everywhere, the latest voices up to <see cref="TopicQueries.WordsShown"/>, and its sessions.</summary>
public sealed record TopicDetail(Topic Topic, OpinionCounts Counts, IReadOnlyList<TopicVoice> Voices, IReadOnlyList<TopicSession> Sessions);

/// <summary>What a voter said about a topic.</summary>
public sealed record TopicVoice(string Number, string Words, DateOnly CollectedOn, string Station, string Category, OpinionStage Stage, AnswerOutcome? Outcome);

public sealed record TopicSession(ContactSession Session, string Station);
