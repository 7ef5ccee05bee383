using System.ComponentModel.DataAnnotations;
using VoterLiaison.Dashboard.Books;

namespace VoterLiaison.Dashboard;

/// <summary>Each session has a name and a day, and no two have one in common.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KnownCongressSessionsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value)
    {
        var sessions = (value as IReadOnlyList<CongressSession>) ?? [];
        ErrorMessage = "Liaison:CongressSessions 的每次会议都要有 Name（名称）和 OpenedOn（开幕日期，如 2026-01-12），名称和日期不能重复。";
        return sessions.All(session => session is { Name.Length: > 0, Day: not null })
            && sessions.DistinctBy(session => session.Name).Count() == sessions.Count
            && sessions.DistinctBy(session => session.Day).Count() == sessions.Count;
    }
}
