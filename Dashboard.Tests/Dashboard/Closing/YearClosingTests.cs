using ClosedXML.Excel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Closing;

/// <summary>2025 is over (it is 2 March 2026) and gets closed: two opinions at 八角, one at 首钢, one of them told to its voter.</summary>
public sealed class YearClosingTests : IAsyncLifetime
{
    private const int Year = 2025;

    private static readonly Actor Office = new(null, "王静", "代表联络室", "127.0.0.1");

    private LiaisonHouse _house = null!;
    private Seen _open = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        _open = await _house.CollectAsync("路灯不亮", new DateOnly(2025, 11, 3));
        await _house.CollectAsync("井盖松动", new DateOnly(2025, 12, 31), _house.District.ShougangHome.Id);
        await _house.Desk.ExplainAsync(await _house.CollectAsync("车位太少", new DateOnly(2025, 5, 6)), "已经说明。", new(2025, 5, 6), Told(2025, 5, 7));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Closing_refuses_a_year_that_is_not_over_and_keeps_nothing()
    {
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => _house.The<YearClosing>().CloseAsync(2026, Office, cancellationToken: Cancelled));

        Assert.Equal("2026年度还没有过完，2027年1月1日起才能封账。", refused.Message);
        Assert.Equal(refused.Message, (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.CloseAsync(2026))).Message);
        await using var db = _house.Rows();
        Assert.Equal((0, 0), (await db.ClosedYears.CountAsync(Cancelled), await db.FrozenBooks.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task The_frozen_book_is_the_same_bytes_after_later_acts()
    {
        await CloseAsync();
        var before = await FetchAsync();

        await TellLateAsync();
        await _house.CollectAsync("晚到的一件", new DateOnly(2025, 12, 30));

        Assert.Equal(before, await FetchAsync());
        using var book = new XLWorkbook(new MemoryStream(before));
        Assert.Equal(3, book.Worksheet("意见台账").Body().Count);
    }

    [Fact]
    public async Task A_later_event_with_an_earlier_date_is_in_the_late_list_and_not_in_the_frozen_numbers()
    {
        await CloseAsync();
        await TellLateAsync();

        var view = await Queries.YearAsync(Year, cancellationToken: Cancelled);

        Assert.Equal([(OpinionAct.Explain, new DateOnly(2025, 12, 20)), (OpinionAct.FeedBack, new DateOnly(2025, 12, 22))], view.Late!.Rows.OrderBy(row => row.Id).Select(row => (row.Act, row.On)));
        Assert.Equal(2, view.Late.Entries);
        Assert.Contains(view.Differences, one => (one.Station, one.Number.Key, one.Frozen, one.Live) == ("八角代表之家", FrozenCount.Closing, 1, 0));
        Assert.DoesNotContain(view.Differences, one => one.Station == "首钢代表之家");
    }

    [Fact]
    public async Task The_next_book_lists_what_was_late_and_how_the_balance_goes_on()
    {
        await CloseAsync();
        await TellLateAsync();
        await _house.CollectAsync("晚到的一件", new DateOnly(2025, 12, 30));
        await _house.CollectAsync("今年的一件");

        using var book = await BookAsync(2026);

        var sheet = book.Worksheet("迟录清单");
        Assert.Equal(3, sheet.Body().Count);
        Assert.Contains(sheet.CellsUsed().Select(cell => cell.GetString()), text => text.Contains("年末未办结 2 件 ＋ 迟录收集 1 件 ＋ 封账后重新办理 0 件 － 迟录办结 1 件 － 撤销导入 0 件 ＝ 2026年初未办结 2 件。", StringComparison.Ordinal));
        var checks = book.Worksheet("核对表").CellsUsed().Select(cell => cell.GetString()).ToList();
        Assert.All(["迟录清单行数", "2025年度封账结转", "全部一致"], words => Assert.Contains(words, checks));
        using var own = await BookAsync(Year);
        Assert.False(own.Worksheets.Contains("迟录清单"));
    }

    [Fact]
    public async Task A_book_of_now_says_that_its_year_is_closed_and_the_frozen_one_does_not()
    {
        await CloseAsync();
        using var now = await BookAsync(Year);
        using var frozen = new XLWorkbook(new MemoryStream(await FetchAsync()));
        await Desk.ReopenAsync(Year, 1, "首钢漏了一件。");
        using var reopened = await BookAsync(Year);

        Assert.Contains(Notes(now), words => words.StartsWith("2025年度已于2026年3月2日封账，第1次。", StringComparison.Ordinal));
        Assert.DoesNotContain(Notes(frozen), words => words.Contains("封账", StringComparison.Ordinal));
        Assert.DoesNotContain(Notes(reopened), words => words.Contains("封账", StringComparison.Ordinal));

        static IEnumerable<string> Notes(XLWorkbook book) => book.Worksheet("说明").CellsUsed().Select(cell => cell.GetString());
    }

    [Fact]
    public async Task Late_entries_are_listed_page_by_page_the_newest_first_and_every_one_once()
    {
        await CloseAsync();
        foreach (var number in Enumerable.Range(1, ClosingQueries.LatePageSize + 1))
        {
            await _house.CollectAsync($"晚到的第 {number} 件", new DateOnly(2025, 12, 30));
        }

        var (first, second) = ((await Queries.YearAsync(Year, 1, Cancelled)).Late!, (await Queries.YearAsync(Year, 2, Cancelled)).Late!);

        Assert.Equal((ClosingQueries.LatePageSize + 1, ClosingQueries.LatePageSize, 1), (first.Entries, first.Rows.Count, second.Rows.Count));
        Assert.Equal(first.Rows.Concat(second.Rows).Select(row => row.Id).OrderDescending().Distinct(), first.Rows.Concat(second.Rows).Select(row => row.Id));
        Assert.Equal(2, (await Queries.YearAsync(Year, 9, Cancelled)).Late!.Page);
    }

    [Fact]
    public async Task Reopening_is_in_the_audit_log_with_its_reason_and_the_reopened_book_can_still_be_fetched()
    {
        await CloseAsync();
        var first = await FetchAsync();
        Assert.Equal("请写明为什么重开。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.ReopenAsync(Year, 1, " "))).Message);
        Assert.Equal("没有找到这次封账。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.ReopenAsync(Year, 2, "首钢漏了一件。"))).Message);
        Assert.Equal("2024年度现在没有封账，不用重开。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.ReopenAsync(2024, null, "首钢漏了一件。"))).Message);

        await Desk.ReopenAsync(Year, 1, "首钢漏了一件。");
        await _house.CollectAsync("漏的一件", new DateOnly(2025, 8, 8), _house.District.ShougangHome.Id);
        Assert.Equal("2025年度的第1次封账已经重开过了。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.ReopenAsync(Year, 1, "再来一次。"))).Message);
        await CloseAsync();

        await using var db = _house.Rows();
        var reopened = await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.YearReopened, Cancelled);
        Assert.Equal(("2025年度", "第1次封账重开：首钢漏了一件。"), (reopened.About, reopened.Detail));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.YearClosed && entry.Detail.Contains("SHA-256"), Cancelled));
        Assert.Equal([(2, true), (1, false)], (await Queries.YearAsync(Year, cancellationToken: Cancelled)).Books.Select(book => (book.Edition, book.Stands)).Distinct());
        Assert.Equal(first, await FetchAsync());
        Assert.NotEqual(first, await FetchAsync(edition: 2));
        Assert.Equal(0, (await Queries.YearAsync(Year, cancellationToken: Cancelled)).Late!.Entries);
    }

    [Fact]
    public async Task Of_an_opinion_about_a_deputys_own_work_no_voter_stands_in_a_frozen_book()
    {
        var spoken = await _house.Desk.CollectAsync(
            new CollectForm { StationId = _house.District.BajiaoHome.Id, Words = "很少见到代表", On = new DateOnly(2025, 6, 1), Voters = [new VoterForm { Name = "仝长友", Phone = "13800007788" }] }, Guid.NewGuid());
        await _house.Desk.ConcernAsync(new Seen(spoken.Id, 1, Guid.NewGuid()), _house.District.Tao.Id);
        await CloseAsync();

        using var book = new XLWorkbook(new MemoryStream(await FetchAsync()));
        var cells = book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Select(cell => cell.GetString()).ToList();

        Assert.Contains("（按第七条不显示）", cells);
        Assert.DoesNotContain(cells, text => text.Contains('仝', StringComparison.Ordinal) || text.Contains("7788", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_sees_its_own_part_and_nothing_else()
    {
        await CloseAsync();
        var unit = _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.BajiaoHome.Id, _house.District.BajiaoStation.Id))]));
        var view = await unit.GetRequiredService<ClosingQueries>().YearAsync(Year, cancellationToken: Cancelled);

        Assert.Equal([Addresses.FrozenBook(Year, 1, "BJ")], view.Books.Select(book => book.Address));
        Assert.Equal(2, view.Beside.Rows.Single(row => row.Number.Key == Measure.Collected.Key).Now);
        Assert.Null(view.Open);
        var desk = unit.GetRequiredService<ClosingDesk>();
        Assert.NotNull(await desk.FetchAsync(Year, 1, "BJ", Cancelled));
        Assert.Null(await desk.FetchAsync(Year, 1, "SG", Cancelled));
        Assert.Null(await desk.FetchAsync(Year, 1, Addresses.WholeDistrict, Cancelled));
        await Assert.ThrowsAsync<OutOfReachException>(() => desk.CloseAsync(2024));
        await Assert.ThrowsAsync<OutOfReachException>(() => desk.ReopenAsync(Year, 1, "想改。"));
    }

    [Fact]
    public async Task A_book_that_is_no_longer_what_was_frozen_is_not_handed_out_and_verify_names_it()
    {
        await CloseAsync();
        Assert.DoesNotContain((await VerifyAsync()).Differences, one => one.What.Contains("封存", StringComparison.Ordinal));
        await using (var behind = _house.Behind())
        {
            Run(behind, "DROP TRIGGER FrozenBooks_are_never_changed; UPDATE FrozenBooks SET Content = x'00' WHERE UnitId IS NULL");
        }

        Assert.Null((await Desk.FetchAsync(Year, 1, Addresses.WholeDistrict, Cancelled))!.Content);
        await using var db = _house.Rows();
        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Act == AuditAct.FrozenBookDamaged, Cancelled));
        var report = await VerifyAsync();
        Assert.Contains(report.Differences, one => one.InWords == "2025年度第1次封账　封存的表册（全区）：与封账时登记的 SHA-256 不符，可能已经损坏，请从备份恢复。");
        Assert.Contains(report.Differences, one => one.What == "封账的保护");
    }

    [Theory]
    [InlineData("UPDATE ClosedYears SET ClosedBy = '别人'")]
    [InlineData("UPDATE ClosedYears SET ReopenedAt = '2026-03-02', LastEntryId = 0")]
    [InlineData("DELETE FROM FrozenCounts")]
    [InlineData("UPDATE FrozenCounts SET Number = 9")]
    [InlineData("INSERT OR REPLACE INTO FrozenCounts SELECT ClosedYearId, StationId, \"Key\", 9 FROM FrozenCounts")]
    [InlineData("UPDATE FrozenBooks SET Content = x'00'")]
    [InlineData("DELETE FROM FrozenBooks")]
    [InlineData("INSERT OR REPLACE INTO FrozenBooks SELECT Id, ClosedYearId, UnitId, StationIds, Title, 9, Size, Sha256, Content FROM FrozenBooks")]
    [InlineData("INSERT OR REPLACE INTO ClosedYears SELECT Id, Year, Edition, AsOf, 0, CarriedOver, ClosedBy, ClosedAt, NULL, NULL, NULL FROM ClosedYears")]
    public async Task What_was_closed_is_never_changed_replaced_or_deleted_by_anybody(string statement)
    {
        await CloseAsync();
        await using var behind = _house.Behind();

        Assert.Contains("a closed year stays as it was", Assert.Throws<SqliteException>(() => Run(behind, statement)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_closed_years_are_compared_by_what_was_frozen_and_others_by_what_is_now()
    {
        await CloseAsync();
        Assert.False((await Queries.YearAsync(Year, cancellationToken: Cancelled)).Beside.Frozen);
        await _house.The<YearClosing>().CloseAsync(2024, Office, cancellationToken: Cancelled);
        await _house.CollectAsync("晚到的一件", new DateOnly(2025, 12, 30));

        var beside = (await Queries.YearAsync(Year, cancellationToken: Cancelled)).Beside;

        Assert.True(beside.Frozen);
        Assert.Equal((3, 0), beside.Rows.Where(row => row.Number.Key == Measure.Collected.Key).Select(row => (row.Now, row.Before)).Single());
    }

    private ClosingDesk Desk => _house.The<ClosingDesk>();

    private ClosingQueries Queries => _house.The<ClosingQueries>();

    private Task CloseAsync() => _house.The<YearClosing>().CloseAsync(Year, Office, cancellationToken: Cancelled);

    private async Task<byte[]> FetchAsync(int edition = 1) => (await Desk.FetchAsync(Year, edition, Addresses.WholeDistrict, Cancelled))!.Content!;

    /// <summary>Entered in March, done in December.</summary>
    private async Task TellLateAsync() => await _house.Desk.ExplainAsync(_open, "已经说明。", new(2025, 12, 20), Told(2025, 12, 22));

    private async Task<XLWorkbook> BookAsync(int year)
    {
        var path = Path.Combine(_house.Folder, $"{year}.xlsx");
        await _house.The<YearBook>().WriteAsync(BookPeriod.OfYear(year), BookScope.Whole, path, Office, cancellationToken: Cancelled);
        return new XLWorkbook(path);
    }

    private Task<VerificationReport> VerifyAsync() => _house.The<Verification>().RunAsync(new Progress<int>(), Cancelled);

    private static FeedbackFacts Told(int year, int month, int day) => new(FeedbackMeans.InPerson, "顾砚清", "", new DateOnly(year, month, day));

    private static void Run(SqliteConnection behind, string sql)
    {
        using var command = new SqliteCommand(sql, behind);
        command.ExecuteNonQuery();
    }
}
