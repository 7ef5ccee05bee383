using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data.Seeding;

public sealed class DemonstrationTests(DemonstrationTests.OneAutumn autumn) : IClassFixture<DemonstrationTests.OneAutumn>
{
    private static readonly DateOnly Autumn = AutumnDatabase.Day;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_year_looks_like_a_year()
    {
        var workplace = autumn.Workplace;
        var year = OpinionCounts.Sum((await workplace.The<CountQueries>().ByStationAsync(2026, Autumn, Cancelled)).Values);

        Assert.InRange(year.Collected, 1450, 1550);
        Assert.InRange(year.Forwarded, 1150, 1300);
        Assert.InRange(year.Answered, 1000, 1150);
        Assert.InRange(year.FedBack, 920, 1080);
        Assert.InRange(year.Explained, 120, 190);
        Assert.InRange(year.OutOfScope, 35, 80);
        Assert.InRange(year.Merged, 25, 60);
        Assert.InRange(year.ToForward, 15, 60);
        Assert.InRange(year.AwaitingFeedback, 45, 110);
        Assert.InRange(year.Overdue, 8, 30);
        Assert.InRange(year.GravelyOverdue, 1, 6);

        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();
        Assert.Equal(Enum.GetValues<OpinionAct>().Except([OpinionAct.EraseVoters]), (await db.Set<HistoryEntry>().Select(entry => entry.Act).Distinct().ToListAsync(Cancelled)).Order());
        Assert.Equal(Enum.GetValues<ForwardingChannel>(), (await db.Set<Forwarding>().Select(journey => journey.Channel).Distinct().ToListAsync(Cancelled)).Order());
        Assert.Equal(Enum.GetValues<AnswerOutcome>(), (await db.Set<Answer>().Select(answer => answer.Outcome).Distinct().ToListAsync(Cancelled)).Order());
        Assert.Equal(Enum.GetValues<VoterRating>(), (await db.Opinions.Where(o => o.Rating != null).Select(o => o.Rating!.Value).Distinct().ToListAsync(Cancelled)).Order());
        Assert.True(await db.Opinions.AnyAsync(o => o.Round == 2, Cancelled));
        Assert.True(await db.Opinions.AnyAsync(o => o.Voters.Count == 0, Cancelled));
        Assert.True(await db.Opinions.AnyAsync(o => o.Voters.Count > 1, Cancelled));
    }

    [Fact]
    public async Task Everything_is_entered_in_office_hours_not_before_it_was_done_and_before_today()
    {
        var workplace = autumn.Workplace;
        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();

        await foreach (var entry in db.Set<HistoryEntry>().AsNoTracking().Where(entry => entry.Act != OpinionAct.FallOverdue).AsAsyncEnumerable().WithCancellation(Cancelled))
        {
            var entered = ChinaTime.At(entry.At);
            Assert.InRange(entered.TimeOfDay, TimeSpan.FromHours(9), TimeSpan.FromHours(18));
            Assert.True(DateOnly.FromDateTime(entered).IsWorkday(), $"{entered}");
            Assert.InRange(DateOnly.FromDateTime(entered), entry.On, Autumn.AddDays(-1));
        }
    }

    [Fact]
    public async Task No_brace_is_left_unfilled()
    {
        var workplace = autumn.Workplace;
        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();

        Assert.Empty(await db.Opinions.Where(o => o.Words.Contains('{') || o.Subject.Contains('{')).Select(o => o.Words).ToListAsync(Cancelled));
        Assert.Empty(await db.Set<HistoryEntry>().Where(entry => entry.Note.Contains('{')).Select(entry => entry.Note).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task The_same_day_brings_the_same_opinions() => Assert.Equal(await HistoriesAsync(autumn.Workplace), await AnotherAsync());

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2027-02-28")]
    [InlineData("2028-06-30")]
    public async Task It_can_be_played_on_any_day_and_verifies(string today)
    {
        await using var workplace = await DemonstratedAsync(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        var report = await workplace.The<Verification>().RunAsync(new Nobody(), Cancelled);

        Assert.Empty(report.Differences);
        Assert.InRange(report.Opinions, 1400, 3200);
    }

    [Fact]
    public async Task As_many_opinions_are_made_as_were_asked_for()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(Autumn);

        Assert.Equal(12_345, await workplace.The<Demonstration>().FillAsync(12_345, new Nobody(), Cancelled));

        var report = await workplace.The<Verification>().RunAsync(new Nobody(), Cancelled);
        Assert.Empty(report.Differences);
        Assert.Equal(12_345, report.Opinions);
    }

    [Fact]
    public async Task A_register_in_use_is_left_alone()
    {
        var workplace = autumn.Workplace;

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => workplace.The<Demonstration>().DemonstrateAsync(Cancelled));

        Assert.Contains("已有代表或登记过意见", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<LiaisonWorkplace> DemonstratedAsync(DateOnly today)
    {
        var workplace = await LiaisonWorkplace.OpenAsync(today);
        await workplace.The<Demonstration>().DemonstrateAsync(Cancelled);
        return workplace;
    }

    private static async Task<List<string>> AnotherAsync()
    {
        await using var workplace = await DemonstratedAsync(Autumn);
        return await HistoriesAsync(workplace);
    }

    private static async Task<List<string>> HistoriesAsync(LiaisonWorkplace workplace)
    {
        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();
        return await db.Set<HistoryEntry>().OrderBy(entry => entry.Id).Select(entry => $"{entry.OpinionId} {entry.Act} {entry.At} {entry.By} {entry.Note}").ToListAsync(Cancelled);
    }

    private sealed class Nobody : IProgress<int>
    {
        public void Report(int value)
        {
            // Nobody listens.
        }
    }

    /// <summary>One copy for all tests of a class, who only read it.</summary>
    public sealed class OneAutumn : IAsyncLifetime
    {
        public LiaisonWorkplace Workplace { get; private set; } = null!; // opened before the first test

        public async ValueTask InitializeAsync() => Workplace = await LiaisonWorkplace.InAutumnAsync();

        public ValueTask DisposeAsync() => Workplace.DisposeAsync();
    }
}
