using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Becoming overdue is written once into the history, with its day, whoever is awake.</summary>
public sealed class LatenessNotingTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;
    private LiaisonHouse _house = null!;
    private Seen _waiting = null!;

    [Fact]
    public async Task The_day_after_it_was_due_it_is_entered_and_not_a_second_time()
    {
        To(LiaisonHouse.Today.AddDays(30));
        Assert.Equal(0, await Noting.NoteAsync(Cancelled));

        To(LiaisonHouse.Today.AddDays(31));
        Assert.Equal((1, 0), (await Noting.NoteAsync(Cancelled), await Noting.NoteAsync(Cancelled)));

        var entry = Assert.Single(await LateEntriesAsync());
        Assert.Equal((LiaisonHouse.Today.AddDays(31), "系统", "应于2026-04-01前答复，没有登记答复，自2026-04-02起逾期。"), (entry.On, entry.By, entry.Note));
    }

    [Fact]
    public async Task After_nights_without_the_site_each_lateness_keeps_its_own_day()
    {
        To(LiaisonHouse.Today.AddYears(1));

        await Noting.NoteAsync(Cancelled);

        Assert.Equal([LiaisonHouse.Today.AddDays(31), LiaisonHouse.Today.AddDays(61)], (await LateEntriesAsync()).Select(entry => entry.On));
    }

    [Fact]
    public async Task Who_records_the_answer_on_a_page_from_before_midnight_is_not_turned_away()
    {
        To(LiaisonHouse.Today.AddDays(31));
        await Noting.NoteAsync(Cancelled);

        await _house.Desk.RecordAnswerAsync(_waiting, AnswerOutcome.Solved, "已修复。", LiaisonHouse.Today.AddDays(30));

        await using var db = _house.Rows();
        Assert.Equal((OpinionStage.Answered, Lateness.None), await db.Opinions.Select(o => ValueTuple.Create(o.Stage, o.LatenessNoted)).SingleAsync(Cancelled));
    }

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        var taken = await _house.Desk.CollectAsync(new CollectForm { StationId = _house.District.BajiaoHome.Id, Words = "路灯不亮", On = LiaisonHouse.Today }, Guid.NewGuid());
        await _house.Desk.ForwardAsync(new Seen(taken.Id, 1, Guid.NewGuid()), VoterLiaison.TestKit.Acts.ToOrgan(_house.District, LiaisonHouse.Today));
        _waiting = new Seen(taken.Id, 2, Guid.NewGuid());
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private LatenessNoting Noting => _house.The<LatenessNoting>();

    private void To(DateOnly day) => _house.Clock.SetUtcNow(new DateTimeOffset(ChinaTime.StartOf(day)));

    private async Task<List<HistoryEntry>> LateEntriesAsync()
    {
        await using var db = _house.Rows();
        return await db.Set<HistoryEntry>().Where(entry => entry.Act == OpinionAct.FallOverdue).OrderBy(entry => entry.Sequence).ToListAsync(Cancelled);
    }
}
