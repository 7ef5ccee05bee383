using System.ComponentModel.DataAnnotations;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard;

/// <summary>What an office sets for itself. Wrong values stop the app at start and are named.</summary>
public sealed class LiaisonOptions
{
    public const string Section = "Liaison";

    /// <summary>The folder that holds everything the app stores; relative to where it is started.</summary>
    [Required(ErrorMessage = "Liaison:DataDirectory 不能为空，请写数据目录的路径。")]
    public string DataDirectory { get; init; } = "./data";

    /// <summary>The office's name, as the masthead and the books print it.</summary>
    [Required(ErrorMessage = "Liaison:OfficeName 不能为空，请写办公室的名称。")]
    public string OfficeName { get; init; } = "石景山区人大常委会代表联络室";

    /// <summary>The district's name, as titles print it.</summary>
    [Required(ErrorMessage = "Liaison:DistrictName 不能为空，请写区名。")]
    public string DistrictName { get; init; } = "石景山区";

    /// <summary>Calendar days to answer along channels 3, 4 and 5, from the forwarding.</summary>
    [Range(1, 365, ErrorMessage = "Liaison:AnswerWithinDays 应在 1 到 365 之间（天）。")]
    public int AnswerWithinDays { get; init; } = 30;

    /// <summary>Calendar days to tell the voter, from the day an answer or explanation exists.</summary>
    [Range(1, 365, ErrorMessage = "Liaison:FeedbackWithinDays 应在 1 到 365 之间（天）。")]
    public int FeedbackWithinDays { get; init; } = 15;

    /// <summary>Days an entry of the audit log is kept; at least the 190 that the database insists on.</summary>
    [Range(190, 36500, ErrorMessage = "Liaison:AuditKeptDays 应在 190 到 36500 之间（天）。")]
    public int AuditKeptDays { get; init; } = 730;

    /// <summary>Years after the conclusion for which voters' names and phones are kept; then they are taken out. 0 keeps them for ever.</summary>
    [Range(0, 100, ErrorMessage = "Liaison:VotersKeptYears 应在 0 到 100 之间（年），0 为一直保留。")]
    public int VotersKeptYears { get; init; } = 5;

    /// <summary>Weeks without a session held after which a station is said to be silent.</summary>
    [Range(1, 104, ErrorMessage = "Liaison:SilentStationWeeks 应在 1 到 104 之间（周）。")]
    public int SilentStationWeeks { get; init; } = 8;

    /// <summary>How often a district deputy takes part in receiving voters in a year at least (北京市实施代表法办法 第二十二条). 0 expects nothing.</summary>
    [Range(0, 12, ErrorMessage = "Liaison:ReceptionsExpected 应在 0 到 12 之间（次）。")]
    public int ReceptionsExpected { get; init; } = 2;

    /// <summary>Days after its collection on which an opinion nobody forwarded is pointed out.</summary>
    [Range(1, 365, ErrorMessage = "Liaison:UnforwardedDays 应在 1 到 365 之间（天）。")]
    public int UnforwardedDays { get; init; } = 10;

    /// <summary>The name over the public pages.</summary>
    [Required(ErrorMessage = "Liaison:PublicName 不能为空，请写公众页面的名称。")]
    public string PublicName { get; init; } = "石景山区人大代表联络服务";

    /// <summary>The office's own number, as the public pages print it. Empty prints none.</summary>
    public string OfficePhone { get; init; } = "";

    /// <summary>When the office answers it: 工作日 9:00–11:30，13:30–17:00.</summary>
    public string OfficeHours { get; init; } = "";

    /// <summary>The address by which voters reach this app (https://…), for QR codes and receipts. Empty takes the address of the request.</summary>
    [RegularExpression("^(https?://[^/?#]+.*)?$", ErrorMessage = "Liaison:PublicAddress 要么为空，要么是以 http:// 或 https:// 开头的网址。")]
    public string PublicAddress { get; init; } = "";

    /// <summary>Days of notice a reception is announced with at least; shorter notice is pointed out, not refused.</summary>
    [Range(0, 60, ErrorMessage = "Liaison:NoticeDays 应在 0 到 60 之间（天）。")]
    public int NoticeDays { get; init; } = 2;

    /// <summary>The columns of the file for the deputies' activity system (第八条四), in their order.</summary>
    [KnownRegisterColumns]
    public string RegisterColumns { get; init; } = Activities.Ledgers.RegisterColumns.Usual;

    /// <summary>What the titles of the books' tables begin with; empty: the district's name and 人大代表.</summary>
    public string TablePrefix { get; init; } = "";

    /// <summary>填表人 under the books' tables; empty: left to be written by hand.</summary>
    public string TablePreparer { get; init; } = "";

    /// <summary>审核人 under the books' tables; empty: left to be written by hand.</summary>
    public string TableReviewer { get; init; } = "";

    /// <summary>The office's own .xlsx file, to which a book's sheets are appended and whose named cells are filled; empty: none.</summary>
    [UsableTemplate]
    public string BookTemplate { get; init; } = "";

    /// <summary>The columns of 选民意见建议台账 in the book, in their order; one that is renamed as 原名＝新名. Empty: all of them.</summary>
    [KnownLedgerColumns]
    public string LedgerColumns { get; init; } = "";

    /// <summary>The letter printed before each class of answer (办理结果类别), by the class's name; a class without one is printed in words alone.</summary>
    [KnownOutcomes]
    public IReadOnlyDictionary<string, string> OutcomeLetters { get; init; } = new Dictionary<string, string>();

    /// <summary>So many submissions one address may send at a stretch on the public form; they fill up again in ten minutes. It may look up receipts five times as often.</summary>
    [Range(1, 10_000, ErrorMessage = "Liaison:SubmissionsPerAddress 应在 1 到 10000 之间（件）。")]
    public int SubmissionsPerAddress { get; init; } = 30;

    /// <summary>The sessions of the congress by which a congress year is reckoned; none, and books are of calendar years and of days of one's choosing.</summary>
    [KnownCongressSessions]
    public IReadOnlyList<CongressSession> CongressSessions { get; init; } = [];

    /// <summary>Whether the site makes a backup each day by itself.</summary>
    public bool BackupDaily { get; init; } = true;

    /// <summary>The hour of the day in the district at which it is made.</summary>
    [Range(0, 23, ErrorMessage = "Liaison:BackupHour 应在 0 到 23 之间（点，北京时间）。")]
    public int BackupHour { get; init; } = 4;

    /// <summary>The folder they lie in; relative to where the app is started. Empty: the folder backups within <see cref="DataDirectory"/>.</summary>
    public string BackupDirectory { get; init; } = "";

    /// <summary>Of so many of the last days that have one, a backup is kept.</summary>
    [Range(1, 3660, ErrorMessage = "Liaison:BackupsKeptDaily 应在 1 到 3660 之间（天）。")]
    public int BackupsKeptDaily { get; init; } = 30;

    /// <summary>Of so many of the last months that have one, the last backup is kept.</summary>
    [Range(0, 1200, ErrorMessage = "Liaison:BackupsKeptMonthly 应在 0 到 1200 之间（月），0 为不按月保留。")]
    public int BackupsKeptMonthly { get; init; } = 12;

    internal ClockLimits Limits => new(AnswerWithinDays, FeedbackWithinDays);
}
