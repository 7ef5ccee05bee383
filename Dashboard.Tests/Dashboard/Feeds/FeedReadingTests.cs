using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Feeds;

/// <summary>What leaves by an address.</summary>
public sealed partial class FeedReadingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happened_to_opinions_no_voters_words_name_or_phone_leaves_by_an_address() =>
        await RandomLife.Dice.SampleAsync(
            async dice =>
            {
                await using var house = await LiaisonHouse.OpenAsync();
                var opinions = await LiveAsync(house, dice);
                var desk = house.The<FeedDesk>();
                foreach (var owner in new[] { FeedOwner.Deputy(house.District.Gu.Id), FeedOwner.Deputy(house.District.Tao.Id), FeedOwner.Station(house.District.BajiaoHome.Id), FeedOwner.Station(house.District.ShougangHome.Id) })
                {
                    var content = await house.The<FeedReading>().FindAsync(await desk.MakeAsync(owner), Cancelled);
                    var text = CalendarDocument.Write(content!, new Uri("https://liaison.example"), LiaisonHouse.Today).Replace("\r\n ", "", StringComparison.Ordinal);
                    Assert.DoesNotMatch(OfVoters(), text);
                    Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) < 4000));
                    var known = opinions.ToDictionary(opinion => opinion.Number);
                    Assert.All(content!.DueDates.Where(due => due.Number is not null && due.Kind is not DueKind.Rate), due =>
                    {
                        Assert.Equal(known[due.Number!].DueOn, due.On);
                        Assert.True(due.On >= LiaisonHouse.Today.AddDays(-30));
                        Assert.Equal(due.Kind is DueKind.Tell, known[due.Number!].AwaitingFeedbackSince is not null);
                    });
                    if (owner.StationId is { } station)
                    {
                        Assert.Equal(
                            opinions.Where(opinion => opinion.StationId == station && opinion.DueOn >= LiaisonHouse.Today.AddDays(-30)).Select(opinion => opinion.Number).Order(),
                            content.DueDates.Select(due => due.Number!).Order());
                    }
                }
            },
            iter: 6,
            threads: 1);

    [Fact]
    public async Task A_deputy_reads_ones_own_sessions_of_the_last_sixty_days_and_to_come_with_why_one_was_cancelled()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var (gu, tao) = (house.District.Gu, house.District.Tao);
        await using (var db = house.Rows())
        {
            var cancelled = Plan(7, gu, tao);
            cancelled.Cancel("场地检修", LiaisonHouse.Entered);
            db.AddRange(Plan(-61, gu), Plan(-60, gu), cancelled, Plan(8, tao), Plan(300, gu));
            await db.SaveChangesAsync(Cancelled);
        }

        var content = await house.The<FeedReading>().FindAsync(await house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(gu.Id)), Cancelled);

        Assert.Equal([-60, 7, 300], content!.Sessions.Select(session => session.On.DayNumber - LiaisonHouse.Today.DayNumber));
        Assert.Equal((SessionStatus.Cancelled, "场地检修", "八角代表之家", 1), (content.Sessions[1].Status, content.Sessions[1].CancelReason, content.Sessions[1].Station, content.Sessions[1].Version));
        Assert.Equal(["顾砚清", "陶知言"], content.Sessions[1].With);

        ContactSession Plan(int days, params Deputy[] with) => ContactSession.Plan(
            house.District.BajiaoHome, new SessionFacts(LiaisonHouse.Today.AddDays(days), new TimeOnly(9, 0), new TimeOnly(11, 0), "二层接待室", ContactForm.Talk, with), LiaisonHouse.Entered);
    }

    [Fact]
    public async Task A_deputy_reads_the_number_of_what_was_collected_where_one_receives_and_only_that_there_is_more_elsewhere()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var gu = house.District.Gu;
        await using (var db = house.Rows())
        {
            (await db.Deputies.SingleAsync(deputy => deputy.Id == gu.Id, Cancelled)).ReceivesAt(house.District.BajiaoHome.Id);
            await db.SaveChangesAsync(Cancelled);
        }

        foreach (var station in new[] { house.District.BajiaoHome, house.District.ShougangHome })
        {
            var made = await house.Desk.CollectAsync(new CollectForm { StationId = station.Id, Words = "路灯不亮", On = LiaisonHouse.Today, DeputyIds = [gu.Id] }, Guid.NewGuid());
            await house.Desk.ForwardAsync(new Seen(made.Id, 1, Guid.NewGuid()), Acts.ToOrgan(house.District, LiaisonHouse.Today));
        }

        var content = await house.The<FeedReading>().FindAsync(await house.The<FeedDesk>().MakeAsync(FeedOwner.Deputy(gu.Id)), Cancelled);

        Assert.Equal(["2026-BJ01-0001", null], content!.DueDates.Select(due => due.Number));
        Assert.All(content.DueDates, due => Assert.Equal((DueKind.Answer, LiaisonHouse.Today.AddDays(30)), (due.Kind, due.On)));
    }

    private static async Task<IReadOnlyList<Opinion>> LiveAsync(LiaisonHouse house, int[] dice)
    {
        await using var db = house.Rows();
        var series = new Dictionary<(int, int), OpinionSeries>();
        var opinions = await new RandomLife(house.District, dice).OpinionsAsync(series, async lead =>
        {
            db.Add(lead);
            await db.SaveChangesAsync(Cancelled);
        });
        db.AddRange(opinions.Where(opinion => opinion.Id == 0));
        db.AddRange(series.Values);
        await db.SaveChangesAsync(Cancelled);
        return opinions;
    }

    [GeneratedRegex("路灯|选民[0-9]|1000000|O'Neil")]
    private static partial Regex OfVoters();
}
