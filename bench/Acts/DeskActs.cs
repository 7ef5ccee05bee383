using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Bench.House;
using VoterLiaison.Dashboard.Opinions;

namespace VoterLiaison.Bench.Acts;

/// <summary>Acts as a person's page makes them: through the desk, each caller with a session of its own.</summary>
internal sealed class DeskActs
{
    private const string Words = "小区北门外的路灯有三盏不亮，晚上老人出门看不清台阶，希望尽快修好。";

    private readonly IReadOnlyList<int> _stations;
    private readonly int _category;
    private readonly int _deputy;
    private readonly int _organ;
    private int _made;

    private DeskActs(IReadOnlyList<int> stations, int category, int deputy, int organ) => (_stations, _category, _deputy, _organ) = (stations, category, deputy, organ);

    public static async Task<DeskActs> OnAsync(BenchHouse house)
    {
        await using var db = house.Rows();
        return new DeskActs(
            await db.Stations.Where(station => station.ClosedOn == null).Select(station => station.Id).ToListAsync(),
            await db.Categories.MinAsync(category => category.Id),
            await db.Deputies.MinAsync(deputy => deputy.Id),
            await db.Organs.Where(organ => organ.RetiredOn == null).MinAsync(organ => organ.Id));
    }

    /// <summary>Each at the next station, with a voter nobody knows yet.</summary>
    public CollectForm Form()
    {
        var number = Interlocked.Increment(ref _made);
        return new CollectForm
        {
            StationId = _stations[number % _stations.Count],
            On = BenchHouse.Today,
            Words = Words,
            CategoryId = _category,
            DeputyIds = [_deputy],
            Voters = [new VoterForm { Name = "赵某", Phone = $"139{number:00000000}", Community = "八角社区" }],
        };
    }

    public async Task<Func<int, Task>> CollectingAsync(BenchHouse house, int callers)
    {
        var desks = await DesksAsync(house, callers);
        return caller => desks[caller].CollectAsync(Form(), Guid.NewGuid());
    }

    /// <summary>Each collects one and forwards it to an organ: of the two acts, only the second loads and changes.</summary>
    public async Task ForwardAsync(OpinionDesk desk)
    {
        var opinion = await desk.CollectAsync(Form(), Guid.NewGuid());
        await desk.ForwardAsync(new Seen(opinion.Id, 1, Guid.NewGuid()), new ForwardForm { On = BenchHouse.Today, Handlers = new HandlersForm { LeadOrganId = _organ } });
    }

    public async Task<Func<int, Task>> ForwardingAsync(BenchHouse house, int callers)
    {
        var desks = await DesksAsync(house, callers);
        return caller => ForwardAsync(desks[caller]);
    }

    public static async Task<IReadOnlyList<OpinionDesk>> DesksAsync(BenchHouse house, int callers)
    {
        var desks = new List<OpinionDesk>();
        for (var caller = 0; caller < callers; caller++)
        {
            desks.Add((await house.SignedInAsync()).GetRequiredService<OpinionDesk>());
        }

        return desks;
    }
}
