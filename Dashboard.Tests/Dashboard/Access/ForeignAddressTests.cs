using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Closing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Feeds;
using VoterLiaison.Dashboard.Imports;
using VoterLiaison.Dashboard.Inquiries;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Plans;
using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Dashboard.Submissions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Plans;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Each role at every address, its own and another's, over the real HTTP stack: what is out of scope is not there, and looks like what never was.</summary>
public sealed class ForeignAddressTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private const string Words = "夜里漏水声不绝于耳";
    private const string Voter = "赵小川";
    private const string Phone = "13800007788";
    private const string Ledger = "首钢来信";
    private const string Book = "2026年度表册-29991201-090000.xlsx";
    private const string NoBook = "2026年度表册-29991201-090001.xlsx";

    private static readonly LedgerFilter ForeignLedger = new(new DateOnly(2020, 1, 1), new DateOnly(2999, 12, 31), "SG", "SG01");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_another_scope_is_given_out_to_anybody_at_any_address()
    {
        var there = await FillAsync();
        var people = await PeopleAsync(there);
        var places = Places(there, await RunAsync(people["office"]));
        var (matrix, wrong) = (new StringBuilder(), new List<string>());
        foreach (var (name, person) in people)
        {
            using var client = site.ClientOf(person);
            var seen = new Dictionary<string, (HttpStatusCode Status, int Bytes)>();
            foreach (var place in places)
            {
                var (status, body) = await AskAsync(client, place);
                seen[place.Name] = (status, Encoding.UTF8.GetByteCount(body));
                matrix.Append(name).Append('\t').Append(place.Name).Append('\t').Append((int)status).Append('\t').Append(seen[place.Name].Bytes).Append('\n');
                if (status != Expected(name, place))
                {
                    wrong.Add($"{name} at {place.Name}: {(int)status} instead of {(int)Expected(name, place)}");
                }

                wrong.AddRange(from secret in name is "office" || (name is "auditor" && place.Deed is Deed.ReadAudit) ? [] : there.Secrets where !place.Address.Contains(secret, StringComparison.Ordinal) && body.Contains(secret, StringComparison.Ordinal) select $"{name} at {place.Name} reads {secret}");
            }

            wrong.AddRange(
                from pair in name == "office" ? Pairs.Where(pair => Array.Find(places, place => place.Name == pair.Foreign)!.Whose is not Whose.TheOffices) : Pairs
                where seen[pair.Foreign] != seen[pair.None]
                select $"{name} can tell {pair.Foreign} {seen[pair.Foreign]} from {pair.None} {seen[pair.None]}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(matrix.ToString());
        Assert.Empty(wrong);
    }

    private static (string Foreign, string None)[] Pairs { get; } =
    [
        ("/sessions/FOREIGN", "/sessions/NO-SUCH"), ("/reception?session=FOREIGN", "/reception?session=NO-SUCH"),
        ("/my/tell/FOREIGN", "/my/tell/NO-SUCH"), ("/deputies/FOREIGN", "/deputies/NO-SUCH"), ("/deputies/FOREIGN/tell/FOREIGN", "/deputies/FOREIGN/tell/NO-SUCH"),
        ("/opinions/FOREIGN", "/opinions/NO-SUCH"), ("/opinions/FOREIGN/print", "/opinions/NO-SUCH/print"),
        ("/plans/FOREIGN", "/plans/NO-SUCH"), ("/notices/of/FOREIGN", "/notices/of/NO-SUCH"), ("/submissions/FOREIGN", "/submissions/NO-SUCH"), ("/opinions/FOREIGN/receipt", "/opinions/NO-SUCH/receipt"),
        ("/deputies/FOREIGN/file", "/deputies/NO-SUCH/file"), ("/deputies/FOREIGN/report", "/deputies/NO-SUCH/report"),
        ("/inquiries/FOREIGN", "/inquiries/NO-SUCH"), ("/my/inquiries/FOREIGN", "/my/inquiries/NO-SUCH"), ("/books/FOREIGN", "/books/NO-SUCH"), ("/closing/FOREIGN.xlsx", "/closing/NO-SUCH.xlsx"), ("/closing/DISTRICT.xlsx", "/closing/NO-SUCH.xlsx"), ("/imports/NO-SUCH/notes.csv", "/imports/OTHER/notes.csv"), ("/imports/NO-SUCH/marked", "/imports/OTHER/marked"),
        ("/statistics?unit=FOREIGN", "/statistics?unit=NO-SUCH"), ("/statistics?station=FOREIGN", "/statistics?station=NO-SUCH"), ("/statistics?deputy=FOREIGN", "/statistics?deputy=NO-SUCH"),
        ("/registers/stations/FOREIGN/sheet", "/registers/stations/NO-SUCH/sheet"), ("/registers/deputies/FOREIGN/sheet", "/registers/deputies/NO-SUCH/sheet"),
    ];

    private Place[] Places(There there, Guid run) =>
    [
        new("/", Addresses.Board(), Deed.SeeCounts),
        new("/opinions", Addresses.Opinions(), Deed.ReadOpinions),
        new("/opinions/OWN", Addresses.Opinion(there.Own), Deed.ReadOpinions),
        new("/opinions/OWN/print", Addresses.OpinionPrint(there.Own), Deed.ReadOpinions),
        new("/opinions/FOREIGN", Addresses.Opinion(there.Foreign), Deed.ReadOpinions, Whose.TheOffices),
        new("/opinions/FOREIGN/print", Addresses.OpinionPrint(there.Foreign), Deed.ReadOpinions, Whose.TheOffices),
        new("/opinions/NO-SUCH", Addresses.Opinion("2026-SG01-9999"), Deed.ReadOpinions, Whose.Nobodys),
        new("/opinions/NO-SUCH/print", Addresses.OpinionPrint("2026-SG01-9999"), Deed.ReadOpinions, Whose.Nobodys),
        new("/opinions?station=FOREIGN", Addresses.Opinions(new OpinionFilter { Station = "SG01" }), Deed.ReadOpinions),
        new("/opinions?unit=FOREIGN", Addresses.Opinions(new OpinionFilter { Unit = "SG" }), Deed.ReadOpinions),
        new("/opinions?deputy=FOREIGN", Addresses.Opinions(new OpinionFilter { DeputyId = there.District.Tao.Id }), Deed.ReadOpinions),
        new("/opinions?batch=FOREIGN", Addresses.Opinions(new OpinionFilter { BatchId = 1 }), Deed.ReadOpinions),
        new("/opinions?q=FOREIGN", Addresses.Opinions("漏水"), Deed.ReadOpinions),
        new("/opinions?q=FOREIGN number", Addresses.Opinions("SG01"), Deed.ReadOpinions),
        new("/opinions/OWN in a list of FOREIGN", $"{Addresses.Opinion(there.Own)}?list={Uri.EscapeDataString("?station=SG01")}&place=1", Deed.ReadOpinions),
        new("/chasing", Addresses.Chasing(), Deed.Chase),
        new("/chasing by deputy", Addresses.Chasing(new ChaseAddress { By = ChaseBy.Deputy }), Deed.Chase),
        new("/chasing supervised", Addresses.Chasing(new ChaseAddress { Tab = ChaseTab.Supervised }), Deed.Chase),
        new("/chasing promises", Addresses.Chasing(new ChaseAddress { Tab = ChaseTab.Promises }), Deed.Chase),
        new("/chasing silence", Addresses.Chasing(new ChaseAddress { Tab = ChaseTab.Silence }), Deed.Chase),
        new("/chasing?unit=FOREIGN", Addresses.Chasing(new ChaseAddress { Unit = "SG" }), Deed.Chase),
        new("/chasing/organs/ANY/print", Addresses.OrganChasePrint(there.District.UrbanManagement.Id, withThisWeek: true), Deed.Chase),
        new("/chasing/deputies/FOREIGN/print", Addresses.DeputyChasePrint(there.District.Tao.Id, withThisWeek: true), Deed.Chase),
        new("/chasing/organs/NO-SUCH/print", Addresses.OrganChasePrint(4711), Deed.Chase, Whose.Nobodys),
        new("/my", Addresses.Mine, Deed.ReadOpinions, Whose.TheDeputys),
        new("/my/collect", Addresses.MyCollecting, Deed.Collect, Whose.TheDeputys),
        new("/my/tell/OWN", Addresses.Tell(there.Own), Deed.FeedBack, Whose.TheDeputys),
        new("/my/tell/FOREIGN", Addresses.Tell(there.Foreign), Deed.FeedBack, Whose.Nobodys),
        new("/my/tell/NO-SUCH", Addresses.Tell("2026-SG01-9999"), Deed.FeedBack, Whose.Nobodys),
        new("/deputies/FOREIGN", Addresses.Deputy(there.District.Tao.Code), Deed.ReadOpinions, Whose.TheOffices),
        new("/deputies/NO-SUCH", Addresses.Deputy("17-9999"), Deed.ReadOpinions, Whose.Nobodys),
        new("/deputies/FOREIGN/tell/FOREIGN", Addresses.Tell(there.Foreign, there.District.Tao.Code), Deed.FeedBack, Whose.TheOffices),
        new("/deputies/FOREIGN/tell/NO-SUCH", Addresses.Tell("2026-SG01-9999", there.District.Tao.Code), Deed.FeedBack, Whose.Nobodys),
        new("/reception", Addresses.Keying, Deed.Collect),
        new("/submissions", Addresses.SubmissionsPattern, Deed.ReceiveSubmissions),
        new("/submissions done", Addresses.Submissions("done"), Deed.ReceiveSubmissions),
        new("/submissions/FOREIGN", Addresses.Submission(there.Submission), Deed.ReceiveSubmissions, Whose.TheOffices),
        new("/submissions/NO-SUCH", Addresses.Submission(there.Submission + 1), Deed.ReceiveSubmissions, Whose.Nobodys),
        new("/opinions/OWN/receipt", Addresses.OpinionReceipt(there.Own), Deed.ReceiveSubmissions),
        new("/opinions/FOREIGN/receipt", Addresses.OpinionReceipt(there.Foreign), Deed.ReceiveSubmissions, Whose.TheOffices),
        new("/opinions/NO-SUCH/receipt", Addresses.OpinionReceipt("2026-SG01-9999"), Deed.ReceiveSubmissions, Whose.Nobodys),
        new("/imports", Addresses.Imports, Deed.ImportLedgers),
        new("/imports?run=FOREIGN", Addresses.Import(run), Deed.ImportLedgers),
        new("/imports/FOREIGN/notes.csv", Addresses.ImportNotes(run), Deed.ImportLedgers, Whose.TheOffices),
        new("/imports/NO-SUCH/notes.csv", Addresses.ImportNotes(Guid.NewGuid()), Deed.ImportLedgers, Whose.Nobodys),
        new("/imports/OTHER/notes.csv", Addresses.ImportNotes(Guid.NewGuid()), Deed.ImportLedgers, Whose.Nobodys),
        new("/imports/FOREIGN/marked", Addresses.ImportMarked(run), Deed.ImportLedgers, Whose.TheOffices),
        new("/imports/NO-SUCH/marked", Addresses.ImportMarked(Guid.NewGuid()), Deed.ImportLedgers, Whose.Nobodys),
        new("/imports/OTHER/marked", Addresses.ImportMarked(Guid.NewGuid()), Deed.ImportLedgers, Whose.Nobodys),
        new("/books", Addresses.Books, Deed.ExportBooks),
        new("/books/FOREIGN", Addresses.Book(Book), Deed.ExportBooks, Whose.Nobodys),
        new("/books/NO-SUCH", Addresses.Book(NoBook), Deed.ExportBooks, Whose.Nobodys),
        new("/closing", Addresses.Closing(), Deed.ExportBooks),
        new("/closing?year=CLOSED", Addresses.Closing(there.ClosedYear), Deed.ExportBooks),
        new("/closing/DISTRICT.xlsx", Addresses.FrozenBook(there.ClosedYear, 1, Addresses.WholeDistrict), Deed.ExportBooks, Whose.TheOffices),
        new("/closing/FOREIGN.xlsx", Addresses.FrozenBook(there.ClosedYear, 1, "SG"), Deed.ExportBooks, Whose.TheOffices),
        new("/closing/NO-SUCH.xlsx", Addresses.FrozenBook(there.ClosedYear, 1, "XX"), Deed.ExportBooks, Whose.Nobodys),
        new("/statistics", Addresses.Statistics(), Deed.ExportBooks),
        new("/statistics?unit=FOREIGN", Statistics(new BookPart(Unit: "SG")), Deed.ExportBooks, Whose.TheOffices),
        new("/statistics?unit=NO-SUCH", Statistics(new BookPart(Unit: "XX")), Deed.ExportBooks, Whose.Nobodys),
        new("/statistics?station=FOREIGN", Statistics(new BookPart(Station: "SG01")), Deed.ExportBooks, Whose.TheOffices),
        new("/statistics?station=NO-SUCH", Statistics(new BookPart(Station: "SG99")), Deed.ExportBooks, Whose.Nobodys),
        new("/statistics?deputy=FOREIGN", Statistics(new BookPart(Deputy: there.District.Tao.Code)), Deed.ExportBooks, Whose.TheOffices),
        new("/statistics?deputy=NO-SUCH", Statistics(new BookPart(Deputy: "17-4711")), Deed.ExportBooks, Whose.Nobodys),
        new("/wall", Addresses.Wall, Deed.SeeCounts),
        new("/calendar", Addresses.Calendar, Deed.KeepCalendar),
        new("/calendar/2026.csv", Addresses.CalendarFile(2026), Deed.KeepCalendar),
        new("/calendar/NO-SUCH.csv", Addresses.CalendarFile(1999), Deed.KeepCalendar, Whose.Nobodys),
        new("/calendar-feeds", Addresses.CalendarFeeds, Deed.SubscribeCalendar),
        new("/sessions", Addresses.SessionsPattern, Deed.PlanSessions),
        new("/sessions?station=FOREIGN", Addresses.Sessions(new SessionFilter(new DateOnly(2026, 3, 1), "SG", "SG01")), Deed.PlanSessions),
        new("/sessions/FOREIGN", Addresses.ContactSession(there.Session), Deed.PlanSessions, Whose.TheOffices),
        new("/sessions/NO-SUCH", Addresses.ContactSession(there.Session + 1), Deed.PlanSessions, Whose.Nobodys),
        new("/reception?session=FOREIGN", Addresses.KeyingOf(there.Session), Deed.Collect, Whose.TheOffices),
        new("/reception?session=NO-SUCH", Addresses.KeyingOf(there.Session + 1), Deed.Collect, Whose.Nobodys),
        new("/sessions/ledgers", Addresses.Ledgers(), Deed.PlanSessions),
        new("/sessions/ledgers?unit=FOREIGN", Addresses.Ledgers(new LedgerAddress(ForeignLedger)), Deed.PlanSessions),
        new("/sessions/ledgers?table=Performance", Addresses.Ledgers(new LedgerAddress(ForeignLedger, LedgerTab.Performance)), Deed.PlanSessions),
        new("/sessions/ledgers?table=Register", Addresses.Ledgers(new LedgerAddress(ForeignLedger, LedgerTab.Register)), Deed.PlanSessions),
        new("/sessions/ledgers.xlsx", Addresses.LedgerBook(ForeignLedger), Deed.ExportBooks),
        new("/sessions/ledgers.xlsx in full", Addresses.LedgerBook(ForeignLedger, votersInFull: true), Deed.ExportBooks, Whose.TheOffices),
        new("/sessions/ledgers.xlsx of no days", $"{Addresses.LedgerBookPattern}?from=someday", Deed.ExportBooks, Whose.Nobodys),
        new("/sessions/register.csv", Addresses.RegisterFile(ForeignLedger, excel: false), Deed.ExportBooks),
        new("/sessions/register.xlsx", Addresses.RegisterFile(ForeignLedger, excel: true, everything: true), Deed.ExportBooks),
        new("/my/sessions", Addresses.MySessions, Deed.ObjectToRecord),
        new("/my/year", Addresses.MyYear, Deed.ObjectToRecord),
        new("/my/year/print", Addresses.MyYearPrint(2026), Deed.ObjectToRecord),
        new("/performance", Addresses.Performance(), Deed.KeepPerformance),
        new("/performance?unit=FOREIGN", Addresses.Performance(2026, "SG"), Deed.KeepPerformance),
        new("/deputies/FOREIGN/file", Addresses.PerformanceFile(there.District.Tao.Code, 2026), Deed.KeepPerformance, Whose.TheOffices),
        new("/deputies/NO-SUCH/file", Addresses.PerformanceFile("17-4711", 2026), Deed.KeepPerformance, Whose.Nobodys),
        new("/registers", Addresses.Registers(), Deed.KeepRegisters),
        new("/registers?unit=FOREIGN", Addresses.Registers("SG"), Deed.KeepRegisters),
        new("/registers/deputies", Addresses.DeputyRegister(), Deed.KeepRegisters),
        new("/registers/deputies/import", Addresses.RosterImport, Deed.KeepRegisters),
        new("/registers/deputies/template.xlsx", Addresses.RosterTemplate, Deed.KeepRegisters),
        new("/registers/districts", Addresses.DistrictRegister(), Deed.KeepRegisters),
        new("/registers/organs", Addresses.OrganRegister, Deed.KeepRegisters),
        new("/registers/stations/OWN/sheet", Addresses.StationSheet("BJ02"), Deed.KeepRegisters),
        new("/registers/stations/FOREIGN/sheet", Addresses.StationSheet("SG01"), Deed.KeepRegisters, Whose.TheOffices),
        new("/registers/stations/NO-SUCH/sheet", Addresses.StationSheet("SG99"), Deed.KeepRegisters, Whose.Nobodys),
        new("/registers/deputies/OWN/sheet", Addresses.DeputySheet(there.District.Gu.Code), Deed.KeepRegisters),
        new("/registers/deputies/FOREIGN/sheet", Addresses.DeputySheet(there.District.CityDeputy.Code), Deed.KeepRegisters, Whose.TheOffices),
        new("/registers/deputies/NO-SUCH/sheet", Addresses.DeputySheet("17-4711"), Deed.KeepRegisters, Whose.Nobodys),
        new("/performance?report=planned", Addresses.Performance(new PerformanceAddress { Report = ReportState.Planned }), Deed.KeepPerformance),
        new("/deputies/FOREIGN/report", Addresses.Report(there.District.Tao.Code, 2026), Deed.KeepPerformance, Whose.TheOffices),
        new("/deputies/NO-SUCH/report", Addresses.Report("17-4711", 2026), Deed.KeepPerformance, Whose.Nobodys),
        new("/my/year/report", Addresses.MyReport(2026), Deed.WriteOwnReport),
        new("/inquiries", Addresses.Inquiries(), Deed.KeepInquiries),
        new("/inquiries?deputy=FOREIGN", Addresses.Inquiries(new InquiryFilter { Unit = "SG", Deputy = there.District.Tao.Code }), Deed.KeepInquiries),
        new("/inquiries/FOREIGN", Addresses.Inquiry(there.Inquiry), Deed.KeepInquiries, Whose.TheOffices),
        new("/inquiries/NO-SUCH", Addresses.Inquiry(there.Inquiry + 1), Deed.KeepInquiries, Whose.Nobodys),
        new("/my/inquiries", Addresses.MyInquiries, Deed.AnswerInquiries, Whose.TheDeputys),
        new("/my/inquiries/FOREIGN", Addresses.MyInquiry(there.Inquiry), Deed.AnswerInquiries, Whose.Nobodys),
        new("/my/inquiries/NO-SUCH", Addresses.MyInquiry(there.Inquiry + 1), Deed.AnswerInquiries, Whose.Nobodys),
        new("/plans", Addresses.Plans(2026), Deed.PlanContacts),
        new("/plans?unit=FOREIGN", Addresses.Plans(2026, "SG"), Deed.PlanContacts),
        new("/plans/FOREIGN", Addresses.Plan(there.Plan), Deed.PlanContacts, Whose.TheOffices),
        new("/plans/NO-SUCH", Addresses.Plan(there.Plan + 1), Deed.PlanContacts, Whose.Nobodys),
        new("/topics", Addresses.TopicsPattern, Deed.PlanContacts),
        new("/notices", Addresses.NoticesPattern, Deed.PublishNotices),
        new("/notices?view=withdrawn", Addresses.Notices(withdrawn: true), Deed.PublishNotices),
        new("/notices/of/OWN", Addresses.NoticeOf(there.Own), Deed.PublishNotices),
        new("/notices/of/FOREIGN", Addresses.NoticeOf(there.Foreign), Deed.PublishNotices, Whose.TheOffices),
        new("/notices/of/NO-SUCH", Addresses.NoticeOf("2026-SG01-9999"), Deed.PublishNotices, Whose.Nobodys),
        new("/audit", Addresses.Audit, Deed.ReadAudit, Exists(Addresses.Audit)),
        new("/audit/export", $"{Addresses.Audit}/export", Deed.ReadAudit, Exists($"{Addresses.Audit}/export")),
        new("/upkeep", Addresses.Upkeep, Deed.WatchUpkeep),
        new("/accounts", Addresses.Accounts, Deed.ManageAccounts, Exists(Addresses.Accounts)),
        new("/display-keys", Addresses.DisplayKeys, Deed.ManageDisplayKeys, Exists(Addresses.DisplayKeys)),
        new("POST hub negotiate", $"{LiveCountsHub.Path}/negotiate?negotiateVersion=1", null),
        new("POST /_blazor/negotiate", "/_blazor/negotiate?negotiateVersion=1", null),
    ];

    private static string Statistics(BookPart part) => Addresses.Statistics(new BookAddress(BookPeriod.OfYear(2026), part));

    private Whose Exists(string address) =>
        site.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(endpoint => $"/{endpoint.RoutePattern.RawText?.Trim('/')}" == address) ? Whose.Theirs : Whose.Nobodys;

    private static HttpStatusCode Expected(string name, Place place) => (name, place) switch
    {
        ("nobody", { Deed: null }) => HttpStatusCode.Unauthorized,
        (_, { Deed: null }) => HttpStatusCode.OK,
        ("nobody", _) => HttpStatusCode.Redirect,
        ("deputy" or "administrator" or "auditor", { Name: "/" }) => HttpStatusCode.Redirect, // to what is theirs
        (_, { Whose: Whose.Nobodys }) => HttpStatusCode.NotFound,
        (_, { Whose: Whose.TheOffices }) when name != "office" => HttpStatusCode.NotFound,
        (_, { Whose: Whose.TheDeputys }) when name != "deputy" => HttpStatusCode.NotFound,
        _ => AccessPolicy.Allows(Roles[name], place.Deed!.Value) ? HttpStatusCode.OK : HttpStatusCode.NotFound,
    };

    private static Dictionary<string, Role> Roles { get; } = new()
    {
        ["office"] = Role.LiaisonOffice,
        ["unit"] = Role.UnitStaff,
        ["station"] = Role.StationStaff,
        ["deputy"] = Role.Deputy,
        ["administrator"] = Role.Administrator,
        ["auditor"] = Role.Auditor,
    };

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(HttpClient client, Place place)
    {
        using var request = new HttpRequestMessage(place.Deed is null ? HttpMethod.Post : HttpMethod.Get, place.Address);
        using var answer = await client.SendAsync(request, Cancelled);
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync(Cancelled)).Lasting());
    }

    /// <summary>An own opinion of BJ02 that 顾砚清 carries, merged into one of SG01; and of SG01 one by hand and some by a ledger, none of them 顾砚清's.</summary>
    private async Task<There> FillAsync()
    {
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancelled);
        var district = SmallDistrict.AddTo(db);
        using var scope = site.Scope();
        var (desk, today) = (scope.ServiceProvider.GetRequiredService<OpinionDesk>(), site.The<TimeProvider>().Today());
        var own = await desk.CollectAsync(new CollectForm { StationId = district.BajiaoStation.Id, Words = "水管老化", On = today, DeputyIds = [district.Gu.Id] }, Guid.NewGuid());
        var foreign = await desk.CollectAsync(
            new CollectForm { StationId = district.ShougangHome.Id, Words = Words, On = today, DeputyIds = [district.Tao.Id], Voters = [new VoterForm { Name = Voter, Phone = Phone }] }, Guid.NewGuid());
        await desk.MergeAsync(new Seen(own.Id, 1, Guid.NewGuid()), foreign.Number, "同一根水管。", today);
        await scope.ServiceProvider.GetRequiredService<ImportDesk>().WriteAsync(
            await LedgerReading.ReadAsync(LedgerOf($"F1,{today:yyyy-MM-dd},{Words}"), $"{Ledger}.csv", null, null, Cancelled), "SG01", skipRefused: false, cancellationToken: Cancelled);
        var inquiry = await scope.ServiceProvider.GetRequiredService<InquiryDesk>().AskAsync(
            new InquiryForm { StationId = district.ShougangHome.Id, DeputyId = district.Tao.Id, On = today, Words = Words, VoterName = Voter, VoterPhone = Phone });
        var feed = await scope.ServiceProvider.GetRequiredService<FeedDesk>().MakeAsync(FeedOwner.Station(district.ShougangHome.Id));
        var sessions = scope.ServiceProvider.GetRequiredService<SessionDesk>();
        var session = await sessions.PlanAsync(new SessionForm { StationId = district.ShougangHome.Id, On = today, From = new TimeOnly(9, 0), Until = new TimeOnly(11, 0), Place = "厂东门", DeputyIds = [district.Tao.Id] });
        await sessions.HoldAsync(new SeenSession(session, 0), [district.Tao.Id], 1, Words);
        var plan = await scope.ServiceProvider.GetRequiredService<PlanDesk>().MakeAsync(new PlanForm { UnitId = district.ShougangHome.UnitId, Year = 2026, Way = ContactWay.MidYear, Title = Words });
        var sent = await scope.ServiceProvider.GetRequiredService<SpeakDesk>().SendAsync(
            new SpeakForm { StationId = district.ShougangHome.Id, Words = $"{Words}，网上再说一遍", Name = Voter, Phone = Phone, Consented = true }, [], Cancelled);
        var closedYear = today.Year - 1;
        await site.The<YearClosing>().CloseAsync(closedYear, Actor.App, cancellationToken: Cancelled);
        var submission = await db.Receipts.Where(receipt => receipt.Number == sent.Number).Select(receipt => receipt.SubmissionId!.Value).SingleAsync(Cancelled);
        return new There(district, closedYear, session, plan, own.Number, foreign.Number, submission, inquiry, [foreign.Number.Replace("0001", "00", StringComparison.Ordinal), Words, Voter, Phone, Phone[^4..], Ledger, Book, feed[..6]]);
    }

    private async Task<Dictionary<string, SitePerson?>> PeopleAsync(There there)
    {
        var people = new Dictionary<string, SitePerson?>
        {
            ["office"] = await site.OfficeAsync(),
            ["unit"] = await SitePerson.SignInAsync(site, Grant.Of(Role.UnitStaff, unitId: there.District.BajiaoHome.UnitId)),
            ["station"] = await SitePerson.SignInAsync(site, Grant.Of(Role.StationStaff, stationId: there.District.BajiaoStation.Id)),
            ["deputy"] = await SitePerson.SignInAsync(site, Grant.Of(Role.Deputy, deputyId: there.District.Gu.Id)),
            ["administrator"] = await SitePerson.SignInAsync(site, Grant.Of(Role.Administrator)),
            ["auditor"] = await SitePerson.SignInAsync(site, Grant.Of(Role.Auditor)),
            ["nobody"] = null,
        };
        var shelf = new Shelf($"{(await site.OfficeAsync()).AccountId}-0123456789abcdef");
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "books", shelf.Folder));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, Book), Words, Cancelled);
        return people;
    }

    /// <summary>An import the office is at, read and not yet written.</summary>
    private async Task<Guid> RunAsync(SitePerson? office)
    {
        using var scope = site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().SignedInBy(office!.Session);
        var who = (await scope.ServiceProvider.GetRequiredService<Doorkeeper>().AdmitAsync(Cancelled)).Actor;
        var run = site.The<ImportRuns>().Begin(scope.ServiceProvider.GetRequiredService<ImportDesk>(), who, LedgerOf("F2,某日,门前积水"), $"{Ledger}二.csv", "SG01", null);
        var read = new TaskCompletionSource();
        using var watching = run.Watch(Look);
        Look();
        await read.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancelled);
        return run.Id;

        void Look()
        {
            if (run.Step is ImportStep.Tried)
            {
                read.TrySetResult();
            }
        }
    }

    private static byte[] LedgerOf(string row) => Encoding.UTF8.GetBytes($"编号,收集日期,意见内容\n{row}\n");

    /// <summary>What differs from one answer to the next anyway: the state of the prerendered components, tokens and nonces.</summary>
    private enum Whose
    {
        /// <summary>Whoever may open the page.</summary>
        Theirs,
        TheOffices,

        /// <summary>A deputy's own, whatever others may do.</summary>
        TheDeputys,

        /// <summary>There is no such thing, or it is an account's that is not asking.</summary>
        Nobodys,
    }

    private sealed record Place(string Name, string Address, Deed? Deed, Whose Whose = Whose.Theirs);

    private sealed record There(SmallDistrict District, int ClosedYear, int Session, int Plan, string Own, string Foreign, int Submission, int Inquiry, IReadOnlyList<string> Secrets);
}
