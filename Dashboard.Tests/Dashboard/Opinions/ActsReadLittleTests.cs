using Microsoft.EntityFrameworkCore;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class ActsReadLittleTests : DashboardTestContext
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

        await using var db = Database.CreateDbContext();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Database.Asked.ReadingThrough(db.Database.GetDbConnection(), "Opinions", "History", "Forwardings", "Answers", "Feedbacks", "OpinionVoters", "Voters", "AuditEntries", "Submissions"));
    }
}
