using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>接待记录表, taken into an empty house: the receptions are held there, with what was heard at them.</summary>
public sealed class ReceptionRoundTripTests : IAsyncLifetime
{
    private static readonly LedgerFilter ThisYear = new(new DateOnly(2026, 1, 1), LiaisonHouse.Today);

    private LiaisonHouse _here = null!; // opened before each test
    private LiaisonHouse _there = null!; // the same

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _here = await LiaisonHouse.OpenAsync();
        _there = await LiaisonHouse.OpenAsync();
        await HeldSession.OfAsync(_here);
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task The_receptions_come_back_with_what_was_heard_and_the_same_numbers()
    {
        var report = await TakeOverAsync();

        Assert.Empty(report.Refused);
        Assert.Equal((1, 7, 3), (report.Receptions, report.VoterTimes, report.Opinions));
        Assert.Equal(await SaidAsync(_here), await SaidAsync(_there));
        Assert.Equal(await CountsAsync(_here), await CountsAsync(_there));
    }

    [Fact]
    public async Task The_same_ledger_again_adds_nothing()
    {
        await TakeOverAsync();

        var again = await TakeOverAsync();

        Assert.Equal((0, 0, 3, (int?)null), (again.Receptions, again.Opinions, again.RecognisedRows, again.BatchId));
    }

    [Fact]
    public async Task Undoing_takes_the_receptions_back_too()
    {
        var batch = (await TakeOverAsync()).BatchId!.Value;

        await _there.The<ImportDesk>().UndoAsync(batch, Cancel);

        await using var db = _there.Rows();
        Assert.Equal((0, 0, 0), (await db.ContactSessions.CountAsync(Cancel), await db.Set<SessionEntry>().CountAsync(Cancel), await db.Opinions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task What_was_confirmed_since_is_not_undone_and_the_reception_is_named()
    {
        var batch = (await TakeOverAsync()).BatchId!.Value;
        await using (var db = _there.Rows())
        {
            var session = await db.ContactSessions.Include(s => s.Deputies).Include(s => s.Entries).SingleAsync(Cancel);
            session.Confirm(_there.District.Gu, new Signature("顾砚清", new DateTime(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc)));
            await db.SaveChangesAsync(Cancel);
        }

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => _there.The<ImportDesk>().UndoAsync(batch, Cancel));

        Assert.Contains("接2026-0001", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reception_by_somebody_who_is_not_in_the_roster_is_refused_with_what_was_heard_at_it()
    {
        var content = "记录编号,接待日期,起止时间,地点,接待代表,接待人次,意见和要求\n接1,2026-03-02,9:00-11:00,八角北里,查无此人,3,路灯不亮\n接1,2026-03-02,9:00-11:00,八角北里,查无此人,,停车难\n接2,2026-03-02,上午,八角北里,顾砚清,1,"u8.ToArray();

        var report = await _there.The<ImportDesk>().TryAsync(await LedgerReading.ReadAsync(content, "记录.csv", null, null, Cancel), "BJ01", null, Cancel);

        Assert.Equal([2, 3, 4], report.Refused.Select(note => note.Line));
        Assert.Contains("请先导入代表名册", report.Refused[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("看不出从几点到几点", report.Refused[2].Sentence, StringComparison.Ordinal);
        Assert.True(report.IsEmpty);
    }

    private async Task<ImportReport> TakeOverAsync()
    {
        var file = await _here.The<LedgerFiles>().BookAsync(ThisYear, votersInFull: true, Cancel);
        using var content = new MemoryStream();
        await file.Content.CopyToAsync(content, Cancel);
        var reading = await LedgerReading.ReadAsync(content.ToArray(), file.Name, null, null, Cancel);
        return await _there.The<ImportDesk>().WriteAsync(reading, ImportDesk.AsWritten, skipRefused: false, null, Cancel);
    }

    /// <summary>The receptions with who was there, and what was heard at each.</summary>
    private static async Task<string> SaidAsync(LiaisonHouse house)
    {
        await using var db = house.Rows();
        var sessions = await db.ContactSessions.Include(s => s.Deputies).OrderBy(s => s.On).ToListAsync(Cancel);
        var opinions = await db.Opinions.OrderBy(o => o.Id).Select(o => new { o.SessionId, o.Words, o.Stage, o.Explanation, o.PointedTo, Told = o.Feedbacks.Count }).ToListAsync(Cancel);
        return string.Join('\n', sessions.Select(s => $"{s.On} {s.From} {s.Until} {s.Place} {s.Form} {s.Way} {s.Status} {s.VoterTimes} {s.Notes} {string.Join(',', s.Deputies.Where(link => link.Attended is true).Select(link => link.DeputyId))}")
            .Concat(opinions.Select(o => $"{o.SessionId is not null} {o.Words} {o.Stage} {o.Explanation} {o.PointedTo} {o.Told}")));
    }

    private static async Task<string> CountsAsync(LiaisonHouse house) => string.Join(
        '\n', (await house.The<CountQueries>().ByStationAsync(2026, LiaisonHouse.Today, Cancel)).Where(station => station.Value.Collected > 0).OrderBy(station => station.Key).Select(station => $"{station.Key} {station.Value}"));
}
