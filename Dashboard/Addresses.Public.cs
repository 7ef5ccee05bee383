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

    /// <summary>Any other address under it: said in the voters' own page.</summary>
    public const string PublicElsewherePattern = "/public/{*elsewhere}";

    /// <summary>Writing to a station or a deputy, or to whichever the voter chooses.</summary>
    public static string PublicSpeak(string? station = null, int? deputy = null) => With(PublicSpeakPattern, ("station", station), ("deputy", Text(deputy)));

    /// <summary>大字版 on or off; afterwards back to where one was.</summary>
    public static string PublicType(bool large, string back) => With(PublicTypePattern, ("large", large ? "true" : "false"), ("return", back));

    /// <summary>An address of the voters' pages as somebody handed it in; anything else leads to their home.</summary>
    public static string PublicOrHome(string? address) =>
        LocalOrHome(address) is var local && (local == PublicHome || local.StartsWith(PublicHome + "/", StringComparison.Ordinal) || local.StartsWith(PublicHome + "?", StringComparison.Ordinal)) ? local : PublicHome;
}
