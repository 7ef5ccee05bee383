using VoterLiaison.Dashboard.Public;

namespace VoterLiaison.Dashboard;

/// <content>The voters' pages: open to anybody, plain HTML, without a circuit.</content>
public static partial class Addresses
{
    public const string PublicHome = "/public";
    public const string PublicStationsPattern = "/public/stations";
    public const string PublicDeputiesPattern = "/public/deputies";
    public const string PublicSchedulePattern = "/public/schedule";
    public const string PublicScheduleFilePattern = "/public/schedule.ics";
    public const string PublicAccepted = "/public/accepted";
    public const string PublicNoticesPattern = "/public/notices";
    public const string PublicFiguresPattern = "/public/figures";
    public const string PublicPrivacy = "/public/privacy";

    /// <summary>提意见, for voters.</summary>
    public const string PublicSpeakPattern = "/public/speak";

    /// <summary>查回音: what became of it, by number and code, which are only ever posted.</summary>
    public const string PublicReceipt = "/public/receipt";

    /// <summary>Turns the large type on or off, and leads back.</summary>
    public const string PublicTypePattern = "/public/type";

    /// <summary>办理公示, for the office.</summary>
    public const string NoticesPattern = "/notices";

    /// <summary>Any other address under it: said in the voters' own page.</summary>
    public const string PublicElsewherePattern = "/public/{*elsewhere}";

    /// <summary>Writing to a station or a deputy, or to whichever the voter chooses.</summary>
    public static string PublicSpeak(string? station = null, int? deputy = null) => With(PublicSpeakPattern, ("station", station), ("deputy", Text(deputy)));

    /// <summary>The home with the stations of one unit open before the reader.</summary>
    public static string PublicHomeOf(string unit) => With(PublicHome, ("unit", unit));

    /// <summary>The stations of a unit; of all without one.</summary>
    public static string PublicStations(string? unit = null) => With(PublicStationsPattern, ("unit", unit));

    public static string PublicDeputies(DeputyAddress list) => With(PublicDeputiesPattern, ("q", list.Text), ("unit", list.Unit), ("station", list.Station), ("district", Text(list.District)));

    public static string PublicSchedule(ScheduleAddress list) => Schedule(PublicSchedulePattern, list, list.WeekKey);

    /// <summary>The week of a day, which prints as a sheet for the door.</summary>
    public static string PublicWeek(DateOnly day, string? unit = null, string? station = null) => PublicSchedule(new ScheduleAddress(ScheduleAddress.MondayOf(day), unit, station));

    /// <summary>The same receptions for a calendar app, whatever the week.</summary>
    public static string PublicScheduleFile(ScheduleAddress list) => Schedule(PublicScheduleFilePattern, list, null);

    public static string PublicNotices(NoticeAddress list) =>
        With(PublicNoticesPattern, ("unit", list.Unit), ("category", list.Category), ("year", Text(list.Year)), ("page", list.Page > 1 ? Text(list.Page) : null));

    public static string PublicFigures(int year) => With(PublicFiguresPattern, ("year", Text(year)));

    /// <summary>Notices as the office keeps them: those that are public, or those that were withdrawn.</summary>
    public static string Notices(bool withdrawn = false, int page = 1) => With(NoticesPattern, ("view", withdrawn ? "withdrawn" : null), ("page", page > 1 ? Text(page) : null));

    /// <summary>Writing the notice of an opinion.</summary>
    public static string NoticeOf(string number) => $"{NoticesPattern}/of/{Uri.EscapeDataString(number)}";

    /// <summary>大字版 on or off; afterwards back to where one was.</summary>
    public static string PublicType(bool large, string back) => With(PublicTypePattern, ("large", large ? "true" : "false"), ("return", back));

    /// <summary>An address of the voters' pages as somebody handed it in; anything else leads to their home.</summary>
    public static string PublicOrHome(string? address) =>
        LocalOrHome(address) is var local && (local == PublicHome || local.StartsWith(PublicHome + "/", StringComparison.Ordinal) || local.StartsWith(PublicHome + "?", StringComparison.Ordinal)) ? local : PublicHome;

    private static string Schedule(string path, ScheduleAddress list, string? week) =>
        With(path, ("week", week), ("unit", list.Unit), ("station", list.Station), ("deputy", list.Deputy), ("form", list.Form?.ToString()));
}
