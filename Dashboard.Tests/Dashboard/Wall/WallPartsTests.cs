using Bunit;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Wall;

public sealed class WallPartsTests : DashboardTestContext
{
    [Theory]
    [InlineData(2, true, 3, "逾期2")]
    [InlineData(0, true, 3, "静默")]
    [InlineData(0, false, 3, "待3")]
    [InlineData(0, false, 0, null)]
    public void A_station_has_one_word_the_gravest(int overdue, bool isSilent, int waiting, string? word) =>
        Assert.Equal(word, WallWords.Gravest(Station("古城南路联络站", counts: new OpinionCounts { Overdue = overdue, AwaitingFeedback = waiting }, isSilent: isSilent))?.Said);

    [Theory]
    [InlineData("八角代表之家", true, "代表之家")]
    [InlineData("古城南路联络站", false, "古城南路")]
    [InlineData("首钢园人大代表联络站", false, "首钢园")]
    [InlineData("联络站", false, "联络站")]
    public void A_stations_name_is_short_enough_for_five_metres(string name, bool isHome, string said) => Assert.Equal(said, WallWords.Short(Station(name, isHome)));

    [Fact]
    public async Task An_empty_register_is_told_in_sentences_and_draws_nothing_wrong()
    {
        var face = WallReading.Face(Reach.All, new Live.YearCounts("", 0, default, 2026, []), await Pictures(Reach.Nothing));

        Assert.Contains("还没有登记家和站", Render<WallStations>(parts => parts.Add(part => part.Face, face)).Markup, StringComparison.Ordinal);
        Assert.Contains("还没有转交的意见", Render<WallFlow>(parts => parts.Add(part => part.Face, face)).Markup, StringComparison.Ordinal);
        Assert.Contains("没有逾期", Render<WallLate>(parts => parts.Add(part => part.Face, face)).Markup, StringComparison.Ordinal);
        Assert.Equal("0", Render<WallStrip>(parts => parts.Add(part => part.Face, face)).Find("[data-testid=wall-collected]").TextContent);
        Render<WallWeeks>(parts => parts.Add(part => part.Face, face));
        Render<WallMonths>(parts => parts.Add(part => part.Face, face));
    }

    [Fact]
    public async Task As_long_as_nobody_keeps_receptions_no_station_is_called_silent()
    {
        await CollectAsync();

        var pictures = await Pictures(Reach.All);

        Assert.DoesNotContain(pictures.Units.SelectMany(unit => unit.Stations), station => station.IsSilent);
        Assert.Equal(1, pictures.Done.Collected);
        Assert.Equal(1, Assert.Single(pictures.Weeks, week => week.From <= Today && Today <= week.Until).Counts.Collected);
    }

    [Fact]
    public async Task A_wall_says_of_which_part_it_is()
    {
        Assert.Equal("", WallReading.Face(Reach.All, new Live.YearCounts("", 0, default, 2026, []), await Pictures(Reach.All)).Part);
        Assert.Equal("古城南路联络站", WallFace.PartOf(await Pictures(Reach.OfStations(District.BajiaoStation.Id))));
        Assert.Equal("八角街道", WallFace.PartOf(await Pictures(Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))));
        Assert.Equal("2 个单位", WallFace.PartOf(await Pictures(Reach.OfStations(District.BajiaoHome.Id, District.ShougangHome.Id))));
    }

    private Task<WallPictures> Pictures(Reach reach) =>
        new WallQueries(Database, Microsoft.Extensions.Options.Options.Create(new LiaisonOptions())).ReadAsync(reach, Today, TestContext.Current.CancellationToken);

    private static WallStation Station(string name, bool isHome = false, OpinionCounts? counts = null, bool isSilent = false) =>
        new("BJ02", name, isHome, counts ?? OpinionCounts.None, [.. Enumerable.Repeat(0, 12)], isSilent);
}
