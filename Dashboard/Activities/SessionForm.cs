using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>What a clerk keys in to plan a reception: people, time and place.</summary>
public sealed record SessionForm
{
    public int StationId { get; set; }
    public DateOnly On { get; set; }
    public TimeOnly? From { get; set; }
    public TimeOnly? Until { get; set; }
    public string Place { get; set; } = "";
    public ContactForm Form { get; set; } = ContactForm.Talk;
    public List<int> DeputyIds { get; set; } = [];

    /// <summary>第五条; null for ordinary reception.</summary>
    public ContactWay? Way { get; set; }
    public int? TopicId { get; set; }

    /// <summary>活动名称.</summary>
    public string Title { get; set; } = "";

    /// <summary>Why it is moved.</summary>
    public string Reason { get; set; } = "";

    internal async Task<SessionFacts> FactsAsync(LiaisonDbContext db)
    {
        Rule.Require(TopicId is not { } topic || await db.Topics.AnyAsync(known => known.Id == topic), "请重新选择议题。");
        return From is { } from && Until is { } until
            ? new SessionFacts(On, from, until, Place, Form, await db.DeputiesAsync(DeputyIds)) { Way = Way, TopicId = TopicId, Title = Title }
            : throw new RuleBrokenException("还没有落实时间：请填写几点到几点。");
    }
}

/// <summary>Which reception a person acts on, and as of which change they saw it.</summary>
public sealed record SeenSession(int Id, int Version);
