using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>最近一次: what a station did last (答复 10:42 today, 答复 11-20 before), or that it has long received nobody (静默), in words.</summary>
public readonly record struct LastSeen(string Words, bool IsSilent)
{
    internal static LastSeen Of(Station station, Doings doings, int silentWeeks)
    {
        var here = doings.Of(station.Id);
        return doings.KeepsReceptions && station.IsOpenOn(doings.Today) && LastReceptions.IsSilent(here.LastReceptionOn, doings.Today, silentWeeks)
            ? new(here.LastReceptionOn is { } last ? $"静默 {doings.Today.DayNumber - last.DayNumber} 天" : "还没有接待过", true)
            : new(here.Last is { } act ? $"{AsDoing(act.Act)} {When(act.At, doings.Today)}" : "", false);
    }

    internal static LastSeen Of(int stations) => new($"{stations} 个家站", false);

    /// <summary>10:42 today, 11-20 this year, 2024-11-20 before.</summary>
    internal static string When(DateTime at, DateOnly today)
    {
        var moment = ChinaTime.At(at);
        return moment.ToString(ChinaTime.DayOf(at) == today ? "HH:mm" : moment.Year == today.Year ? "MM-dd" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>An act as the board names it.</summary>
    internal static string AsDoing(OpinionAct act) => act is OpinionAct.FeedBack ? "反馈" : act.InWords();
}
