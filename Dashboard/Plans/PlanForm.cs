using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Plans;

namespace VoterLiaison.Dashboard.Plans;

/// <summary>What is keyed in of a plan as a whole.</summary>
public sealed class PlanForm
{
    public int UnitId { get; set; }
    public int Year { get; set; }
    public ContactWay? Way { get; set; }
    public string Title { get; set; } = "";
    public string Note { get; set; } = "";
}

/// <summary>What is keyed in of a line; anything may still be lacking.</summary>
public sealed record LineForm
{
    public int StationId { get; set; }
    public DateOnly? On { get; set; }
    public TimeOnly? From { get; set; }
    public TimeOnly? Until { get; set; }
    public string Place { get; set; } = "";
    public ContactForm Form { get; set; } = ContactForm.Talk;
    public int TopicId { get; set; }
    public string Title { get; set; } = "";
    public List<int> DeputyIds { get; set; } = [];

    public PlanLineFacts Facts => new()
    {
        StationId = StationId == 0 ? null : StationId,
        On = On,
        From = From,
        Until = Until,
        Place = Place,
        Form = Form,
        TopicId = TopicId == 0 ? null : TopicId,
        Title = Title,
        DeputyIds = DeputyIds,
    };

    public static LineForm Of(PlanLineFacts facts) => new()
    {
        StationId = facts.StationId ?? 0,
        On = facts.On,
        From = facts.From,
        Until = facts.Until,
        Place = facts.Place,
        Form = facts.Form,
        TopicId = facts.TopicId ?? 0,
        Title = facts.Title,
        DeputyIds = [.. facts.DeputyIds],
    };
}

/// <summary>Which line a person acts on, and as they saw it.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="LineId">The line.</param>
/// <param name="Mark">What stood in it.</param>
public sealed record SeenLine(int PlanId, int LineId, string Mark)
{
    public static SeenLine Of(PlannedSession line) => new(line.PlanId, line.Id, MarkOf(line.Facts));

    internal static string MarkOf(PlanLineFacts facts) =>
        $"{facts.StationId}|{facts.On:O}|{facts.From:O}|{facts.Until:O}|{facts.Form}|{facts.TopicId}|{string.Join(',', facts.DeputyIds)}|{facts.Title}|{facts.Place}";
}
