using System.Globalization;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Audit;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Inquiries;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard;

/// <summary>Every address of the house, so that a link and the page it leads to cannot drift apart.</summary>
public static partial class Addresses
{
    public const string NotFound = "/not-found";
    public const string Error = "/error";
    public const string Keying = "/reception";

    /// <summary>Answers the search in the masthead while somebody types.</summary>
    public const string Find = "/find";
    public const string Imports = "/imports";
    public const string ImportNotesPattern = "/imports/{run:guid}/notes.csv";
    public const string ImportMarkedPattern = "/imports/{run:guid}/marked";
    public const string Books = "/books";
    public const string StatisticsPattern = "/statistics";
    public const string ClosingPattern = "/closing";

    /// <summary>A frozen book, by its year, edition and part.</summary>
    public const string FrozenBookPattern = "/closing/{year:int}/{edition:int}/{part}.xlsx";

    /// <summary>As the address of a frozen book says that it is of no single unit.</summary>
    internal const string WholeDistrict = "district";
    public const string Calendar = "/calendar";
    public const string CalendarFilePattern = "/calendar/{year:int}.csv";
    public const string CalendarFeeds = "/calendar-feeds";

    /// <summary>For calendar apps, which sign in nowhere: the key is all they show.</summary>
    public const string CalendarFeedPattern = "/calendar-feeds/{key}.ics";

    /// <summary>The deputy's own pages: who still waits for word, receptions, taking down an opinion, the year.</summary>
    public const string Mine = "/my";
    public const string MySessions = "/my/sessions";
    public const string MyCollecting = "/my/collect";
    public const string MyYear = "/my/year";
    public const string SessionsPattern = "/sessions";
    public const string PlansPattern = "/plans";
    public const string TopicsPattern = "/topics";
    public const string LedgersPattern = "/sessions/ledgers";
    public const string LedgerBookPattern = "/sessions/ledgers.xlsx";
    public const string RegisterBookPattern = "/sessions/register.xlsx";
    public const string RegisterTextPattern = "/sessions/register.csv";

    /// <summary>As a ledger's address asks for names and telephones whole, or for what was handed over before too.</summary>
    internal const string InFull = "in-full";
    internal const string Everything = "everything";
    public const string PerformancePattern = "/performance";
    public const string InquiriesPattern = "/inquiries";
    public const string MyInquiries = "/my/inquiries";
    public const string PublicReportsPattern = "/public/reports";
    public const string PublicReportPattern = "/public/reports/{Id:int}";

    /// <summary>A receipt as a picture; what it shows is posted.</summary>
    public const string ReceiptPicture = "/public/receipt.png";

    /// <summary>来件.</summary>
    public const string SubmissionsPattern = "/submissions";

    public const string PicturePattern = "/pictures/{id:int}.jpg";

    /// <summary>Answers whether anybody is signed in, for a page that lost its connection.</summary>
    public const string Session = "/session";
    public const string SignInPattern = "/sign-in";
    public const string SecondStep = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string OwnAccount = "/account";
    public const string OwnPassword = "/account/password";
    public const string OwnSecondFactor = "/account/second-factor";
    public const string OwnPasskeys = "/account/passkeys";
    public const string Accounts = "/accounts";
    public const string DisplayKeys = "/display-keys";

    /// <summary>大屏. It opens by a cookie of its own path, which a display key is given for at the door.</summary>
    public const string Wall = "/wall";
    public const string WallNews = "/wall/live";
    public const string WallDoor = "/wall/door";

    /// <summary>The hub, for other screens.</summary>
    public const string LiveCounts = "/hubs/live-counts";
    public const string Audit = "/audit";
    public const string AuditExport = "/audit/export";

    /// <summary>运行状况.</summary>
    public const string Upkeep = "/upkeep";

    /// <summary>Whether the program answers, and whether the site can be used; for what watches it from outside.</summary>
    public const string Live = "/healthz/live";
    public const string Ready = "/healthz/ready";

    /// <summary>What the browser asks a passkey: of somebody at the door, and for a new one.</summary>
    public const string PasskeyQuestion = "/sign-in/passkey";
    public const string NewPasskeyQuestion = "/account/passkeys/question";

    /// <summary>To the district's single sign-on; its answer comes to the callback, and ends in one of the two places that say what it is for.</summary>
    public const string SingleSignOn = "/sign-in/single-sign-on";
    public const string SingleSignOnCallback = "/sign-in/single-sign-on/callback";
    public const string SingleSignOnDone = "/sign-in/single-sign-on/done";
    public const string OwnSingleSignOn = "/account/single-sign-on";
    public const string OwnSingleSignOnDone = "/account/single-sign-on/done";

    /// <summary>The sign-in, where it leads afterwards, and what came of the single sign-on.</summary>
    public static string SignIn(string? returnTo = null, string? why = null) => With(SignInPattern, ("return", returnTo is null or "/" ? null : returnTo), ("why", why));

    /// <summary>Where a person begins: with what is theirs.</summary>
    public static string Home(Rights rights) =>
        rights.May(Deed.SeeCounts) ? Board()
        : rights.May(Deed.ReadOpinions) ? (rights.OwnDeputies.Count > 0 ? Mine : Opinions())
        : rights.May(Deed.ManageAccounts) ? Accounts
        : rights.May(Deed.ReadAudit) ? Audit
        : OwnAccount;

    /// <summary>An address of this house as somebody handed it in; anything else leads to the beginning. A browser takes \ for / and skips tabs.</summary>
    public static string LocalOrHome(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && !address.StartsWith(SignInPattern, StringComparison.OrdinalIgnoreCase) ? address : Board();

    /// <summary>Where a book of these days and this part is ordered.</summary>
    public static string BookOf(BookAddress asked) => $"{Books}{asked.Query}";

    public static string Book(string name) => $"{Books}/{Uri.EscapeDataString(name)}";

    /// <summary>统计 of days and of a part; this year until today where none are named.</summary>
    public static string Statistics(BookAddress? asked = null) => $"{StatisticsPattern}{asked?.Query}";

    /// <summary>年度封账: of a year, or of the newest that is over.</summary>
    public static string Closing(int? year = null) => With(ClosingPattern, ("year", Text(year)));

    /// <summary>The receptions whose day is over and which were neither entered nor cancelled; the oldest first.</summary>
    public const string UnregisteredSessions = SessionsPattern + "#unregistered";

    /// <summary>A page of what was entered late after a year was closed.</summary>
    public static string LateEntries(int year, int page) => With(ClosingPattern, ("year", Text(year)), ("late", Text(page))) + "#late";

    /// <param name="year">Which.</param>
    /// <param name="edition">第几次封账.</param>
    /// <param name="part">A unit's code, or that it is of the whole district.</param>
    public static string FrozenBook(int year, int edition, string part) => $"{ClosingPattern}/{Text(year)}/{Text(edition)}/{Uri.EscapeDataString(part)}.xlsx";

    /// <summary>Where a screen begins that is to give its key by itself: it stands behind the #, which no browser sends and no log sees.</summary>
    public static string WallWithKey(string key) => $"{Wall}#{Uri.EscapeDataString(key)}";

    /// <summary>The board of a year, with a station's day open beside it.</summary>
    public static string Board(int? year = null, string? station = null) => With("/", ("year", Text(year)), ("station", station));

    public static string Opinions(string? q = null) => With("/opinions", ("q", q));

    public static string Opinions(OpinionFilter filter) => Opinions(new OpinionAddress { Filter = filter });

    public static string Opinions(OpinionAddress list) => $"/opinions{list.Query}";

    /// <summary>The list as it was kept under a name.</summary>
    public static string OpinionsKept(string query) => $"/opinions{query}";

    /// <summary>One opinion, opened from a list at a place (from 1), so that the way back and to its neighbours is known.</summary>
    public static string Opinion(string number, OpinionAddress list, int place) =>
        With(Opinion(number), ("list", list.Query), ("place", place.ToString(CultureInfo.InvariantCulture)));

    /// <summary>One opinion, opened from another page of the house, to which a way leads back.</summary>
    public static string Opinion(string number, string from) => With(Opinion(number), ("from", from));

    public static string Opinion(string number) => $"/opinions/{Uri.EscapeDataString(number)}";

    /// <summary>What a deputy's own page shows, for whoever acts in the deputy's name.</summary>
    public static string Deputy(string code) => $"/deputies/{Uri.EscapeDataString(code)}";

    /// <summary>Where it is recorded that the voters were told: on the deputy's own pages, or for the deputy with that code.</summary>
    public static string Tell(string number, string? code = null) => $"{(code is null ? Mine : Deputy(code))}/tell/{Uri.EscapeDataString(number)}";

    /// <summary>The receptions of a month.</summary>
    public static string Sessions(SessionFilter filter) =>
        With(SessionsPattern, ("month", filter.MonthKey), ("unit", filter.Unit), ("station", filter.Station), ("status", filter.Status?.ToString()));

    /// <summary>接待计划 of a year.</summary>
    public static string Plans(int? year = null, string? unit = null) => With(PlansPattern, ("year", Text(year)), ("unit", unit));

    /// <summary>One plan: its lines, or a month of them as a calendar.</summary>
    /// <param name="id">The plan.</param>
    /// <param name="month">2026-07, for the calendar.</param>
    public static string Plan(int id, string? month = null) => With($"{PlansPattern}/{Text(id)}", ("month", month));

    /// <summary>监督议题、调研题目 of a year.</summary>
    public static string Topics(int? year = null) => With(TopicsPattern, ("year", Text(year)));

    /// <summary>What voters said about a topic.</summary>
    public static string Topic(int id) => $"{TopicsPattern}/{Text(id)}";

    /// <summary>The receptions of this month at one station.</summary>
    public static string SessionsAt(string station) => With(SessionsPattern, ("station", station));

    /// <summary>One reception: who was there, what was said, who entered what.</summary>
    public static string ContactSession(int id) => $"{SessionsPattern}/{Text(id)}";

    /// <summary>The fast keying, for one reception.</summary>
    public static string KeyingOf(int session) => With(Keying, ("session", Text(session)));

    /// <summary>The ledgers of receptions; this year's where no days are named.</summary>
    public static string Ledgers(LedgerAddress? list = null) => list is null ? LedgersPattern : Ledger(
        LedgersPattern, list.Filter, ("table", list.Tab is LedgerTab.Receptions ? null : list.Tab.ToString()), ("page", list.Page > 1 ? Text(list.Page) : null));

    public static string LedgerBook(LedgerFilter filter, bool votersInFull = false) => Ledger(LedgerBookPattern, filter, ("voters", votersInFull ? InFull : null));

    /// <summary>The file for the deputies' activity system: what was not handed over yet, or everything.</summary>
    public static string RegisterFile(LedgerFilter filter, bool excel, bool everything = false) =>
        Ledger(excel ? RegisterBookPattern : RegisterTextPattern, filter, ("which", everything ? Everything : null));

    public static string MySessionsIn(int year) => With(MySessions, ("year", Text(year)));

    public static string MyYearIn(int year) => With(MyYear, ("year", Text(year)));

    public static string MyYearPrint(int year) => With($"{MyYear}/print", ("year", Text(year)));

    /// <summary>What deputies did in a year, in official order.</summary>
    public static string Performance(int? year = null, string? unit = null) => With(PerformancePattern, ("year", Text(year)), ("unit", unit));

    public static string Performance(PerformanceAddress list) => $"{PerformancePattern}{list.Query}";

    /// <summary>述职 of a deputy for a year: how it is planned, how it was held, and its text.</summary>
    public static string Report(string code, int year) => $"{Deputy(code)}/report/{Text(year)}";

    /// <summary>The deputy's own report of a year.</summary>
    public static string MyReport(int year) => $"{MyYear}/report/{Text(year)}";

    /// <summary>询问, as far as its filter asks.</summary>
    public static string Inquiries(InquiryFilter? filter = null) => $"{InquiriesPattern}{filter?.Query}";

    public static string Inquiry(int id) => $"{InquiriesPattern}/{Text(id)}";

    public static string MyInquiry(int id) => $"{MyInquiries}/{Text(id)}";

    /// <summary>The published reports of a year, for everybody.</summary>
    public static string PublicReports(int? year = null, string? unit = null) => With(PublicReportsPattern, ("year", Text(year)), ("unit", unit));

    public static string PublicReport(int id) => $"{PublicReportsPattern}/{Text(id)}";

    /// <summary>履职档案 of a deputy, as a sheet.</summary>
    public static string PerformanceFile(string code, int year) => $"{Deputy(code)}/file/{Text(year)}";

    /// <summary>What a receipt's QR code holds: number and code stand behind the #, which no browser sends and no log sees.</summary>
    public static string ReceiptWithCode(string number, string code) =>
        $"{PublicReceipt}#n={Uri.EscapeDataString(number)}&c={Uri.EscapeDataString(code.Replace(" ", "", StringComparison.Ordinal))}";

    /// <summary>来件 that wait, are parked, or are done.</summary>
    public static string Submissions(string? tab = null, int page = 1) => With(SubmissionsPattern, ("tab", tab), ("page", page > 1 ? Text(page) : null));

    public static string Submission(int id) => $"{SubmissionsPattern}/{Text(id)}";

    public static string Picture(int id) => $"/pictures/{Text(id)}.jpg";

    /// <summary>Where a receipt is handed out for an opinion.</summary>
    public static string OpinionReceipt(string number) => $"{Opinion(number)}/receipt";

    public static string OpinionPrint(string number) => $"{Opinion(number)}/print";

    /// <summary>An import under way.</summary>
    public static string Import(Guid run) => With(Imports, ("run", run.ToString("N")));

    /// <summary>All that its report says about single rows, as a file.</summary>
    public static string ImportNotes(Guid run) => $"{Imports}/{run:N}/notes.csv";

    /// <summary>The file itself, each row marked with what is said of it.</summary>
    public static string ImportMarked(Guid run) => $"{Imports}/{run:N}/marked";

    /// <summary>A year's calendar as a file, to make the next one from.</summary>
    public static string CalendarFile(int year) => $"{Calendar}/{Text(year)}.csv";

    /// <summary>The receptions and due dates behind a secret key.</summary>
    public static string CalendarFeed(string key) => $"{CalendarFeeds}/{Uri.EscapeDataString(key)}.ics";

    /// <summary>The accounts that hold a role (as the address writes it), or in which a word stands.</summary>
    public static string AccountsWith(string? text = null, string? role = null) => With(Accounts, ("q", text), ("role", role));
    /// <summary>The audit log, as far as a list of it goes.</summary>
    public static string AuditLog(AuditAddress list) => $"{Audit}{list.Query}";

    /// <summary>What the list finds, as an Excel file.</summary>
    public static string AuditBook(AuditAddress list) => $"{AuditExport}{(list with { Page = 1 }).Query}";

    /// <summary>催办, as far as its address asks.</summary>
    public static string Chasing(ChaseAddress? list = null) => $"/chasing{list?.Query}";

    /// <summary>催办单 of an organ; with what is due this week, if asked.</summary>
    public static string OrganChasePrint(int organId, bool withThisWeek = false) => With($"/chasing/organs/{Text(organId)}/print", ("with", withThisWeek ? "this-week" : null));

    /// <summary>提醒单 of a deputy.</summary>
    public static string DeputyChasePrint(int deputyId, bool withThisWeek = false) => With($"/chasing/deputies/{Text(deputyId)}/print", ("with", withThisWeek ? "this-week" : null));

    private static string Ledger(string path, LedgerFilter filter, params ReadOnlySpan<(string Name, string? Value)> more) => With(
        path, [("from", LedgerFilter.Key(filter.From)), ("to", LedgerFilter.Key(filter.To)), ("unit", filter.Unit), ("station", filter.Station), .. more]);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = path;
        var join = '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address += $"{join}{name}={Uri.EscapeDataString(value)}";
                join = '&';
            }
        }

        return address;
    }
}
