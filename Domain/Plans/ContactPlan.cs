using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Domain.Plans;

/// <summary>接待计划: what a unit intends in a year along one of the five ways (第五条), session by session.</summary>
public sealed class ContactPlan
{
    private const int DaysToTheSameWeekNextYear = 364;

    private readonly List<PlannedSession> _sessions = [];

    /// <exception cref="RuleBrokenException">The title is missing, or the year is none.</exception>
    public ContactPlan(int unitId, int year, ContactWay way, string title, string note)
    {
        Rule.Require(year is >= 1990 and <= 2999, "请填写年度。");
        (UnitId, Year, Way) = (unitId, year, way);
        Title = Rule.Written(title, "请填写计划名称。");
        Note = note.Trim();
    }

    public int Id { get; private set; }

    public int UnitId { get; private set; }

    public int Year { get; private set; }

    public ContactWay Way { get; private set; }

    public string Title { get; private set; }

    public string Note { get; private set; }

    /// <summary>The plan it was copied from, if it was: nobody copies the same plan into the same year twice.</summary>
    public int? CopiedFromId { get; private set; }

    /// <summary>Rises by one with each act.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<PlannedSession> Sessions => _sessions;

    /// <exception cref="RuleBrokenException">The title is missing.</exception>
    public void Describe(ContactWay way, string title, string note)
    {
        Title = Rule.Written(title, "请填写计划名称。");
        (Way, Note) = (way, note.Trim());
        Version++;
    }

    /// <summary>Adds a line; whatever is settled of it so far.</summary>
    /// <exception cref="RuleBrokenException">The day is not of the plan's year, the hours are the wrong way round, or a deputy is named twice.</exception>
    public PlannedSession Add(PlanLineFacts facts)
    {
        RequireOfYear(facts);
        var line = PlannedSession.Of(facts);
        _sessions.Add(line);
        Version++;
        return line;
    }

    /// <exception cref="RuleBrokenException">As for <see cref="Add"/>; or it was published already.</exception>
    public void Change(PlannedSession line, PlanLineFacts facts)
    {
        RequireOfYear(facts);
        line.Settle(facts);
        Version++;
    }

    /// <exception cref="RuleBrokenException">It was published already.</exception>
    public void Remove(PlannedSession line)
    {
        Rule.Require(line.SessionId is null, "这一场已经公布，请在接待安排里取消，并写明原因。");
        _sessions.Remove(line);
        Version++;
    }

    /// <summary>公布: the line becomes a session that voters can see. The caller tells the line the key of its session: <see cref="PlannedSession.BecameSession"/>.</summary>
    /// <param name="line">A line of this plan.</param>
    /// <param name="station">The line's station.</param>
    /// <param name="deputies">The line's deputies, in their order.</param>
    /// <param name="signature">Who publishes, and when.</param>
    /// <exception cref="RuleBrokenException">People, time or place is lacking, and the sentence says which; it was published already; the day has passed; or as for <see cref="ContactSession.Plan"/>.</exception>
    public ContactSession Publish(PlannedSession line, Station? station, IReadOnlyList<Deputy> deputies, Signature signature)
    {
        Rule.Require(line.SessionId is null, "这一场已经公布。");
        Rule.Require(line.Lacking.Count == 0 && station is not null, WhatLacks(line));
        Rule.Require(line.On >= signature.Today, $"{line.On:M月d日}已经过了，不能再公布。");
        Version++;
        var facts = new SessionFacts(line.On!.Value, line.From!.Value, line.Until!.Value, line.Place, line.Form, deputies) { Way = Way, TopicId = line.TopicId, Title = line.Title, PlanId = Id };
        return ContactSession.Plan(station, facts, signature);
    }

    /// <summary>The same plan for another year: the same weeks and weekdays (364 days later for each year), nothing published.</summary>
    /// <param name="year">The year it is for.</param>
    /// <param name="inOffice">Whether a deputy still receives voters; who does not is left out.</param>
    /// <param name="isOpen">Whether a station is still open; the line of one that is not lacks its place.</param>
    /// <exception cref="RuleBrokenException">It is the plan's own year, or an earlier one.</exception>
    public ContactPlan CopyTo(int year, Predicate<int> inOffice, Predicate<int> isOpen)
    {
        Rule.Require(year > Year, $"这是{Year}年的计划，只能复制到以后的年度。");
        var copy = new ContactPlan(UnitId, year, Way, Title.Replace($"{Year}", $"{year}", StringComparison.Ordinal), Note) { CopiedFromId = Id };
        foreach (var facts in _sessions.OrderBy(line => line.On).ThenBy(line => line.From).Select(line => line.Facts))
        {
            var stationId = facts.StationId is { } id && isOpen(id) ? facts.StationId : null;
            var on = facts.On?.AddDays(DaysToTheSameWeekNextYear * (year - Year));
            copy.Add(facts with
            {
                On = on?.Year == year ? on : null, // the first days of a year may fall into the year before
                StationId = stationId,
                Place = stationId is null ? "" : facts.Place,
                TopicId = null,
                DeputyIds = [.. facts.DeputyIds.Where(deputy => inOffice(deputy))],
            });
        }

        return copy;
    }

    /// <summary>What is lacking of a line, as a sentence.</summary>
    public static string WhatLacks(PlannedSession line) => line.Lacking switch
    {
        [] => "人员、时间、地点都已落实。",
        var parts => $"还没有落实{string.Join('、', parts.Select(InWords))}，不能公布。",
    };

    private static string InWords(SettledPart part) => part switch
    {
        SettledPart.People => "人员",
        SettledPart.Time => "时间",
        SettledPart.Place => "地点",
    };

    private void RequireOfYear(PlanLineFacts facts) => Rule.Require(facts.On is null || facts.On.Value.Year == Year, $"这是{Year}年的计划，日期要在{Year}年里。");
}
