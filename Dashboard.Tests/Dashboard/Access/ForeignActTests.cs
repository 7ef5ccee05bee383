using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Imports;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Every act by somebody who may do all of it, but not here: an id or a value that a page never offered is refused as if there were no such thing, and noted.</summary>
public sealed class ForeignActTests : IAsyncLifetime
{
    private const string NotFound = "没有找到这件意见。";

    private LiaisonHouse _house = null!;
    private IServiceProvider _outside = null!;
    private Seen _foreign = null!;
    private Seen _own = null!;

    private static DateOnly Today => LiaisonHouse.Today;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SmallDistrict District => _house.District;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        _foreign = await _house.CollectAsync("首钢的一件", stationId: District.ShougangHome.Id);
        _own = await _house.CollectAsync("八角的一件");
        _outside = _house.As("八角街道", new Rights([new Holding(Role.LiaisonOffice, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id)), new Holding(Role.Deputy, Reach.OfDeputy(District.Gu.Id))]));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    public static TheoryData<OpinionAct> Acts { get; } = [.. Enum.GetValues<OpinionAct>().Except([OpinionAct.Collect, OpinionAct.TakeIn, OpinionAct.LetGo, OpinionAct.HearFromLead, OpinionAct.FallOverdue])];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_on_an_opinion_of_another_scope_is_refused_as_unknown_writes_nothing_and_is_noted(OpinionAct act)
    {
        var before = await RowsAsync();

        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => DoAsync(act, _foreign));
        var unknown = await Assert.ThrowsAsync<RuleBrokenException>(() => DoAsync(act, new Seen(4711, 1, Guid.NewGuid())));

        Assert.Equal((NotFound, NotFound), (foreign.Message, unknown.Message));
        await RefusedOnceAsync(before, "意见 2026-SG01-0001", AccessPolicy.DeedOf(act));
    }

    [Fact]
    public async Task A_station_of_another_scope_takes_no_opinion()
    {
        var before = await RowsAsync();
        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => CollectAsync(District.ShougangHome.Id));
        var unknown = await Assert.ThrowsAsync<RuleBrokenException>(() => CollectAsync(4711));

        Assert.Equal(unknown.Message, foreign.Message);
        await RefusedOnceAsync(before, "家站 SG01", Deed.Collect);
    }

    [Fact]
    public async Task An_opinion_cannot_be_merged_into_one_of_another_scope()
    {
        var before = await RowsAsync();
        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => Desk.MergeAsync(_own, "2026-SG01-0001", "同一处。", Today));
        var unknown = await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.MergeAsync(_own, "2026-SG01-0002", "同一处。", Today));

        Assert.Equal(unknown.Message.Replace("0002", "0001", StringComparison.Ordinal), foreign.Message);
        await RefusedOnceAsync(before, "意见 2026-SG01-0001", Deed.Sort);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_ledger_goes_into_no_station_of_another_scope_tried_or_written(bool write)
    {
        var reading = await LedgerReading.ReadAsync(Encoding.UTF8.GetBytes("编号,收集日期,意见内容\nF1,2026-03-02,门前积水\n"), "来信.csv", null, null, Cancelled);
        var before = await RowsAsync();
        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => ImportAsync("SG01"));
        var unknown = await Assert.ThrowsAsync<RuleBrokenException>(() => ImportAsync("SG99"));

        Assert.Equal(unknown.Message.Replace("SG99", "SG01", StringComparison.Ordinal), foreign.Message);
        await RefusedOnceAsync(before, "家站 SG01", Deed.ImportLedgers);

        Task ImportAsync(string station) => write
            ? Imports(_outside).WriteAsync(reading, station, skipRefused: true, cancellationToken: Cancelled)
            : Imports(_outside).TryAsync(reading, station, cancellationToken: Cancelled);
    }

    [Fact]
    public async Task An_import_of_another_scope_is_not_undone_and_that_its_file_came_before_is_not_said()
    {
        var reading = await LedgerReading.ReadAsync(Encoding.UTF8.GetBytes("编号,收集日期,意见内容\nF1,2026-03-02,门前积水\n"), "来信.csv", null, null, Cancelled);
        var batch = (await Imports(_house.As("值班员", Rights.OfTheHouse)).WriteAsync(reading, "SG01", skipRefused: false, cancellationToken: Cancelled)).BatchId!.Value;
        Assert.Null((await Imports(_outside).TryAsync(reading, "BJ01", cancellationToken: Cancelled)).Before);
        var before = await RowsAsync();

        var foreign = await Assert.ThrowsAsync<OutOfReachException>(() => Imports(_outside).UndoAsync(batch, Cancelled));

        Assert.Equal($"没有第 {batch} 批导入。", foreign.Message);
        await RefusedOnceAsync(before, $"第 {batch} 批导入", Deed.ImportLedgers);
    }

    [Fact]
    public async Task Organs_are_everybodys_to_choose_from()
    {
        await Desk.ForwardAsync(_own, VoterLiaison.TestKit.Acts.ToOrgan(District, Today));

        await using var db = _house.Rows();
        Assert.Equal(OpinionStage.Forwarded, (await db.Opinions.SingleAsync(opinion => opinion.Id == _own.OpinionId, Cancelled)).Stage);
    }

    private OpinionDesk Desk => _outside.GetRequiredService<OpinionDesk>();

    private static ImportDesk Imports(IServiceProvider person) => person.GetRequiredService<ImportDesk>();

    private Task<CollectedOpinion> CollectAsync(int station) => Desk.CollectAsync(new CollectForm { StationId = station, Words = "路灯不亮", On = Today }, Guid.NewGuid());

    private Task DoAsync(OpinionAct act, Seen seen) => act switch
    {
        OpinionAct.Forward => Desk.ForwardAsync(seen, VoterLiaison.TestKit.Acts.ToOrgan(District, Today)),
        OpinionAct.ForwardAgain => Desk.ForwardAgainAsync(seen, VoterLiaison.TestKit.Acts.ToOrgan(District, Today), "联络室"),
        OpinionAct.Assign => Desk.AssignAsync(seen, new HandlersForm { LeadOrganId = District.Court.Id }, Today),
        OpinionAct.Extend => Desk.ExtendAsync(seen, "联络室", Today),
        OpinionAct.Withdraw => Desk.WithdrawAsync(seen, "另行反映。", Today),
        OpinionAct.Return => Desk.ReturnAsync(seen, "不属本单位职责。", Today),
        OpinionAct.Answer => Desk.RecordAnswerAsync(seen, AnswerOutcome.Solved, "已修复。", Today),
        OpinionAct.AnswerBeside => Desk.RecordAnswerBesideAsync(seen, District.Court.Id, AnswerOutcome.Solved, "已修复。", Today),
        OpinionAct.Supplement => Desk.SupplementAsync(seen, AnswerOutcome.Solved, "已修复。", Today),
        OpinionAct.RateAnswer => Desk.RateAnswerAsync(seen, (DeputyRating)1, Today),
        OpinionAct.FeedBack => Desk.FeedBackAsync(seen, VoterLiaison.TestKit.Acts.Told(Today)),
        OpinionAct.Rate => Desk.RateAsync(seen, VoterRating.Satisfied, Today),
        OpinionAct.Explain => Desk.ExplainAsync(seen, "按现行标准执行。", Today, null),
        OpinionAct.PointElsewhere => Desk.PointElsewhereAsync(seen, "12345", "不属代表受理。", Today, null),
        OpinionAct.Merge => Desk.MergeAsync(seen, "2026-BJ01-0001", "同一处。", Today),
        OpinionAct.Unmerge => Desk.UnmergeAsync(seen, "不是同一处。", Today),
        OpinionAct.NameDeputies => Desk.NameDeputiesAsync(seen, [District.Gu.Id]),
        OpinionAct.Categorise => Desk.CategoriseAsync(seen, District.Transport.Id),
        OpinionAct.Concern => Desk.ConcernAsync(seen, District.Tao.Id),
        OpinionAct.EraseVoters => Desk.EraseVotersAsync(seen, "选民要求。"),
        OpinionAct.Urge => Desk.UrgeAsync(seen, "请尽快答复。", Today),
        OpinionAct.Supervise => Desk.SuperviseAsync(seen, "联络室主任", "反映的人多。", Today),
        OpinionAct.EndSupervision => Desk.EndSupervisionAsync(seen, "已经落实。", Today),
        OpinionAct.PutUnderTopic => Desk.PutUnderTopicAsync(seen, null),
        OpinionAct.LookAgain => Desk.LookAgainAsync(seen, Today.AddMonths(3), "看是否开工。", Today),
        OpinionAct.Collect or OpinionAct.TakeIn or OpinionAct.LetGo or OpinionAct.HearFromLead or OpinionAct.FallOverdue => throw new InvalidOperationException("Not an act of its own on one opinion."),
    };

    private async Task RefusedOnceAsync(IReadOnlyDictionary<string, int> before, string about, Deed deed)
    {
        await using var db = _house.Rows();
        var entry = await db.AuditEntries.OrderBy(one => one.Id).LastAsync(Cancelled);
        Assert.Equal((AuditAct.OutOfReach, AuditResult.Refused, "八角街道", about, deed.InWords()), (entry.Act, entry.Result, entry.Who, entry.About, entry.Detail));
        var audit = db.Model.FindEntityType(typeof(AuditEntry))!.GetTableName()!;
        Assert.Equal(before.Select(table => (table.Key, table.Value + (table.Key == audit ? 1 : 0))), (await RowsAsync()).Select(table => (table.Key, table.Value)));
    }

    private async Task<IReadOnlyDictionary<string, int>> RowsAsync()
    {
        await using var db = _house.Rows();
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            var count = $"SELECT COUNT(*) AS Value FROM \"{table}\"";
            rows[table] = await db.Database.SqlQueryRaw<int>(count).SingleAsync(Cancelled);
        }

        return rows;
    }
}
