using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Activities;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>A reception at 八角代表之家 this morning by 顾砚清 and 陶知言, at which three voters spoke.</summary>
internal sealed class HeldSession(LiaisonHouse house)
{
    public const string Words = "=HYPERLINK(\"http://example.invalid\",\"路灯\")";

    public int Id { get; private set; }

    public static SessionForm Form(SmallDistrict district, DateOnly? on = null, int? station = null) => new()
    {
        StationId = station ?? district.BajiaoHome.Id,
        On = on ?? LiaisonHouse.Today,
        From = new TimeOnly(9, 0),
        Until = new TimeOnly(11, 0),
        Place = "八角北里",
        DeputyIds = [district.Gu.Id, district.Tao.Id],
    };

    /// <summary>Of its three opinions one is carried, one was explained, and one is not for deputies; 陶知言 did not come.</summary>
    public static async Task<HeldSession> OfAsync(LiaisonHouse house, string notes = "谈了路灯和停车。")
    {
        var held = new HeldSession(house);
        await held.PlanAsync();
        await held.SayAsync(Words, told: null);
        await held.SayAsync("老卡还能不能用？", new OnTheSpot("年底前都能用。", "顾砚清"));
        await held.SayAsync("请去催一催法院。", new OnTheSpot("正在审理的案件，代表不过问。", "顾砚清", "石景山区人民法院诉讼服务中心"));
        await house.The<SessionDesk>().HoldAsync(new SeenSession(held.Id, 0), [house.District.Gu.Id], 7, notes);
        return held;
    }

    public async Task PlanAsync(int? station = null) => Id = await house.The<SessionDesk>().PlanAsync(Form(house.District, station: station));

    public Task<CollectedOpinion> SayAsync(string words, OnTheSpot? told = null, DateOnly? on = null) => house.Desk.CollectAsync(
        new CollectForm
        {
            SessionId = Id,
            StationId = house.District.BajiaoHome.Id,
            On = on ?? LiaisonHouse.Today,
            Words = words,
            CategoryId = house.District.Transport.Id,
            DeputyIds = [house.District.Gu.Id],
            Voters = [new VoterForm { Name = "韩秀兰女士", Phone = "13800000058", Community = "北路社区" }],
            Told = told,
        },
        Guid.NewGuid());

    public async Task<ContactSession> ReadAsync()
    {
        await using var db = house.Rows();
        return await db.ContactSessions.AsNoTracking().Include(session => session.Deputies).Include(session => session.Entries.OrderBy(entry => entry.Sequence))
            .SingleAsync(session => session.Id == Id, TestContext.Current.CancellationToken);
    }
}
