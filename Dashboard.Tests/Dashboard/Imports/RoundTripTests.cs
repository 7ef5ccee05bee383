using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>A year's book, taken into an empty house, gives the same numbers at every station.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly LiaisonDatabase _here = new();
    private readonly LiaisonDatabase _there = new();
    private readonly LiaisonFolder _folder = new();
    private readonly BookedYear _year;

    public RoundTripTests() => _year = new BookedYear(_here, _here.Store, _here.District);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_books_ledger_comes_back_with_the_same_counts_at_every_station()
    {
        await _year.FillAsync();

        var report = await TakeOverAsync();

        Assert.Empty(report.Refused);
        Assert.Equal(3, report.Batches.Count);
        await AgreeAsync();
    }

    [Fact]
    public async Task What_has_no_column_of_its_own_comes_back_from_the_remarks()
    {
        await UnassignedAsync();
        await AnsweredByACoHandlerAloneAsync();
        await SupplementedAsync();
        await ByACityDeputyAsync();
        await InASecondRoundAsync();
        await ExplainedLaterAsync();

        var report = await TakeOverAsync();

        Assert.Empty(report.Refused);
        await AgreeAsync();
        await using var db = _there.CreateDbContext();
        var second = await db.Opinions.Include(o => o.Forwardings).SingleAsync(o => o.Round == 2, Cancel);
        Assert.Equal(["台账未注明", "闭会〔2026〕8号"], second.Forwardings.Select(f => f.DocumentNumber));
        Assert.Equal(2, (await db.Opinions.Include(o => o.Voters).ThenInclude(link => link.Voter).SingleAsync(o => o.Words == "公交太挤", Cancel)).Voters.Count);
    }

    [Fact]
    public async Task Undoing_takes_the_ledger_out_of_every_station_at_once()
    {
        await _year.FillAsync();
        var report = await TakeOverAsync();

        await DeskAt(_there).UndoAsync(report.Batches[1], Cancel);

        await using var db = _there.CreateDbContext();
        Assert.Equal(0, await db.Opinions.CountAsync(Cancel));
        Assert.All(await db.ImportBatches.ToListAsync(Cancel), batch => Assert.NotNull(batch.UndoneAt));
    }

    [Fact]
    public async Task A_row_of_no_known_station_is_refused_where_each_names_its_own()
    {
        var reading = await LedgerReading.ReadAsync("编号,收集日期,意见内容,家站\n1,2026-03-02,路灯不亮,八角代表之家\n2,2026-03-02,停车难,查无此站\n3,2026-03-02,太吵,"u8.ToArray(), "台账.csv", null, null, Cancel);

        var report = await DeskAt(_there).TryAsync(reading, ImportDesk.AsWritten, null, Cancel);

        Assert.Equal([3, 4], report.Refused.Select(note => note.Line));
        Assert.Equal(new Dictionary<string, int> { ["BJ01"] = 1 }, report.ByStation);
    }

    private async Task UnassignedAsync()
    {
        var seen = await _year.TakeAsync(_here.District.BajiaoHome.Id, new(2026, 1, 5), "尚未交办的建议");
        await _year.Desk.ForwardAsync(seen, new ForwardForm { On = new(2026, 1, 6), Channel = ForwardingChannel.BetweenSessions, BetweenSessionsWay = BetweenSessionsWay.Suggestion, DocumentNumber = "闭会〔2026〕1号" });
    }

    private async Task AnsweredByACoHandlerAloneAsync()
    {
        var seen = await _year.ForwardedAsync(_here.District.BajiaoStation.Id, new(2026, 11, 20));
        await _year.Desk.RecordAnswerBesideAsync(seen, _here.District.Housing.Id, AnswerOutcome.Solved, "我们这边办好了。", new(2026, 11, 25));
    }

    private async Task SupplementedAsync()
    {
        var seen = await _year.AnsweredAsync(_here.District.BajiaoStation.Id, new(2026, 11, 1), new(2026, 11, 20), AnswerOutcome.Planned);
        await _year.Desk.SupplementAsync(seen, AnswerOutcome.Solved, "已经修好。", new(2026, 11, 28));
    }

    private async Task ByACityDeputyAsync()
    {
        var seen = await _year.TakeAsync(_here.District.ShougangHome.Id, new(2026, 10, 1), "公交太挤", new VoterForm { Name = "王小明", Phone = "13800000001" }, new VoterForm { Name = "李女士" });
        await _year.Desk.ForwardAsync(seen, new ForwardForm { On = new(2026, 10, 2), Channel = ForwardingChannel.MunicipalDeputy, CityDeputyId = _here.District.CityDeputy.Id });
        await _year.Desk.RecordAnswerAsync(await NextAsync(seen), AnswerOutcome.BeingSolved, "市里在研究。", new(2026, 10, 20));
    }

    /// <summary>In time by the two months of another round it would not be, by the three of a first round it would.</summary>
    private async Task InASecondRoundAsync()
    {
        var organs = new HandlersForm { LeadOrganId = _here.District.Housing.Id };
        var seen = await _year.TakeAsync(_here.District.BajiaoHome.Id, new(2026, 2, 2), "屋顶漏水");
        await _year.Desk.ForwardAsync(seen, new ForwardForm { On = new(2026, 2, 3), Channel = ForwardingChannel.BetweenSessions, DocumentNumber = "闭会〔2026〕7号" });
        await _year.Desk.AssignAsync(await NextAsync(seen), organs, new(2026, 2, 5));
        await _year.Desk.RecordAnswerAsync(await NextAsync(seen), AnswerOutcome.Planned, "列入明年计划。", new(2026, 4, 1));
        await _year.Desk.FeedBackAsync(await NextAsync(seen), new FeedbackFacts(FeedbackMeans.Telephone, "顾砚清", "要等明年。", new(2026, 4, 3), VoterRating.Dissatisfied));
        await _year.Desk.ForwardAgainAsync(await NextAsync(seen), new ForwardForm { On = new(2026, 9, 10), Channel = ForwardingChannel.BetweenSessions, DocumentNumber = "闭会〔2026〕8号" }, "联络室主任");
        await _year.Desk.AssignAsync(await NextAsync(seen), organs, new(2026, 9, 15));
    }

    /// <summary>Overdue it would be from the day it was collected, and from the day it was explained it is not.</summary>
    private async Task ExplainedLaterAsync()
    {
        var explained = await _year.TakeAsync(_here.District.ShougangHome.Id, new(2026, 8, 1), "何时加装电梯");
        await _year.Desk.ExplainAsync(explained, "按现行标准办理。", new(2026, 11, 25), null);
        var elsewhere = await _year.TakeAsync(_here.District.ShougangHome.Id, new(2026, 8, 2), "合同纠纷");
        await _year.Desk.PointElsewhereAsync(elsewhere, "区人民法院", "属于民事纠纷。", new(2026, 11, 26), null);
    }

    private async Task<Seen> NextAsync(Seen seen)
    {
        await using var db = _here.CreateDbContext();
        return new Seen(seen.OpinionId, await db.Opinions.Where(o => o.Id == seen.OpinionId).Select(o => o.Version).SingleAsync(Cancel), Guid.NewGuid());
    }

    private async Task<ImportReport> TakeOverAsync()
    {
        var book = (await _year.WrittenAsync(scope: new BookScope(Reach.All, "全区", VotersInFull: true, []))).ToArray();
        return await DeskAt(_there).WriteAsync(await LedgerReading.ReadAsync(book, "年度表册.xlsx", null, null, Cancel), ImportDesk.AsWritten, skipRefused: false, null, Cancel);
    }

    private ImportDesk DeskAt(LiaisonDatabase database) => new(
        database.DoorFor("值班员", _year.Clock).Door, database.Batches, database.Ring, database, _year.Clock, Options.Create(new LiaisonOptions()),
        new ImportMappings(new DataFolder(Options.Create(new LiaisonOptions { DataDirectory = _folder.Path }))));

    private async Task AgreeAsync() => Assert.Equal(await CountsAsync(_here), await CountsAsync(_there));

    /// <summary>Every number of every station that has any.</summary>
    private static async Task<string> CountsAsync(LiaisonDatabase database)
    {
        await using var db = database.CreateDbContext();
        var codes = await db.Stations.ToDictionaryAsync(station => station.Id, station => station.Code, Cancel);
        var counts = await new CountQueries(database).ByStationAsync(BookedYear.Year, BookedYear.Today, Cancel);
        return string.Join('\n', counts.Where(station => station.Value.Collected > 0).Select(station => $"{codes[station.Key]} {station.Value}").Order(StringComparer.Ordinal));
    }
}
