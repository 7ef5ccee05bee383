using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Seeding;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>The demonstration year on the wall: whatever is drawn adds up to what the board says.</summary>
public sealed class WallQueriesTests(DemonstrationTests.OneAutumn autumn) : IClassFixture<DemonstrationTests.OneAutumn>
{
    private static readonly DateOnly Autumn = AutumnDatabase.Day;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_picture_adds_up_to_the_boards_numbers()
    {
        var (pictures, board) = (await ReadAsync(Reach.All), await BoardAsync());
        var total = OpinionCounts.Sum(board.Values);

        Assert.Equal(total, pictures.Total);
        Assert.Equal(total, OpinionCounts.Sum(pictures.Weeks.Select(week => week.Counts)));
        Assert.All(pictures.Units.SelectMany(unit => unit.Stations), station => Assert.Equal(station.Counts.Collected, station.Months.Sum()));
        Assert.Equal(total.Forwarded, pictures.Journeys.Sum(one => one.Times));
        Assert.Equal(total.Answered, pictures.Journeys.Where(one => one.Outcome is not null).Sum(one => one.Times));
        Assert.Equal(total.AwaitingAnswer, pictures.Journeys.Where(one => one.Outcome is null).Sum(one => one.Times));
        Assert.Equal(total.Overdue, pictures.Late.Count);
        Assert.Equal(total.AnswerOverdue, pictures.Late.Count(late => late.Measure == Measure.AnswerOverdue));
        Assert.Equal(total.FeedbackOverdue, pictures.Late.Count(late => late.Measure == Measure.FeedbackOverdue));
    }

    [Fact]
    public async Task The_stations_are_those_of_the_board_in_official_order_with_its_numbers()
    {
        var (pictures, board) = (await ReadAsync(Reach.All), await BoardAsync());
        await using var db = Rows();
        var ids = await db.Stations.ToDictionaryAsync(station => station.Code, station => station.Id, Cancelled);
        var units = await db.Units.OrderBy(unit => unit.Order).Select(unit => unit.ShortName).ToListAsync(Cancelled);

        Assert.Equal(units, pictures.Units.Select(unit => unit.Name));
        Assert.Equal(60, pictures.Units.Sum(unit => unit.Stations.Count));
        Assert.All(pictures.Units, unit => Assert.True(unit.Stations[0].IsHome));
        Assert.All(pictures.Units.SelectMany(unit => unit.Stations), station => Assert.Equal(board.GetValueOrDefault(ids[station.Code], OpinionCounts.None), station.Counts));
        Assert.Contains(pictures.Units.SelectMany(unit => unit.Stations), station => station.IsSilent);
    }

    [Fact]
    public async Task The_year_before_is_all_of_the_year_before()
    {
        await using var db = Rows();

        Assert.Equal(await db.Opinions.CountAsync(o => o.Year == 2025, Cancelled), (await ReadAsync(Reach.All)).Weeks.Sum(week => week.LastYear));
    }

    [Theory]
    [InlineData(2026, 53)]
    [InlineData(2027, 53)]
    [InlineData(2028, 53)]
    [InlineData(2034, 53)]
    [InlineData(2040, 54)]
    public async Task Weeks_begin_on_Monday_and_leave_no_day_of_the_year_out(int year, int weeks)
    {
        var pictures = await Queries.ReadAsync(Reach.All, new DateOnly(year, 6, 1), Cancelled);

        Assert.Equal(weeks, pictures.Weeks.Count);
        Assert.Equal((new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), (pictures.Weeks[0].From, pictures.Weeks[^1].Until));
        Assert.All(pictures.Weeks.Skip(1), week => Assert.Equal(DayOfWeek.Monday, week.From.DayOfWeek));
        Assert.All(pictures.Weeks.Zip(pictures.Weeks.Skip(1)), pair => Assert.Equal(pair.First.Until.AddDays(1), pair.Second.From));
    }

    [Fact]
    public async Task A_units_wall_shows_its_stations_and_the_numbers_of_no_other()
    {
        await using var db = Rows();
        var own = await db.Stations.Where(station => station.Code.StartsWith("BJ")).ToListAsync(Cancelled);
        var board = await BoardAsync();

        var pictures = await ReadAsync(Reach.OfStations(own.Select(station => station.Id)));

        var total = OpinionCounts.Sum(own.Select(station => board.GetValueOrDefault(station.Id, OpinionCounts.None)));
        Assert.Equal("八角街道", Assert.Single(pictures.Units).Name);
        Assert.Equal(total, pictures.Total);
        Assert.Equal(total, OpinionCounts.Sum(pictures.Weeks.Select(week => week.Counts)));
        Assert.Equal(total.Forwarded, pictures.Journeys.Sum(one => one.Times));
        Assert.Equal(total.Overdue, pictures.Late.Count);
        Assert.All(pictures.Late, late => Assert.Contains(own, station => station.Name == late.Station));
    }

    [Fact]
    public async Task The_longest_overdue_comes_first_and_days_are_counted_from_the_last_day_in_time()
    {
        var late = (await ReadAsync(Reach.All)).Late;
        await using var db = Rows();
        var first = await db.Opinions.Where(o => o.Year == 2026 && o.DueOn < Autumn).MinAsync(o => o.DueOn, Cancelled);

        Assert.Equal(late.OrderByDescending(one => one.Days).Select(one => one.Days), late.Select(one => one.Days));
        Assert.Equal(Autumn.DayNumber - first!.Value.DayNumber, late[0].Days);
    }

    [Fact]
    public async Task Nobodys_name_and_nobodys_words_are_on_the_wall()
    {
        var pictures = await ReadAsync(Reach.All);
        await using var scope = autumn.Workplace.Services.CreateAsyncScope();
        var drawn = string.Concat((await ActivatorUtilities.CreateInstance<WallParts>(scope.ServiceProvider).DrawAsync(new WallFace(pictures.Total, pictures) { Part = "" }, picturesToo: true)).Values);

        await using var db = Rows();
        var names = (await db.Deputies.Select(deputy => deputy.Name).ToListAsync(Cancelled)).Concat(await db.Set<Voter>().Select(voter => voter.Name).ToListAsync(Cancelled));
        Assert.DoesNotContain(names, name => name.Length > 1 && drawn.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain(await db.Opinions.Select(o => o.Words).ToListAsync(Cancelled), words => drawn.Contains(words, StringComparison.Ordinal));
        Assert.Contains("监察委", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_every_picture_stands_a_table_of_the_same_numbers()
    {
        var pictures = await ReadAsync(Reach.All);
        await using var scope = autumn.Workplace.Services.CreateAsyncScope();
        var parts = await ActivatorUtilities.CreateInstance<WallParts>(scope.ServiceProvider).DrawAsync(new WallFace(pictures.Total, pictures) { Part = "" }, picturesToo: true);

        Assert.Equal(pictures.Weeks.Count(week => week.Counts.Collected > 0 || week.LastYear > 0), RowsOf(parts["weeks"]));
        Assert.Equal(pictures.Journeys.Count, RowsOf(parts["flow"]));
        Assert.Equal(60, RowsOf(parts["months"]));
        Assert.Equal(["late", "strip"], (await ActivatorUtilities.CreateInstance<WallParts>(scope.ServiceProvider).DrawAsync(new WallFace(pictures.Total, pictures) { Part = "" }, picturesToo: false)).Keys.Order(StringComparer.Ordinal));

        static int RowsOf(string table) => table.Split("<tr>").Length - 2;
    }

    private WallQueries Queries => autumn.Workplace.The<WallQueries>();

    private Task<WallPictures> ReadAsync(Reach reach) => Queries.ReadAsync(reach, Autumn, Cancelled);

    private Task<IReadOnlyDictionary<int, OpinionCounts>> BoardAsync() => autumn.Workplace.The<CountQueries>().ByStationAsync(2026, Autumn, Cancelled);

    private LiaisonDbContext Rows() => autumn.Workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();
}
