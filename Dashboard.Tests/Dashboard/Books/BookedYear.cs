using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A small district with a year of opinions of every stage, and the book of it. It is 9 o'clock on 1 December 2026, in the district.</summary>
internal sealed class BookedYear(IDbContextFactory<LiaisonDbContext> contexts, LiaisonStore store, SmallDistrict district)
{
    public const int Year = 2026;

    public static DateOnly Today => new(2026, 12, 1);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)));

    public CountQueries Counts { get; } = new(contexts);

    public LiaisonOptions Office { get; init; } = new();

    public YearBook Books => new(contexts, store, Clock, Settings);

    private IOptions<LiaisonOptions> Settings => Options.Create(Office);

    public OpinionDesk Desk => new(LiaisonDatabase.DoorFor(contexts, store, "值班员", Clock).Door, new Residue(store, new DataFolder(Settings)), Settings);

    /// <summary>An opinion of every stage, at three stations, in several months; one of the year before.</summary>
    public async Task FillAsync()
    {
        await TakeAsync(district.BajiaoHome.Id, new(2025, 12, 31), "去年最后一天的意见");
        await TakeAsync(district.BajiaoHome.Id, new(2026, 1, 1), "元旦的意见");
        await ForwardedAsync(district.BajiaoHome.Id, new(2026, 2, 3));
        await AnsweredAsync(district.BajiaoStation.Id, new(2026, 3, 1), new(2026, 3, 31), AnswerOutcome.Solved);
        await AnsweredAsync(district.BajiaoStation.Id, new(2026, 3, 1), new(2026, 4, 30), AnswerOutcome.Planned);
        await ToldAsync(await AnsweredAsync(district.ShougangHome.Id, new(2026, 5, 6), new(2026, 5, 20), AnswerOutcome.Solved), new(2026, 6, 1), VoterRating.Satisfied);
        await ToldAsync(await AnsweredAsync(district.ShougangHome.Id, new(2026, 5, 6), new(2026, 7, 20), AnswerOutcome.Solved), new(2026, 8, 1), VoterRating.MostlySatisfied);
        await ToldAsync(await AnsweredAsync(district.ShougangHome.Id, new(2026, 6, 6), new(2026, 6, 8), AnswerOutcome.Solved), new(2026, 6, 9), VoterRating.NotReached);
        await Desk.ExplainAsync(await TakeAsync(district.ShougangHome.Id, new(2026, 9, 9)), "按现行标准执行。", new(2026, 9, 9), null);
        await Desk.PointElsewhereAsync(await TakeAsync(district.BajiaoHome.Id, new(2026, 9, 10)), "12345", "不属代表受理。", new(2026, 9, 10), new FeedbackFacts(FeedbackMeans.InPerson, "顾砚清", "", new(2026, 9, 10)));
        await MergedAsync();
    }

    public async Task<Seen> TakeAsync(int station, DateOnly on, string words = "路灯不亮", params IReadOnlyList<VoterForm> voters)
    {
        var taken = await Desk.CollectAsync(
            new CollectForm { StationId = station, Words = words, On = on, CategoryId = on.Month % 2 == 0 ? null : district.Transport.Id, DeputyIds = on.Month % 3 == 0 ? [] : [district.Tao.Id, district.Gu.Id], Voters = [.. voters] },
            Guid.NewGuid());
        return new Seen(taken.Id, 1, Guid.NewGuid());
    }

    public async Task<Seen> ForwardedAsync(int station, DateOnly on)
    {
        var seen = await TakeAsync(station, on);
        await Desk.ForwardAsync(seen, new ForwardForm { On = on, Handlers = new HandlersForm { LeadOrganId = district.UrbanManagement.Id, CoHandlerIds = [district.Housing.Id] } });
        return await NextAsync(seen);
    }

    public async Task<Seen> AnsweredAsync(int station, DateOnly on, DateOnly answeredOn, AnswerOutcome outcome)
    {
        var seen = await ForwardedAsync(station, on);
        await Desk.RecordAnswerAsync(seen, outcome, "已派人修复。", answeredOn);
        return await NextAsync(seen);
    }

    public Task ToldAsync(Seen seen, DateOnly on, VoterRating rating) =>
        Desk.FeedBackAsync(seen, new FeedbackFacts(FeedbackMeans.Telephone, "陶知言", "", on, rating));

    /// <summary>A reception that was held, and what was said at it.</summary>
    public async Task ReceivedAsync(Station station, DateOnly on, IReadOnlyList<Deputy> attended, int voterTimes, int opinions = 0, int? topic = null)
    {
        var signature = new Signature("值班员", Clock.GetUtcNow().UtcDateTime);
        var session = ContactSession.Plan(station, new SessionFacts(on, new(9, 0), new(11, 0), "八角北里", ContactForm.Talk, [district.Gu, district.Tao]) { TopicId = topic }, signature);
        session.Hold(new HeldFacts(attended, voterTimes), signature);
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(session);
        await db.SaveChangesAsync();
        for (var said = 0; said < opinions; said++)
        {
            await Desk.CollectAsync(new CollectForm { SessionId = session.Id, StationId = station.Id, Words = "接待时说的路灯", On = on, DeputyIds = [attended[0].Id] }, Guid.NewGuid());
        }
    }

    public async Task ReportedAsync(Deputy deputy, DateOnly on)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(PerformanceReport.Of(deputy, on.Year, on, ReportForm.Oral, "八角代表之家", Today));
        await db.SaveChangesAsync();
    }

    public async Task<XLWorkbook> ReopenedAsync(int year = Year, BookScope? scope = null, BookPeriod? period = null) => new(await WrittenAsync(year, scope, period));

    public async Task<MemoryStream> WrittenAsync(int year = Year, BookScope? scope = null, BookPeriod? period = null)
    {
        await using var reading = await Books.OpenAsync(period ?? BookPeriod.OfYear(year), scope ?? BookScope.Whole, TestContext.Current.CancellationToken);
        return await Books.Of(reading).WrittenAsync();
    }

    public async Task<OpinionCounts> CountedAsync(int year = Year) => OpinionCounts.Sum((await Counts.ByStationAsync(year, Today)).Values);

    private async Task MergedAsync()
    {
        var lead = await AnsweredAsync(district.BajiaoHome.Id, new(2026, 10, 1), new(2026, 11, 20), AnswerOutcome.CannotSolveForNow);
        var follower = await TakeAsync(district.BajiaoStation.Id, new(2026, 10, 8));
        await using var db = await contexts.CreateDbContextAsync();
        await Desk.MergeAsync(follower, await db.Opinions.Where(o => o.Id == lead.OpinionId).Select(o => o.Number).SingleAsync(), "同一处路灯。", new(2026, 11, 21));
    }

    /// <summary>As it stands now: what became late meanwhile is in its history too.</summary>
    private async Task<Seen> NextAsync(Seen seen)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return new Seen(seen.OpinionId, await db.Opinions.Where(o => o.Id == seen.OpinionId).Select(o => o.Version).SingleAsync(), Guid.NewGuid());
    }
}

internal static class BookReading
{
    /// <summary>The body rows of a sheet: below the header, down to and with the total, or to the notes.</summary>
    public static IReadOnlyList<IXLRow> Body(this IXLWorksheet sheet) =>
        [.. sheet.RowsUsed().Where(row => row.RowNumber() > sheet.PageSetup.LastRowToRepeatAtTop).TakeWhile(row => !sheet.MergedRanges.Any(range => range.FirstRow().RowNumber() == row.RowNumber()))];

    /// <summary>The column under a header, or under a header of a group.</summary>
    public static int Under(this IXLWorksheet sheet, string header, string? group = null)
    {
        var (from, to) = (sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.LastRowToRepeatAtTop);
        var (current, last) = ("", sheet.LastColumnUsed().ColumnNumber());
        for (var column = 1; column <= last; column++)
        {
            var (top, low) = (sheet.Cell(from, column).GetString(), sheet.Cell(to, column).GetString());
            current = top.Length > 0 ? top : current;
            if ((group is null && (top == header || low == header)) || (group == current && low == header))
            {
                return column;
            }
        }

        throw new InvalidOperationException($"{sheet.Name} has no column {group}/{header}.");
    }

    /// <summary>Body rows without subtotals and totals.</summary>
    public static IReadOnlyList<IXLRow> Details(this IXLWorksheet sheet) => [.. sheet.Body().Where(row => !row.Cell(1).Style.Font.Bold)];

    public static int Number(this IXLRow row, int column) => row.Cell(column).GetValue<int>();
}
