using System.Text;
using Ical.Net.CalendarComponents;
using VoterLiaison.Domain.Activities;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>The text a calendar app reads, looked at as it goes out and as Ical.Net reads it back.</summary>
public sealed class CalendarDocumentTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Uri Site = new("https://liaison.example");

    [Fact]
    public void Lines_end_as_the_standard_says_and_none_is_longer_than_75_octets()
    {
        var text = Write([Session() with { Place = string.Concat(Enumerable.Repeat("八角街道办事处二层接待室", 20)), With = ["顾砚清", "陶知言", "裴见微"] }]);

        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Equal(240, Assert.Single(Read(text)).Location!.Length);
    }

    [Fact]
    public void A_session_says_when_in_UTC_where_and_with_whom()
    {
        var text = Write([Session() with { Place = "二层,东侧;接待室\\1", With = ["顾砚清", "陶知言"] }]);

        Assert.Contains("DTSTART:20260310T010000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTEND:20260310T033000Z\r\n", text, StringComparison.Ordinal);
        var session = Assert.Single(Read(text));
        Assert.Equal(
            ("接待选民：八角代表之家", "二层,东侧;接待室\\1", "接待代表：顾砚清、陶知言\n方式：约谈", "CONFIRMED"),
            (session.Summary, session.Location, session.Description, session.Status));
    }

    [Fact]
    public void A_session_that_is_moved_or_cancelled_stays_the_same_event()
    {
        var planned = Assert.Single(Read(Write([Session()])));
        var moved = Assert.Single(Read(Write([Session() with { On = Today.AddDays(20), Version = 1 }])));
        var cancelled = Assert.Single(Read(Write([Session() with { Status = SessionStatus.Cancelled, CancelReason = "场地检修", Version = 2 }])));

        Assert.Equal((planned.Uid, planned.Uid), (moved.Uid, cancelled.Uid));
        Assert.Equal((0, 1, 2), (planned.Sequence, moved.Sequence, cancelled.Sequence));
        Assert.Equal(("CANCELLED", "已取消：接待选民：八角代表之家"), (cancelled.Status, cancelled.Summary));
        Assert.StartsWith("已取消：场地检修\n", cancelled.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_owed_by_a_day_is_one_event_of_the_whole_day()
    {
        var text = Write([], [
            new(DueKind.Tell, Today, "2026-BJ01-0002"), new(DueKind.Tell, Today, "2026-BJ01-0001"), new(DueKind.Tell, Today, null),
            new(DueKind.Answer, Today, "2026-BJ01-0003"), new(DueKind.Answer, Today.AddDays(-1), "2026-BJ01-0004")]);

        Assert.Contains("DTSTART;VALUE=DATE:20260302\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20260303\r\n", text, StringComparison.Ordinal);
        var days = Read(text);
        Assert.Equal(["应收到答复：1件（已过期限）", "请告知选民：3件（最晚今天）", "应收到答复：1件（最晚今天）"], days.Select(day => day.Summary));
        Assert.Equal(
            "2026-BJ01-0001 https://liaison.example/opinions/2026-BJ01-0001\n2026-BJ01-0002 https://liaison.example/opinions/2026-BJ01-0002\n1件在别的家站收集，请登录后查看。",
            days[1].Description);
        Assert.Equal(("https://liaison.example/opinions", "https://liaison.example/opinions/2026-BJ01-0003"), ($"{days[1].Url}", $"{days[2].Url}"));
        Assert.Equal(3, days.Select(day => day.Uid).Distinct().Count());
        Assert.All(days, day => Assert.Equal("TRANSPARENT", day.Transparency));
    }

    [Fact]
    public void The_same_rows_make_the_same_text_and_an_empty_calendar_says_why()
    {
        Assert.Equal(Write([Session()]), Write([Session()]));

        var empty = CalendarDocument.Write(new FeedContent("deputy-1", "顾砚清代表的接待和期限", "这份日历已经停用。", [], []), Site, Today);
        Assert.Contains("X-WR-CALDESC:这份日历已经停用。\r\n", empty, StringComparison.Ordinal);
        Assert.Contains("X-WR-CALNAME:顾砚清代表的接待和期限\r\n", empty, StringComparison.Ordinal);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", empty, StringComparison.Ordinal);
        Assert.Contains("X-PUBLISHED-TTL:PT1H\r\n", empty, StringComparison.Ordinal);
        Assert.Empty(Read(empty));
    }

    private static FeedSession Session() => new(
        12, 0, new DateOnly(2026, 3, 10), new TimeOnly(9, 0), new TimeOnly(11, 30), "八角代表之家", "二层接待室", ContactForm.Talk, SessionStatus.Planned, null, ["顾砚清"]);

    private static string Write(IReadOnlyList<FeedSession> sessions, params IReadOnlyList<FeedDue> due) =>
        CalendarDocument.Write(new FeedContent("deputy-1", "顾砚清代表的接待和期限", null, sessions, due), Site, Today);

    private static List<CalendarEvent> Read(string text) => [.. Ical.Net.Calendar.Load(text)!.Events];
}
