using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

/// <summary>What deputies did stands in the book as on their pages: receptions, reports, and what they carried.</summary>
public sealed class BookedReceptionsTests : IDisposable
{
    private readonly LiaisonDatabase _database = new();
    private readonly BookedYear _year;

    public BookedReceptionsTests() => _year = new BookedYear(_database, _database.Store, _database.District);

    private SmallDistrict District => _database.District;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Ledgers_A_and_B_list_what_was_held_in_the_year()
    {
        await ReceiveAsync();
        using var book = await _year.ReopenedAsync();
        var (receptions, performance) = (book.Worksheet("接待记录表"), book.Worksheet("履职活动记录表"));

        Assert.Equal([5, null, 3], receptions.Body().Select(row => row.Cell(receptions.Under("接待人次")).IsEmpty() ? null as int? : row.Number(receptions.Under("接待人次"))));
        Assert.Equal(["接待时说的路灯", "接待时说的路灯", ""], receptions.Body().Select(row => row.Cell(receptions.Under("意见和要求（原话）")).GetString()));
        Assert.Equal(["顾砚清", "陶知言", "陶知言"], performance.Body().Select(row => row.Cell(performance.Under("代表姓名")).GetString()));
    }

    [Fact]
    public async Task Stations_count_receptions_who_came_and_who_reported()
    {
        await ReceiveAsync();
        await _year.ReportedAsync(District.Gu, new(2026, 11, 20));
        await StationAsync(District.Gu.Id, District.BajiaoHome.Id, District.BajiaoStation.Id);
        await StationAsync(District.Tao.Id, District.BajiaoHome.Id);
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("家站统计");

        Assert.Equal(
            ["1|2|2/2|5|1|1/2", "0|0|1/1|0|1|1/1", "1|2|2/2|5|1|1/2", "1|1|0/0|3|0|0/0", "1|1|0/0|3|0|0/0", "2|3|2/2|8|1|1/2"],
            sheet.Body().Select(row => string.Join('|', new[] { sheet.Under("接待场次"), sheet.Under("进站代表人次"), sheet.Under("人数", "进站率"), sheet.Under("接待选民人次"), sheet.Under("述职代表数"), sheet.Under("人数", "述职率") }.Select(column => row.Cell(column).GetString()))));
        Assert.Equal("—", sheet.Body()[3].Cell(sheet.Under("比率", "进站率")).GetString());
    }

    [Fact]
    public async Task What_two_deputies_carry_counts_for_both_and_once_in_the_total()
    {
        await _year.FillAsync();
        await ReceiveAsync();
        await _year.ReportedAsync(District.Tao, new(2026, 11, 20));
        var counts = await _year.CountedAsync();
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("代表统计");
        var rows = sheet.Body();

        Assert.Equal(["顾砚清", "陶知言", "（代表待定）", "减：共同反映的重复计数", "合计"], rows.Select(row => row.Cell(2).GetString()));
        Assert.All(
            new (string Header, int Counted)[] { ("收集", counts.Collected), ("转交", counts.Forwarded), ("答复", counts.Answered), ("反馈", counts.FedBack), ("待反馈", counts.AwaitingFeedback) },
            column => Assert.Equal((column.Counted, column.Counted), (rows[^1].Number(sheet.Under(column.Header)), rows.SkipLast(1).Sum(row => row.Number(sheet.Under(column.Header))))));
        Assert.Equal((1, 2, 3), (rows[0].Number(sheet.Under("参加接待")), rows[1].Number(sheet.Under("参加接待")), rows[^1].Number(sheet.Under("参加接待"))));
        Assert.Equal(["", "2026-11-20 口头述职", "", "", "1/2"], rows.Select(row => row.Cell(sheet.Under("述职")).GetString()));
    }

    [Fact]
    public async Task Voters_and_deputies_rate_apart()
    {
        await _year.FillAsync();
        var seen = await _year.TakeAsync(District.BajiaoHome.Id, new(2026, 7, 1));
        await _year.Desk.ForwardAsync(seen, new ForwardForm { Channel = ForwardingChannel.BetweenSessions, BetweenSessionsWay = BetweenSessionsWay.DirectLine, DocumentNumber = "直通车第3号", On = new(2026, 7, 2) });
        await _year.Desk.AssignAsync(await AgainAsync(seen), new HandlersForm { LeadOrganId = District.Court.Id }, new(2026, 7, 3));
        await _year.Desk.RecordAnswerAsync(await AgainAsync(seen), AnswerOutcome.Solved, "已办。", new(2026, 7, 20));
        await _year.Desk.RateAnswerAsync(await AgainAsync(seen), DeputyRating.MostlySatisfied, new(2026, 7, 21));
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("满意度");

        Assert.Equal([1, 1, 0, 1], Of("选民评价", "满意", "基本满意", "不满意", "未能联系上"));
        Assert.Equal([1, 0, 1, 0, 0], Of("代表评价答复", "应评价", "满意", "基本满意", "不满意", "未评价"));

        IEnumerable<int> Of(string group, params string[] headers) => headers.Select(header => sheet.Body()[^1].Number(sheet.Under(header, group)));
    }

    [Fact]
    public async Task A_topic_has_its_receptions_and_its_opinions_and_the_rest_stands_beside()
    {
        await _year.FillAsync();
        await _year.ReceivedAsync(District.BajiaoHome, new(2026, 3, 2), [District.Gu], 5, topic: 1);
        await _year.ReceivedAsync(District.BajiaoHome, new(2026, 3, 3), [District.Gu], 5);
        using var book = await _year.ReopenedAsync();
        var sheet = book.Worksheet("议题");

        Assert.Equal(["城市照明 1 0", "（没有归入议题） 1 11", "合计 2 11"], sheet.Body().Select(row => $"{row.Cell(1).GetString()} {row.Number(sheet.Under("接待场次"))} {row.Number(sheet.Under("收集"))}"));
    }

    [Fact]
    public async Task The_offices_letters_stand_before_the_outcomes_in_the_ledger_and_over_the_columns()
    {
        var lettered = new BookedYear(_database, _database.Store, District) { Office = new LiaisonOptions { OutcomeLetters = new Dictionary<string, string> { ["Solved"] = "A", ["Planned"] = "B" } } };
        await lettered.FillAsync();
        using var book = await lettered.ReopenedAsync();
        var (ledger, organs) = (book.Worksheet("意见台账"), book.Worksheet("承办单位"));

        Assert.Equal(["", "A．已解决", "B．列入计划", "暂不能解决"], ledger.Body().Select(row => row.Cell(ledger.Under("办理结果类别")).GetString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(4, organs.Body()[^1].Number(organs.Under("A．已解决")));
        Assert.Equal(1, organs.Body()[^1].Number(organs.Under("暂不能解决")));
    }

    /// <summary>Two in the year, the first with two opinions; one the year before.</summary>
    private async Task ReceiveAsync()
    {
        await _year.ReceivedAsync(District.BajiaoHome, new(2026, 3, 2), [District.Gu, District.Tao], 5, opinions: 2);
        await _year.ReceivedAsync(District.ShougangHome, new(2026, 3, 9), [District.Tao], 3);
        await _year.ReceivedAsync(District.BajiaoHome, new(2025, 12, 31), [District.Gu], 9);
    }

    private async Task StationAsync(int deputyId, params int[] stations)
    {
        await using var db = _database.CreateDbContext();
        (await db.Deputies.Include(deputy => deputy.Stations).SingleAsync(deputy => deputy.Id == deputyId)).ReceivesAtOnly(stations);
        await db.SaveChangesAsync();
    }

    private async Task<Seen> AgainAsync(Seen seen)
    {
        await using var db = _database.CreateDbContext();
        return new Seen(seen.OpinionId, await db.Opinions.Where(o => o.Id == seen.OpinionId).Select(o => o.Version).SingleAsync(), Guid.NewGuid());
    }
}
