using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Calendar;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>A calendar as phones and computers read it (RFC 5545).</summary>
/// <remarks>The same rows on the same day make the same text. An event keeps its UID whatever becomes of it, so that it moves and does not double.</remarks>
public static class CalendarDocument
{
    private const string AskAgain = "PT1H";
    private const string Utc = "UTC";

    /// <param name="content">What stands in it.</param>
    /// <param name="site">Where its links lead.</param>
    /// <param name="today">The day in the district.</param>
    public static string Write(FeedContent content, Uri site, DateOnly today)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//VoterLiaison//Calendar feed//ZH", Method = "PUBLISH", Scale = "GREGORIAN" };
        calendar.AddProperty("X-WR-CALNAME", content.Name);
        calendar.AddProperty("X-WR-TIMEZONE", "Asia/Shanghai");
        calendar.AddProperty("X-PUBLISHED-TTL", AskAgain);
        var again = new CalendarProperty("REFRESH-INTERVAL", AskAgain);
        again.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(again);
        if (content.Note is { } note)
        {
            calendar.AddProperty("X-WR-CALDESC", note);
        }

        var made = MomentOf(today, TimeOnly.MinValue);
        calendar.Events.AddRange(content.Sessions.Select(session => EventOf(session, made)));
        calendar.Events.AddRange(content.DueDates.GroupBy(due => (due.On, due.Kind)).OrderBy(day => day.Key).Select(day => EventOf(content, day.Key.Kind, day.Key.On, [.. day], site, today, made)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(FeedSession session, CalDateTime made) => new()
    {
        Uid = $"liaison-session-{session.Id}",
        DtStamp = made,
        Sequence = session.Version,
        Start = MomentOf(session.On, session.From),
        End = MomentOf(session.On, session.Until),
        Summary = session.Status is SessionStatus.Cancelled ? $"已取消：接待选民：{session.Station}" : $"接待选民：{session.Station}",
        Location = session.Place,
        Description = string.Join('\n', new[]
        {
            session.CancelReason is { } reason ? $"已取消：{reason}" : null,
            session.Moved is { } moved ? $"改期：{moved}" : null,
            $"接待代表：{string.Join('、', session.With)}",
            $"方式：{session.Form.InWords()}",
        }.OfType<string>()),
        Status = session.Status is SessionStatus.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
    };

    private static CalendarEvent EventOf(FeedContent content, DueKind kind, DateOnly on, IReadOnlyList<FeedDue> due, Uri site, DateOnly today, CalDateTime made)
    {
        var numbers = due.Select(one => one.Number).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var elsewhere = due.Count - numbers.Count;
        return new CalendarEvent
        {
            Uid = $"liaison-{content.Key}-{kind.ToString().ToLowerInvariant()}-{on:yyyy-MM-dd}",
            DtStamp = made,
            Start = new CalDateTime(on),
            End = new CalDateTime(on.AddDays(1)),
            Transparency = TransparencyType.Transparent,
            Summary = $"{kind.InWords()}：{due.Count}件（{(on < today ? "已过期限" : "最晚今天")}）",
            Description = string.Join('\n', numbers.Select(number => $"{number} {LinkTo(number)}").Concat(elsewhere > 0 ? [$"{elsewhere}件在别的家站收集，请登录后查看。"] : [])),
            Url = numbers is [var only] && elsewhere == 0 ? LinkTo(only) : new Uri(site, Addresses.Opinions()),
        };

        Uri LinkTo(string number) => new(site, Addresses.Opinion(number));
    }

    /// <summary>In UTC, so that no calendar app needs to know the zone.</summary>
    private static CalDateTime MomentOf(DateOnly day, TimeOnly time)
    {
        var utc = ChinaTime.StartOf(day) + time.ToTimeSpan();
        return new CalDateTime(DateOnly.FromDateTime(utc), TimeOnly.FromDateTime(utc), Utc);
    }
}
