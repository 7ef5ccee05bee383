using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>Where addresses of calendars are made and revoked.</summary>
public sealed class FeedDesk(WriteDoor door, TimeProvider clock)
{
    /// <summary>So many phones and computers read one calendar by addresses of their own.</summary>
    public const int AtOnce = 5;

    private const int HintLength = 6;

    /// <summary>Makes an address; what it returns is its secret part, which is kept nowhere.</summary>
    /// <exception cref="RuleBrokenException">There is no such deputy or station (within reach), the deputy is out of office, the station closed, or there are enough addresses.</exception>
    public async Task<string> MakeAsync(FeedOwner owner)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(FeedKey.Bytes));
        await door.WriteAsync(Deed.SubscribeCalendar, async writing =>
        {
            var name = owner.DeputyId is { } deputy ? await DeputyAsync(writing, deputy) : await StationAsync(writing, owner.StationId!.Value);
            var live = await writing.Db.CalendarFeeds.CountAsync(feed => feed.DeputyId == owner.DeputyId && feed.StationId == owner.StationId && feed.RevokedAt == null);
            Require(live < AtOnce, $"{name}已经有 {live} 个订阅地址在用，请先撤销不用的。");
            writing.Db.Add(new CalendarFeed(owner.DeputyId, owner.StationId, key[..HintLength], FeedKey.HashOf(key), writing.At, writing.Who.Name));
            await writing.RecordAsync(AuditAct.CalendarFeedMade, About(name, key[..HintLength]));
        });
        return key;
    }

    /// <summary>The address opens nothing any more; phones keep what they read until they notice.</summary>
    /// <exception cref="RuleBrokenException">There is no such address (within reach), or it is revoked already.</exception>
    public Task RevokeAsync(int id) => door.WriteAsync(Deed.SubscribeCalendar, async writing =>
    {
        var unknown = $"没有第 {id} 号订阅地址。";
        var feed = await writing.Db.CalendarFeeds.SingleOrDefaultAsync(known => known.Id == id) ?? throw new RuleBrokenException(unknown);
        if (!await writing.Db.CalendarFeeds.Within(writing.Db, writing.Reach).AnyAsync(known => known.Id == id))
        {
            throw new OutOfReachException(unknown, $"日历订阅 {id}");
        }

        Require(feed.RevokedAt is null, "这个订阅地址已经撤销。");
        feed.Revoke(writing.At);
        await writing.RecordAsync(AuditAct.CalendarFeedRevoked, About(await NameAsync(writing.Db, feed), feed.Hint));
    });

    private async Task<string> StationAsync(Writing writing, int id)
    {
        const string Unknown = "没有这个家站，请重新选择。";
        var station = await writing.Db.Stations.SingleOrDefaultAsync(known => known.Id == id) ?? throw new RuleBrokenException(Unknown);
        if (!writing.Reach.CoversStation(id))
        {
            throw new OutOfReachException(Unknown, $"家站 {station.Code}");
        }

        Require(station.IsOpenOn(clock.Today()), $"{station.Name}已于{station.ClosedOn:yyyy年M月d日}停用。");
        return station.Name;
    }

    private static async Task<string> DeputyAsync(Writing writing, int id)
    {
        const string Unknown = "没有这位代表，请重新选择。";
        var deputy = await writing.Db.Deputies.SingleOrDefaultAsync(known => known.Id == id) ?? throw new RuleBrokenException(Unknown);
        if (!await writing.Db.Deputies.Within(writing.Reach).AnyAsync(known => known.Id == id))
        {
            throw new OutOfReachException(Unknown, $"代表 {deputy.Code}");
        }

        Require(deputy.Status is OfficeStatus.InOffice, $"{deputy.Name}已不再履职，没有可以订阅的日历。");
        return $"{deputy.Name}代表";
    }

    private static async Task<string> NameAsync(LiaisonDbContext db, CalendarFeed feed) => feed.DeputyId is { } deputy
        ? await db.Deputies.Where(known => known.Id == deputy).Select(known => known.Name + "代表").SingleAsync()
        : await db.Stations.Where(known => known.Id == feed.StationId).Select(known => known.Name).SingleAsync();

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new RuleBrokenException(otherwise);
        }
    }

    private static string About(string name, string hint) => $"日历订阅 {name}（{hint}…）";
}
