using System.Globalization;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A session of the district's People's Congress, as an office sets it: a congress year goes from one to the next.</summary>
public sealed class CongressSession
{
    /// <summary>第十七届第六次会议.</summary>
    public string Name { get; init; } = "";

    /// <summary>The day it opened, yyyy-MM-dd.</summary>
    public string OpenedOn { get; init; } = "";

    internal DateOnly? Day => DateOnly.TryParseExact(OpenedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

internal static class CongressYears
{
    /// <summary>从一次会议到下一次会议: each congress year by the session it begins with, newest first; the last lasts until a day.</summary>
    public static IReadOnlyList<BookPeriod> Of(IEnumerable<CongressSession> sessions, DateOnly today)
    {
        List<CongressSession> inOrder = [.. sessions.Where(session => session.Day <= today).OrderBy(session => session.Day)];
        return
        [
            .. inOrder.Select((session, place) => place + 1 < inOrder.Count
                ? BookPeriod.Between(session.Day!.Value, inOrder[place + 1].Day!.Value.AddDays(-1), $"{session.Name}至{inOrder[place + 1].Name}")
                : BookPeriod.Between(session.Day!.Value, today, $"{session.Name}以来")).Reverse(),
        ];
    }

    /// <summary>The congress year that begins with a session of that name.</summary>
    public static BookPeriod Named(IReadOnlyList<CongressSession> sessions, string name, DateOnly today) =>
        Of(sessions.Where(session => session.Name != ""), today).FirstOrDefault(period => period.Name.StartsWith(name, StringComparison.Ordinal))
        ?? throw new RuleBrokenException($"设置 Liaison:CongressSessions 里没有已经召开的“{name}”。");
}
