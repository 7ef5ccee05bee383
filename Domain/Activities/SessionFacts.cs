using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;

namespace VoterLiaison.Domain.Activities;

/// <summary>People, time and place (三落实).</summary>
public sealed record SessionFacts(DateOnly On, TimeOnly From, TimeOnly Until, string Place, ContactForm Form, IReadOnlyList<Deputy> Deputies)
{
    /// <summary>第五条; null for ordinary reception.</summary>
    public ContactWay? Way { get; init; }

    public int? TopicId { get; init; }

    /// <summary>活动名称; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The plan it comes from.</summary>
    public int? PlanId { get; init; }
}

/// <summary>How a session went.</summary>
/// <param name="Attended">The deputies who were there, planned or not.</param>
/// <param name="VoterTimes">接待人次.</param>
/// <param name="Notes">情况记录; may be empty.</param>
/// <param name="Correction">Why it is entered again; owed where it was entered before.</param>
public sealed record HeldFacts(IReadOnlyList<Deputy> Attended, int VoterTimes, string Notes = "", string Correction = "")
{
    /// <summary>方式, as it was in the end; null as it was planned.</summary>
    public ContactForm? Form { get; init; }
}

/// <summary>方式 (第八条五).</summary>
public enum ContactForm
{
    /// <summary>约谈.</summary>
    Talk = 1,

    /// <summary>座谈.</summary>
    Symposium,

    /// <summary>走访.</summary>
    Visit,

    /// <summary>网络.</summary>
    Online,
}

public enum SessionStatus
{
    Planned = 1,

    Held,

    Cancelled,
}
