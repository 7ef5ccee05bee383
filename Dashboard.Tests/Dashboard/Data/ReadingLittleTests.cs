using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Chasing;
using VoterLiaison.Dashboard.Deputies;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Overview;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data;

/// <summary>What people do and look at all day must not cost more because there are more opinions: SQLite's own plan is read.</summary>
public sealed class ReadingLittleTests : DashboardTestContext
{
    [Fact]
    public async Task No_act_of_an_opinions_life_costs_more_because_there_are_more_opinions()
    {
        var desk = The<OpinionDesk>();
        Database.Asked.Forget();

        var seen = await CollectAsync();
        seen = await desk.ForwardedAsync(seen, District, Today);
        seen = await desk.AnsweredAsync(seen, Today);
        await desk.FeedBackAsync(seen, VoterLiaison.TestKit.Acts.Told(Today));

        Assert.Empty(await ReadingThroughAsync("Opinions", "History", "Forwardings", "Answers", "Feedbacks", "OpinionVoters", "Voters", "AuditEntries", "Submissions"));
    }

    [Fact]
    public async Task What_became_overdue_is_found_without_reading_every_opinion()
    {
        Database.Asked.Forget();

        await The<LatenessNoting>().NoteAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await ReadingThroughAsync("Opinions"));
    }

    [Fact]
    public async Task What_goes_on_is_read_anew_without_reading_every_opinion()
    {
        await The<SameDayLastYear>().OnAsync(Today, TestContext.Current.CancellationToken);
        Database.Asked.Forget();

        await The<LiveDoings>().NowAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await ReadingThroughAsync("Opinions", "Forwardings", "Answers", "Feedbacks"));
    }

    [Fact]
    public async Task Who_is_to_be_chased_is_read_without_reading_every_history()
    {
        var seen = await CollectAsync();
        await The<OpinionDesk>().ForwardedAsync(seen, District, Today);
        Clock.Advance(TimeSpan.FromDays(40));
        Database.Asked.Forget();

        Assert.Equal(1, (await The<ChaseQueries>().DueAsync(new ChaseAddress(), TestContext.Current.CancellationToken)).Total);

        Assert.Empty(await ReadingThroughAsync("History"));
    }

    [Fact]
    public async Task What_a_deputy_carries_is_read_without_reading_every_opinion()
    {
        await CollectAsync();
        Database.Asked.Forget();

        await The<DeputyQueries>().MarkAsync(District.Gu, TestContext.Current.CancellationToken);
        Assert.NotNull(await The<DeputyQueries>().HomeAsync(District.Gu.Code, TestContext.Current.CancellationToken));

        Assert.Empty(await ReadingThroughAsync("Opinions", "OpinionVoters", "Forwardings", "Answers", "Feedbacks", "History"));
    }

    private async Task<List<string>> ReadingThroughAsync(params string[] tables)
    {
        await using var db = Database.CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return [.. Database.Asked.ReadingThrough(db.Database.GetDbConnection(), tables)];
    }
}
