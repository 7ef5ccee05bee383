using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Verifying;

public sealed class VerificationTests : IDisposable
{
    private const string FedBack = "2026-BJ01-0001";
    private const string OnItsWay = "2026-BJ01-0002";
    private const string Merged = "2026-BJ01-0003";
    private const string Explained = "2026-BJ01-0004";
    private static readonly DateOnly Today = new(2026, 3, 2);
    private readonly LiaisonDatabase _database = new();

    public VerificationTests()
    {
        var series = new OpinionSeries(_database.District.BajiaoHome.Id, 2026);
        using var db = _database.CreateDbContext();
        var told = Collect(series);
        db.AddRange(series, told);
        db.SaveChanges();
        var (onItsWay, merged, explained) = (Collect(series), Collect(series), Collect(series));

        told.Forward(new StateOrganFacts(new Handlers(_database.District.UrbanManagement)), new DateOnly(2026, 1, 6), "转交。", On(6));
        told.RecordAnswer(AnswerOutcome.Solved, "已修复。", new DateOnly(2026, 1, 20), On(20));
        merged.MergeInto(told, "同一处。", new DateOnly(2026, 1, 21), On(21));
        told.FeedBack(new FeedbackFacts(FeedbackMeans.Telephone, "顾砚清", "", new DateOnly(2026, 1, 22), VoterRating.Satisfied), "已告知。", On(22));
        onItsWay.Forward(new BetweenSessionsFacts(BetweenSessionsWay.Suggestion, "建字1号"), new DateOnly(2026, 1, 8), "转交。", On(8));
        onItsWay.Assign(new Handlers(_database.District.Housing), new DateOnly(2026, 1, 9), On(9));
        explained.Explain("现场解释。", new DateOnly(2026, 1, 5), null, On(5));
        db.AddRange(onItsWay, merged, explained);
        db.SaveChanges();
    }

    [Fact]
    public async Task What_was_done_by_the_rules_agrees_three_ways()
    {
        var report = await VerifyAsync();

        Assert.Empty(report.Differences);
        Assert.Equal(4, report.Opinions);
    }

    [Theory]
    [InlineData(FedBack, "状态", "UPDATE Opinions SET Stage = 'Answered' WHERE Number = @")]
    [InlineData(FedBack, "办结日期", "UPDATE Opinions SET ConcludedOn = NULL WHERE Number = @")]
    [InlineData(FedBack, "版本", "UPDATE Opinions SET Version = 9 WHERE Number = @")]
    [InlineData(FedBack, "收集日期", "UPDATE Opinions SET CollectedOn = '2026-01-04' WHERE Number = @")]
    [InlineData(FedBack, "年度", "UPDATE Opinions SET Year = 2025 WHERE Number = @")]
    [InlineData(FedBack, "反映途径", "UPDATE Opinions SET Channel = 'CommitteeMeeting' WHERE Number = @")]
    [InlineData(FedBack, "主办单位", "UPDATE Opinions SET LeadOrganId = (SELECT Id FROM Organs WHERE Code = 'QFY') WHERE Number = @")]
    [InlineData(FedBack, "办理结果", "UPDATE Opinions SET Outcome = 'Planned' WHERE Number = @")]
    [InlineData(FedBack, "办理轮次", "UPDATE Opinions SET Round = 2 WHERE Number = @")]
    [InlineData(FedBack, "选民评价", "UPDATE Opinions SET Rating = 'Dissatisfied' WHERE Number = @")]
    [InlineData(FedBack, "并入件数", "UPDATE Opinions SET Followers = 0 WHERE Number = @")]
    [InlineData(FedBack, "转交日期", "UPDATE Forwardings SET ForwardedOn = '2026-01-07' WHERE OpinionId = (SELECT Id FROM Opinions WHERE Number = @)")]
    [InlineData(FedBack, "答复日期", "DELETE FROM Answers")]
    [InlineData(FedBack, "反馈日期", "UPDATE Feedbacks SET FedBackOn = '2026-01-30'")]
    [InlineData(OnItsWay, "期限", "UPDATE Opinions SET DueOn = '2026-12-31' WHERE Number = @")]
    [InlineData(OnItsWay, "严重逾期界限", "UPDATE Opinions SET GravelyDueOn = NULL WHERE Number = @")]
    [InlineData(OnItsWay, "催办次数", "UPDATE Opinions SET Urgings = 1 WHERE Number = @")]
    [InlineData(OnItsWay, "重点督办起始日", "UPDATE Opinions SET SupervisedSince = '2026-02-01' WHERE Number = @")]
    [InlineData(Explained, "逾期登记", "UPDATE Opinions SET LatenessNoted = 'Overdue' WHERE Number = @")]
    [InlineData(OnItsWay, "交办日期", "UPDATE Forwardings SET AssignedOn = '2026-02-09' WHERE AssignedOn IS NOT NULL")]
    [InlineData(OnItsWay, "编号", "UPDATE OpinionSeries SET Last = 1")]
    [InlineData("2026-BJ9-1", "编号", "UPDATE Opinions SET Number = '2026-BJ9-1' WHERE Stage = 'Forwarded'")]
    [InlineData(OnItsWay, "编号", "UPDATE Opinions SET StationId = (SELECT Id FROM Stations WHERE Code = 'SG01') WHERE Number = @")]
    [InlineData(Merged, "并案", "UPDATE Opinions SET LeadOpinionId = NULL WHERE Number = @")]
    [InlineData(Explained, "待反馈起始日", "UPDATE Opinions SET AwaitingFeedbackSince = NULL WHERE Number = @")]
    [InlineData(Explained, "记录", "UPDATE Opinions SET Stage = '随便写' WHERE Number = @")]
    [InlineData(FedBack, "办理经过", "DROP TRIGGER History_is_never_deleted; DELETE FROM History WHERE Sequence = 2 AND OpinionId = (SELECT Id FROM Opinions WHERE Number = @)")]
    [InlineData(FedBack, "办理经过", "DROP TRIGGER History_is_never_changed; UPDATE History SET Stage = 'Merged' WHERE Sequence = 2 AND OpinionId = (SELECT Id FROM Opinions WHERE Number = @)")]
    [InlineData(FedBack, "办理经过", "DROP TRIGGER History_is_never_changed; UPDATE History SET Act = 'Unmerge' WHERE Sequence = 2 AND OpinionId = (SELECT Id FROM Opinions WHERE Number = @)")]
    [InlineData(FedBack, "状态", "DROP TRIGGER History_is_never_deleted; DELETE FROM History WHERE OpinionId = (SELECT Id FROM Opinions WHERE Number = @)")]
    [InlineData("数据库", "办理经过的保护", "DROP TRIGGER History_is_never_changed")]
    [InlineData("数据库", "引用", "PRAGMA foreign_keys = OFF; UPDATE Opinions SET CategoryId = 999; PRAGMA foreign_keys = ON")]
    [InlineData("数据库", "引用", "PRAGMA foreign_keys = OFF; DELETE FROM Opinions WHERE Number = '2026-BJ01-0004'; PRAGMA foreign_keys = ON")]
    [InlineData("八角代表之家2026年", "逾期", "UPDATE Opinions SET DueOn = '2026-03-01' WHERE Number = '2026-BJ01-0002'")]
    [InlineData("八角代表之家2026年", "反馈", "UPDATE Opinions SET Stage = 'Answered' WHERE Number = '2026-BJ01-0001'")]
    [InlineData("八角代表之家2026年", "待反馈", "UPDATE Opinions SET AwaitingFeedbackSince = NULL WHERE Number = '2026-BJ01-0004'")]
    public async Task A_change_behind_its_back_is_named(string where, string what, string sql)
    {
        await using (var db = _database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(sql.Replace("@", $"'{where}'", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        var report = await VerifyAsync();

        Assert.False(report.Agrees);
        Assert.Contains(report.Differences, difference => difference.Where == where && difference.What == what);
    }

    [Fact]
    public async Task A_difference_says_what_each_place_holds()
    {
        await using (var db = _database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync($"UPDATE Opinions SET Stage = 'Answered' WHERE Number = '{FedBack}'", TestContext.Current.CancellationToken);
        }

        var report = await VerifyAsync();

        Assert.Contains($"{FedBack}　状态：登记的是待反馈，按办理经过应为已反馈。", report.Differences.Select(difference => difference.InWords));
        Assert.Contains("八角代表之家2026年　反馈：按意见逐件数是0，按办理经过数是1，看板数是0。", report.Differences.Select(difference => difference.InWords));
    }

    public void Dispose() => _database.Dispose();

    private Task<VerificationReport> VerifyAsync() => new Verification(
        _database, new FakeTimeProvider(new DateTimeOffset(Today, new TimeOnly(9, 0), TimeSpan.FromHours(8))), Options.Create(new LiaisonOptions()))
        .RunAsync(new Progress<int>(), TestContext.Current.CancellationToken);

    private Opinion Collect(OpinionSeries series) =>
        Opinion.Collect(series, _database.District.BajiaoHome, new CollectedFacts { Words = "路灯不亮", On = new DateOnly(2026, 1, 5) }, On(5));

    private static Stamp On(int dayOfJanuary) => new("王静", new DateTime(2026, 1, dayOfJanuary, 2, 0, 0, DateTimeKind.Utc), new ClockLimits());
}
