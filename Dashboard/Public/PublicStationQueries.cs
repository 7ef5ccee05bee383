using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Calendar;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Public;

/// <summary>第八条: the homes and stations, as everybody may know them. Nobody is signed in here.</summary>
public sealed class PublicStationQueries(IDbContextFactory<LiaisonDbContext> contexts, CalendarQueries calendars, TimeProvider clock)
{
    private const int DaysOfNews = 365;

    /// <summary>The units in official order with their open stations, the Home first.</summary>
    public async Task<IReadOnlyList<PublicUnit>> ByUnitAsync(CancellationToken cancellationToken = default)
    {
        var now = ChinaTime.At(clock.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(now);
        var calendar = await calendars.WorkCalendarAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var stations = await db.Stations.AsNoTracking().OrderBy(station => station.Kind).ThenBy(station => station.Code).ToListAsync(cancellationToken);
        var photos = (await db.Pictures.Where(picture => picture.StationId != null).OrderBy(picture => picture.Id)
            .Select(picture => new { Station = picture.StationId!.Value, Photo = new StationPhoto(picture.Id, picture.Width, picture.Height) }).ToListAsync(cancellationToken)).ToLookup(one => one.Station, one => one.Photo);
        var names = stations.ToDictionary(station => station.Id, station => station.Name);
        return
        [
            .. from unit in units
               let own = stations.Where(station => station.UnitId == unit.Id).ToList()
               let open = own.Where(station => station.IsOpenOn(today)).ToList()
               where open.Count > 0
               select new PublicUnit(
                   unit.Code,
                   unit.ShortName,
                   [.. open.Select(station => new PublicStation(station, NextOpen(station), photos[station.Id].LastOrDefault()))],
                   [.. own.Where(station => station.ClosedOn is { } closed && closed <= today && closed >= today.AddDays(-DaysOfNews)).Select(Gone)]),
        ];

        DateOnly? NextOpen(Station station) =>
            OpeningHours.Read(station.OpeningHours)?.NextOpen(now, calendar, station.OpenedOn) is { } next && station.IsOpenOn(next) ? next : null;

        string Gone(Station station) => station.SuccessorId is { } successor
            ? $"{station.Name}已在{station.ClosedOn:yyyy年M月d日}并入{names[successor]}，没办完的意见由{names[successor]}接着办。"
            : $"{station.Name}已在{station.ClosedOn:yyyy年M月d日}停用。";
    }
}

/// <param name="Code">联系单位代码.</param>
/// <param name="Name">As it is called for short.</param>
/// <param name="Stations">Open ones, the Home first.</param>
/// <param name="Gone">Merged and closed in the last year, in words.</param>
public sealed record PublicUnit(string Code, string Name, IReadOnlyList<PublicStation> Stations, IReadOnlyList<string> Gone);

/// <param name="Station">As it is published.</param>
/// <param name="NextOpen">The next day it is open, where its hours could be read.</param>
/// <param name="Photo">照片, the latest one; null where there is none.</param>
public sealed record PublicStation(Station Station, DateOnly? NextOpen, StationPhoto? Photo);

/// <summary>A photo and its size, which keeps its place on the page until it has come.</summary>
public sealed record StationPhoto(int Id, int Width, int Height);
