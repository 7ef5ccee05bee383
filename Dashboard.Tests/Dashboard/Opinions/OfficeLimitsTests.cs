using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class OfficeLimitsTests : DashboardTestContext
{
    [Fact]
    public async Task A_new_limit_moves_the_due_days_that_run_by_it()
    {
        var waiting = await CollectAsync();
        await The<OpinionDesk>().ForwardAsync(waiting, new ForwardForm { On = Today, Handlers = new() { LeadOrganId = District.Housing.Id } });

        Assert.Equal(1, await WithLimits(new LiaisonOptions { AnswerWithinDays = 10 }).ApplyAsync(TestContext.Current.CancellationToken));

        Assert.Equal((Today.AddDays(10), Today.AddDays(20)), await DueAsync(waiting));
    }

    [Fact]
    public async Task A_new_limit_moves_when_the_voter_must_have_been_told()
    {
        var owed = await CollectAsync();
        await The<OpinionDesk>().ExplainAsync(owed, "政策如此。", Today, told: null);

        await WithLimits(new LiaisonOptions { FeedbackWithinDays = 7 }).ApplyAsync(TestContext.Current.CancellationToken);

        Assert.Equal((Today.AddDays(7), Today.AddDays(14)), await DueAsync(owed));
    }

    [Fact]
    public async Task The_statutory_clock_is_not_the_offices_to_move()
    {
        var assigned = await CollectAsync();
        await The<OpinionDesk>().ForwardAsync(assigned, new ForwardForm { Channel = ForwardingChannel.BetweenSessions, On = Today, DocumentNumber = "石闭建〔2026〕1号" });
        await The<OpinionDesk>().AssignAsync(assigned with { Version = 2, Submission = Guid.NewGuid() }, new HandlersForm { LeadOrganId = District.Housing.Id }, Today);

        Assert.Equal(0, await WithLimits(new LiaisonOptions { AnswerWithinDays = 10, FeedbackWithinDays = 7 }).ApplyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Limits_that_did_not_change_move_nothing()
    {
        var waiting = await CollectAsync();
        await The<OpinionDesk>().ForwardAsync(waiting, new ForwardForm { On = Today, Handlers = new() { LeadOrganId = District.Housing.Id } });

        Assert.Equal(0, await WithLimits(new LiaisonOptions()).ApplyAsync(TestContext.Current.CancellationToken));
    }

    private OfficeLimits WithLimits(LiaisonOptions options) => new(Database.Store, Options.Create(options));

    private async Task<(DateOnly?, DateOnly?)> DueAsync(Seen seen)
    {
        await using var db = Database.CreateDbContext();
        var opinion = await db.Opinions.SingleAsync(o => o.Id == seen.OpinionId, TestContext.Current.CancellationToken);
        return (opinion.DueOn, opinion.GravelyDueOn);
    }
}
