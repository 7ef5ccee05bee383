using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Deputies;

/// <summary>Opinions that 顾砚清 carries, brought by the desk to where a test wants them.</summary>
internal sealed class CarriedOpinions(OpinionDesk desk, SmallDistrict district, Func<LiaisonDbContext> rows)
{
    public static DateOnly Today => new(2026, 3, 2);

    public Rights Deputy => new([new Holding(Role.Deputy, Reach.OfDeputy(district.Gu.Id))]);

    /// <summary>Lets 顾砚清 receive voters at BJ02.</summary>
    public async Task ReceivesAsync()
    {
        await using var db = rows();
        (await db.Deputies.Include(deputy => deputy.Stations).SingleAsync(deputy => deputy.Id == district.Gu.Id)).ReceivesAt(district.BajiaoStation.Id);
        await db.SaveChangesAsync();
    }

    public async Task<Seen> CollectAsync(string words = "路灯不亮", string voter = "王女士", string phone = "10000000058", DateOnly? on = null, bool concerns = false, int? stationId = null, params int[] alsoOf)
    {
        var collected = await desk.CollectAsync(
            new CollectForm
            {
                StationId = stationId ?? district.BajiaoStation.Id,
                Words = words,
                On = on ?? new DateOnly(2026, 1, 5),
                DeputyIds = [district.Gu.Id, .. alsoOf],
                ConcernsDeputyId = concerns ? district.Gu.Id : null,
                Voters = voter.Length == 0 ? [] : [new VoterForm { Name = voter, Phone = phone, Community = "古城社区" }],
            },
            Guid.NewGuid());
        return new Seen(collected.Id, 1, Guid.NewGuid());
    }

    public async Task<Seen> ForwardedAsync(Seen seen, ForwardingChannel channel = ForwardingChannel.StateOrgan, DateOnly? on = null)
    {
        await desk.ForwardAsync(seen, new ForwardForm
        {
            Channel = channel,
            On = on ?? new DateOnly(2026, 1, 6),
            DocumentNumber = "第37号",
            Handlers = new HandlersForm { LeadOrganId = district.UrbanManagement.Id },
        });
        return Next(seen);
    }

    public async Task<Seen> AnsweredAsync(DateOnly answeredOn, AnswerOutcome outcome = AnswerOutcome.Solved, Seen? collected = null)
    {
        var seen = await ForwardedAsync(collected ?? await CollectAsync());
        await desk.RecordAnswerAsync(seen, outcome, "已换了6盏灯头。", answeredOn);
        return await AsItStandsAsync(seen);
    }

    public async Task<Seen> AsItStandsAsync(Seen seen)
    {
        await using var db = rows();
        return new Seen(seen.OpinionId, await db.Opinions.Where(o => o.Id == seen.OpinionId).Select(o => o.Version).SingleAsync(), Guid.NewGuid());
    }

    public async Task<string> NumberAsync(Seen seen)
    {
        await using var db = rows();
        return await db.Opinions.Where(o => o.Id == seen.OpinionId).Select(o => o.Number).SingleAsync();
    }

    public Task TellAsync(Seen seen, VoterRating? rating = null) =>
        desk.FeedBackAsync(seen, new FeedbackFacts(FeedbackMeans.Telephone, "顾砚清", "说过了。", Today, rating));

    private static Seen Next(Seen seen) => seen with { Version = seen.Version + 1, Submission = Guid.NewGuid() };
}
