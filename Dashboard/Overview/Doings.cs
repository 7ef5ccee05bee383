using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>What goes on beside the counts, read at one moment but for 上年同期: what was done today and this month, by whom last, and who receives voters this week. No person is in it.</summary>
public sealed record Doings
{
    /// <summary>The day, in the district, they were read on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>By station id; a station that is missing has nothing.</summary>
    public required IReadOnlyDictionary<int, StationDoings> Stations { get; init; }

    /// <summary>此刻: the newest acts first. Acts of one kind that a station entered in one minute are one.</summary>
    public required IReadOnlyList<StationAct> Acts { get; init; }

    /// <summary>The receptions of this week that were not cancelled, in their order.</summary>
    public required IReadOnlyList<Reception> Receptions { get; init; }

    /// <summary>Whether receptions are kept here at all: if none ever was, no station is silent.</summary>
    public required bool KeepsReceptions { get; init; }

    /// <summary>上年同期: how far last year's opinions up to this day had come on it.</summary>
    public IReadOnlyDictionary<int, Progress> YearAgo { get; init; } = new Dictionary<int, Progress>();

    public Progress DoneToday => Progress.Sum(Stations.Values.Select(station => station.Today));

    public Progress DoneThisMonth => Progress.Sum(Stations.Values.Select(station => station.Month));

    public Progress AYearAgo => Progress.Sum(YearAgo.Values);

    public StationDoings Of(int stationId) => Stations.GetValueOrDefault(stationId, StationDoings.None);

    /// <summary>Those of the stations within a scope.</summary>
    public Doings Within(Reach reach) => reach.Everything ? this : this with
    {
        Stations = Stations.Where(station => reach.CoversStation(station.Key)).ToDictionary(),
        Acts = [.. Acts.Where(act => reach.CoversStation(act.StationId))],
        Receptions = [.. Receptions.Where(reception => reach.CoversStation(reception.StationId))],
        YearAgo = YearAgo.Where(station => reach.CoversStation(station.Key)).ToDictionary(),
    };
}

/// <param name="Today">件次, today.</param>
/// <param name="Month">件次, from the first of this month to today.</param>
/// <param name="Last">The last act entered there.</param>
/// <param name="LastReceptionOn">The day of the last reception held there.</param>
/// <param name="Due">What is due and late there.</param>
public sealed record StationDoings(Progress Today, Progress Month, StationAct? Last, DateOnly? LastReceptionOn, ChaseDue Due)
{
    public static StationDoings None { get; } = new(default, default, null, null, default);
}

/// <param name="StationId">Where.</param>
/// <param name="Act">What.</param>
/// <param name="At">When it was entered, UTC; of several the last.</param>
/// <param name="Category">Of the opinion; null where it has none, or where several differ.</param>
/// <param name="Times">How often in that minute.</param>
public sealed record StationAct(int StationId, OpinionAct Act, DateTime At, string? Category, int Times = 1);

/// <param name="Id">The reception.</param>
/// <param name="StationId">Where.</param>
/// <param name="On">The day.</param>
/// <param name="From">From when, by the clock in the district.</param>
/// <param name="Until">Until when.</param>
/// <param name="Deputies">How many are to be there.</param>
public sealed record Reception(int Id, int StationId, DateOnly On, TimeOnly From, TimeOnly Until, int Deputies);
