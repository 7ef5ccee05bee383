using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>Making and revoking addresses of calendars.</summary>
public sealed class FeedDeskTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SmallDistrict District => _house.District;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        await using var db = _house.Rows();
        foreach (var (deputy, station) in new[] { (District.Gu, District.BajiaoHome), (District.Tao, District.BajiaoHome), (District.Tao, District.ShougangHome) })
        {
            (await db.Deputies.SingleAsync(known => known.Id == deputy.Id, Cancelled)).ReceivesAt(station.Id);
        }

        await db.SaveChangesAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_address_is_told_once_and_only_its_hash_is_kept()
    {
        var key = await _house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id));

        Assert.Matches("^[A-Za-z0-9_-]{43}$", key);
        await using var db = _house.Rows();
        var kept = await db.CalendarFeeds.SingleAsync(Cancelled);
        Assert.Equal((District.Gu.Id, null, key[..6], FeedKey.HashOf(key), "值班员"), (kept.DeputyId, kept.StationId, kept.Hint, kept.Hash, kept.CreatedBy));
        var entry = await db.AuditEntries.SingleAsync(Cancelled);
        Assert.Equal((AuditAct.CalendarFeedMade, $"日历订阅 顾砚清代表（{key[..6]}…）"), (entry.Act, entry.About));
        Assert.DoesNotContain(key, entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_revoked_once_and_the_log_says_so()
    {
        var desk = _house.The<FeedDesk>();
        var key = await desk.MakeAsync(FeedOwner.Station(District.BajiaoHome.Id));
        Assert.NotNull(await _house.The<FeedReading>().FindAsync(key, Cancelled));

        await desk.RevokeAsync(1);

        Assert.Null(await _house.The<FeedReading>().FindAsync(key, Cancelled));
        Assert.Empty(await _house.The<FeedQueries>().ListAsync(Cancelled));
        await RefusedAsync("这个订阅地址已经撤销。", () => desk.RevokeAsync(1));
        await RefusedAsync("没有第 9 号订阅地址。", () => desk.RevokeAsync(9));
        await using var db = _house.Rows();
        Assert.Equal([AuditAct.CalendarFeedMade, AuditAct.CalendarFeedRevoked], await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_calendar_has_a_handful_of_addresses_and_a_revoked_one_makes_room()
    {
        var desk = _house.The<FeedDesk>();
        for (var made = 0; made < FeedDesk.AtOnce; made++)
        {
            await desk.MakeAsync(FeedOwner.Deputy(District.Gu.Id));
        }

        await RefusedAsync("顾砚清代表已经有 5 个订阅地址在用，请先撤销不用的。", () => desk.MakeAsync(FeedOwner.Deputy(District.Gu.Id)));
        await desk.MakeAsync(FeedOwner.Deputy(District.Tao.Id));
        await desk.RevokeAsync(1);
        await desk.MakeAsync(FeedOwner.Deputy(District.Gu.Id));
    }

    [Fact]
    public async Task A_deputy_has_ones_own_calendar_and_no_other()
    {
        var deputy = _house.As("顾砚清", new Rights([new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]));

        await ForeignAsync(deputy, FeedOwner.Deputy(District.Tao.Id), FeedOwner.Deputy(4711), "没有这位代表，请重新选择。");
        await ForeignAsync(deputy, FeedOwner.Station(District.BajiaoHome.Id), FeedOwner.Station(4711), "没有这个家站，请重新选择。");
        await deputy.GetRequiredService<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id));
        await _house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Tao.Id));

        Assert.Equal(["顾砚清代表"], (await deputy.GetRequiredService<FeedQueries>().ListAsync(Cancelled)).Select(feed => feed.Whose));
        Assert.Equal(FeedOwner.Deputy(District.Gu.Id), (await deputy.GetRequiredService<FeedQueries>().ChoicesAsync(Cancelled)).Only);
        await UnknownAsync(deputy, 2);
    }

    [Fact]
    public async Task A_station_makes_addresses_for_itself_and_for_deputies_who_receive_nowhere_else()
    {
        var station = _house.As("八角之家", new Rights([new Holding(Role.StationStaff, Reach.OfStations(District.BajiaoHome.Id))]));
        await ForeignAsync(station, FeedOwner.Deputy(District.Tao.Id), FeedOwner.Deputy(4711), "没有这位代表，请重新选择。");
        await ForeignAsync(station, FeedOwner.Deputy(District.CityDeputy.Id), FeedOwner.Deputy(4711), "没有这位代表，请重新选择。");
        await ForeignAsync(station, FeedOwner.Station(District.ShougangHome.Id), FeedOwner.Station(4711), "没有这个家站，请重新选择。");
        await station.GetRequiredService<FeedDesk>().MakeAsync(FeedOwner.Station(District.BajiaoHome.Id));
        await station.GetRequiredService<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id));
        await _house.The<FeedDesk>().MakeAsync(FeedOwner.Station(District.ShougangHome.Id));

        Assert.Equal(["顾砚清代表", "八角代表之家"], (await station.GetRequiredService<FeedQueries>().ListAsync(Cancelled)).Select(feed => feed.Whose));
        var choices = await station.GetRequiredService<FeedQueries>().ChoicesAsync(Cancelled);
        Assert.Equal(District.BajiaoHome.Id, Assert.Single(choices.Stations).Id);
        Assert.Equal(District.Gu.Id, Assert.Single(choices.Deputies).Id);
        await UnknownAsync(station, 3);
    }

    [Fact]
    public async Task Whoever_may_not_subscribe_is_told_nothing()
    {
        var administrator = _house.As("管理员", new Rights([new Holding(Role.Administrator, Reach.All)]));
        await _house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id));

        Assert.Empty(await administrator.GetRequiredService<FeedQueries>().ListAsync(Cancelled));
        await Assert.ThrowsAsync<OutOfReachException>(() => administrator.GetRequiredService<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id)));
    }

    [Fact]
    public async Task Out_of_office_there_is_no_address_and_the_calendar_of_an_old_one_is_empty()
    {
        var key = await _house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id));
        await using (var db = _house.Rows())
        {
            (await db.Deputies.SingleAsync(deputy => deputy.Id == District.Gu.Id, Cancelled)).ChangeStatus(OfficeStatus.Resigned, LiaisonHouse.Today);
            await db.SaveChangesAsync(Cancelled);
        }

        await RefusedAsync("顾砚清已不再履职，没有可以订阅的日历。", () => _house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id)));
        var content = await _house.The<FeedReading>().FindAsync(key, Cancelled);
        Assert.Equal("这份日历已经停用。", content!.Note);
        Assert.Empty(content.Sessions);
    }

    [Fact]
    public async Task When_it_was_read_is_written_down_at_most_once_an_hour()
    {
        var key = await _house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(District.Gu.Id));
        var first = _house.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal((null, first), (await WrittenAsync(read: false), await WrittenAsync(read: true)));

        _house.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(first, await WrittenAsync(read: true));
        Assert.Equal(first.AddMinutes(59), Assert.Single(await _house.The<FeedQueries>().ListAsync(Cancelled)).LastReadAt);

        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(first.AddMinutes(60), await WrittenAsync(read: true));

        async Task<DateTime?> WrittenAsync(bool read)
        {
            if (read)
            {
                await _house.The<FeedReading>().FindAsync(key, Cancelled);
            }

            await _house.The<FeedVisits>().WriteAsync(Cancelled);
            await using var db = _house.Rows();
            return (await db.CalendarFeeds.SingleAsync(Cancelled)).LastReadAt;
        }
    }

    private static async Task ForeignAsync(IServiceProvider person, FeedOwner foreign, FeedOwner unknown, string sentence)
    {
        var desk = person.GetRequiredService<FeedDesk>();
        Assert.Equal(sentence, (await Assert.ThrowsAsync<OutOfReachException>(() => desk.MakeAsync(foreign))).Message);
        await RefusedAsync(sentence, () => desk.MakeAsync(unknown));
    }

    private static async Task UnknownAsync(IServiceProvider person, int id)
    {
        var desk = person.GetRequiredService<FeedDesk>();
        Assert.Equal($"没有第 {id} 号订阅地址。", (await Assert.ThrowsAsync<OutOfReachException>(() => desk.RevokeAsync(id))).Message);
        await RefusedAsync("没有第 99 号订阅地址。", () => desk.RevokeAsync(99));
    }

    private static async Task RefusedAsync(string sentence, Func<Task> act) => Assert.Equal(sentence, (await Assert.ThrowsAsync<RuleBrokenException>(act)).Message);
}
