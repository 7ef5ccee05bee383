using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

public sealed class ImportDeskTests : SomeImport
{
    private const string Lamp = "L1,路灯,王女士,2025-12-29,路灯不亮,区城管委,2026-01-20,已修复";
    private const string Bus = "L2,公交,匿名用户,2026/1/5 9:32:09,建议增加班次,公交集团公司,2026.1.9,将认真研究";

    [Fact]
    public async Task A_row_with_an_answer_is_collected_forwarded_and_answered_on_the_ledgers_own_days()
    {
        await WriteAsync(Lamp);
        var opinion = await OpinionAsync("L1");
        Assert.Equal((new DateOnly(2025, 12, 29), OpinionSource.Ledger, "路灯", "路灯不亮"), (opinion.CollectedOn, opinion.Source, opinion.Subject, opinion.Words));
        var forwarding = Assert.Single(opinion.Forwardings);
        Assert.Equal((ForwardingChannel.StateOrgan, new DateOnly(2025, 12, 29), Database.District.UrbanManagement.Id), (forwarding.Channel, forwarding.ForwardedOn, forwarding.LeadOrganId));
        var answer = Assert.Single(forwarding.Answers);
        Assert.Equal(("已修复", new DateOnly(2026, 1, 20), AnswerOutcome.ForReference), (answer.Text, answer.AnsweredOn, answer.Outcome));
        Assert.Equal((OpinionStage.Answered, new DateOnly(2026, 1, 20)), (opinion.Stage, opinion.AwaitingFeedbackSince));
        Assert.Equal("王女士", Assert.Single(opinion.Voters).Voter.Name);
        Assert.Equal([OpinionAct.Collect, OpinionAct.Forward, OpinionAct.Answer], opinion.History.Select(entry => entry.Act));
        Assert.All(opinion.History, entry => Assert.Equal("导入：来信.csv", entry.By));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_written_and_writes_nothing()
    {
        var before = await TablesAsync();
        var report = await TryAsync(Lamp, Bus);
        Assert.Equal((2, 2, 2, 2, 0, 2), (report.Rows, report.Opinions, report.Forwarded, report.Answered, report.FedBack, report.AwaitingFeedback));
        Assert.Equal(new Dictionary<int, int> { [2025] = 1, [2026] = 1 }, report.ByYear);
        Assert.Equal(["公交集团公司"], report.NewOrgans);
        Assert.Contains(report.Remarks, remark => remark.Sentence.Contains("留作参考", StringComparison.Ordinal) && remark.Lines.SequenceEqual([2, 3]));
        Assert.Null(report.BatchId);
        Assert.Equal(before, await TablesAsync());
    }

    [Fact]
    public async Task A_row_without_an_answer_waits_for_one_and_one_without_an_organ_waits_to_be_forwarded()
    {
        await WriteAsync("L1,,,2026-01-05,路灯不亮,区城管委,,", "L2,,,2026-01-05,停车难,,,");
        Assert.Equal(OpinionStage.Forwarded, (await OpinionAsync("L1")).Stage);
        Assert.Equal(OpinionStage.Collected, (await OpinionAsync("L2")).Stage);
    }

    [Fact]
    public async Task A_letter_answered_by_two_organs_gets_both_the_second_as_co_handler()
    {
        var report = await WriteAsync(Lamp, "L1,路灯,王女士,2025-12-29,路灯不亮,公交集团公司,2026-01-21,我们也看过了");
        var forwarding = Assert.Single((await OpinionAsync("L1")).Forwardings);
        Assert.Equal([AnswerKind.Lead, AnswerKind.Beside], forwarding.Answers.Select(answer => answer.Kind));
        Assert.Equal([forwarding.Answers[1].OrganId!.Value], forwarding.CoHandlerIds);
        Assert.Equal((1, 1, 2), (report.Opinions, report.FurtherRows, report.Answers));
    }

    [Fact]
    public async Task A_letter_answered_twice_by_one_organ_gets_the_later_word_as_a_supplement()
    {
        await WriteAsync("L1,,,2025-12-29,路灯不亮,区城管委,2026-01-21,已验收", "L1,,,2025-12-29,路灯不亮,区城市管理委员会,2026-01-20,已修复");
        var answers = Assert.Single((await OpinionAsync("L1")).Forwardings).Answers;
        Assert.Equal([(AnswerKind.Lead, "已修复"), (AnswerKind.Supplement, "已验收")], answers.Select(answer => (answer.Kind, answer.Text)));
    }

    [Fact]
    public async Task One_refused_row_keeps_the_whole_ledger_out_unless_it_is_to_be_skipped()
    {
        string[] rows = [Lamp, "L3,,,2026-13-45,停车难,,,", "L1,,,2025-12-29,另一件事,,,", "L4,,,2027-01-01,明年的事,,,", ",,,2026-01-01,,,,"];
        var before = await TablesAsync();
        var report = await WriteAsync(rows);
        Assert.Equal([3, 4, 5, 6], report.Refused.Select(row => row.Line));
        Assert.Contains("与第 2 行相同，意见内容却不同", report.Refused[1].Sentence, StringComparison.Ordinal);
        Assert.Equal((null, before), (report.BatchId, await TablesAsync()), EqualTables);

        Assert.NotNull((await Desk.WriteAsync(await RowsAsync(rows), "BJ01", skipRefused: true, null, Cancel)).BatchId);
        Assert.Equal("2025-BJ01-0001", (await OpinionAsync("L1")).Number);
    }

    [Fact]
    public async Task The_same_ledger_again_adds_nothing_and_says_when_it_came()
    {
        await WriteAsync(Lamp, Bus);
        var before = await TablesAsync();
        var again = await WriteAsync(Lamp, Bus);
        Assert.Equal((0, 2, 0), (again.Opinions, again.RecognisedRows, again.Differences.Count));
        Assert.Contains("2026-03-02 09:00 由值班员导入本站（第 1 批，2 件）", again.Before, StringComparison.Ordinal);
        Assert.Empty(again.NewOrgans);
        Assert.Equal(before, await TablesAsync());
    }

    [Fact]
    public async Task A_known_row_that_differs_is_reported_field_by_field_and_left_as_it_is()
    {
        await WriteAsync(Lamp);
        var report = await WriteAsync("L1,路灯问题,王女士,2025-12-30,路灯不亮了,公交集团公司,2026-01-20,已经修复");
        var sentence = Assert.Single(report.Differences).Sentence;
        Assert.All(["收集日期：", "意见内容：", "标题：", "承办单位：", "答复内容："], field => Assert.Contains(field, sentence, StringComparison.Ordinal));
        Assert.Equal("路灯不亮", (await OpinionAsync("L1")).Words);
    }

    [Fact]
    public async Task A_row_without_a_number_is_known_again_by_its_day_and_words()
    {
        await WriteAsync(",,,2026-01-05,路灯不亮,,,");
        var again = await WriteAsync(",,,2026-01-05,路灯不亮,区城管委,2026-01-20,已修复", ",,,2026-01-06,路灯不亮,,,");
        Assert.Equal((1, 1), (again.RecognisedRows, again.Opinions));
        Assert.Contains("尚未登记，台账有 2026-01-20 的答复", Assert.Single(again.Differences).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_voters_who_said_the_same_on_one_day_are_two_where_the_ledger_has_no_numbers()
    {
        string[] rows = [",,王女士,2026-01-05,路灯不亮,,,", ",,李先生,2026-01-05,路灯不亮,,,", ",,,2026-01-05,路灯不亮,,,"];
        var report = await WriteAsync(rows);

        Assert.Equal((2, 1), (report.Opinions, report.FurtherRows));
        Assert.Contains(report.Remarks, remark => remark.Sentence.Contains("收集日期和意见内容与前面的一行相同", StringComparison.Ordinal) && remark.Lines.SequenceEqual([4]));
        await using var db = Database.CreateDbContext();
        Assert.Equal(["李先生", "王女士"], await db.Voters.Select(voter => voter.Name).OrderBy(name => name).ToListAsync(Cancel));
        Assert.Equal((0, 3), (await WriteAsync(rows) is var again ? (again.Opinions, again.RecognisedRows) : default));
    }

    [Fact]
    public async Task A_reply_dated_before_the_message_is_entered_on_the_messages_day_and_said()
    {
        var report = await WriteAsync("L1,,,2026-01-05,路灯不亮,区城管委,2025-12-01,网友：您好！留言已收悉");
        Assert.Equal(new DateOnly(2026, 1, 5), (await OpinionAsync("L1")).AwaitingFeedbackSince);
        Assert.Contains(report.Remarks, remark => remark.Sentence.Contains("答复日期 2025-12-01 早于转交日期 2026-01-05", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, remark => remark.Sentence.Contains("已收悉", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Undoing_takes_a_batch_back_exactly_and_leaves_only_its_memory_and_its_numbers()
    {
        await WriteAsync("L0,,李女士,2026-01-04,先来的,区城管委,2026-01-20,已修复");
        var before = await TablesAsync();
        var batch = (await WriteAsync(Lamp, Bus)).BatchId!.Value;
        Assert.Equal(2, await Desk.UndoAsync(batch, Cancel));

        var after = await TablesAsync();
        Assert.Equal((before["ImportBatches"] + 1, before["OpinionSeries"] + 1), (after["ImportBatches"], after["OpinionSeries"]));
        Assert.Equal(Without(before), Without(after));
        await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.UndoAsync(batch, Cancel));
        await WriteAsync(Lamp, Bus);
        Assert.Equal("2025-BJ01-0002", (await OpinionAsync("L1")).Number);
    }

    [Fact]
    public async Task A_batch_somebody_has_worked_on_is_not_undone_and_the_opinions_are_named()
    {
        var batch = (await WriteAsync(Lamp, Bus)).BatchId!.Value;
        await Database.Store.WriteAsync(async db =>
        {
            var opinion = await db.Opinions.Include(o => o.Forwardings).ThenInclude(f => f.Answers).SingleAsync(o => o.SourceNumber == "L1");
            opinion.FeedBack(new FeedbackFacts(FeedbackMeans.Telephone, "顾砚清", "已说明", new DateOnly(2026, 3, 2)), "", new Stamp("值班员", new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), new ClockLimits()));
        }, Cancel);
        var before = await TablesAsync();
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.UndoAsync(batch, Cancel));
        Assert.Contains("2025-BJ01-0001", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-BJ01-0001", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await TablesAsync());
    }

    [Fact]
    public async Task What_the_calendar_entered_since_keeps_no_batch_from_being_undone()
    {
        var batch = (await WriteAsync(Lamp, Bus)).BatchId!.Value;
        await Database.Store.WriteAsync(async db => (await db.Opinions.SingleAsync(o => o.SourceNumber == "L1"))
            .NoteLateness(new DateOnly(2026, 3, 2), new Stamp(Opinion.TheCalendar, new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), new ClockLimits())), Cancel);

        Assert.Equal(2, await Desk.UndoAsync(batch, Cancel));
    }

    [Fact]
    public async Task Writing_and_undoing_ring_for_each_year_that_was_touched()
    {
        var batch = (await WriteAsync(Lamp, Bus)).BatchId!.Value;
        StationYear[] touched = [new(Database.District.BajiaoHome.Id, 2025), new(Database.District.BajiaoHome.Id, 2026)];
        Assert.Equal(touched, (await Database.Changes.NextAsync(Cancel)).Touched.OrderBy(place => place.Year));
        await Desk.UndoAsync(batch, Cancel);
        Assert.Equal(touched, (await Database.Changes.NextAsync(Cancel)).Touched.OrderBy(place => place.Year));
    }

    [Fact]
    public async Task An_organ_nobody_knows_is_registered_as_one_outside_the_district()
    {
        await WriteAsync(Bus);
        await using var db = Database.CreateDbContext();
        Assert.Equal(OrganKind.Outside, (await db.Organs.SingleAsync(organ => organ.Name == "公交集团公司", Cancel)).Kind);
    }

    [Fact]
    public async Task A_ledger_of_ours_comes_back_with_its_merges_feedback_and_ratings()
    {
        var ledger = await ReadAsync(
            """
            意见编号,收集日期,来源,代表,选民,联系方式,意见内容,类别,合并至,反映渠道,反映日期,承办单位,交办日期,答复日期,办理结果类别,答复内容,反馈日期,反馈方式,反馈人,解释说明,选民评价,状态
            A,3月1日,走访,顾砚清,王女士,13800000000,路灯不亮,交通运输,,闭会期间建议,3月2日,主办：区城管委　协办：区住建委,3月3日,4月1日,已解决,已修复,4月5日,当面,顾砚清,,满意,已反馈
            B,3月2日,电话,查无此人,王女士,13800000000,我家那边也不亮,,A,,,,,,,,,,,,,并案
            C,3月3日,约谈,,,,公交太挤,,,,,,,,,,3月4日,电话,陶知言,已解释,,当场解释
            """, 2025);
        var report = await Desk.WriteAsync(ledger, "BJ01", skipRefused: false, null, Cancel);
        Assert.Empty(report.Refused);

        var lamp = await OpinionAsync("A");
        Assert.Equal((OpinionSource.Visit, OpinionStage.FedBack, AnswerOutcome.Solved, VoterRating.Satisfied, 1), (lamp.Source, lamp.Stage, lamp.Outcome, lamp.Rating, lamp.Followers));
        Assert.Equal((new DateOnly(2025, 3, 3), [Database.District.Housing.Id]), (lamp.Forwardings[0].AssignedOn, lamp.Forwardings[0].CoHandlerIds), EqualHandOver);
        var merged = await OpinionAsync("B");
        Assert.Equal((OpinionStage.Merged, (int?)lamp.Id, lamp.Voters[0].VoterId), (merged.Stage, merged.LeadOpinionId, merged.Voters[0].VoterId));
        Assert.Equal((OpinionStage.Explained, new DateOnly(2025, 3, 4)), ((await OpinionAsync("C")).Stage, (await OpinionAsync("C")).ConcludedOn));
        Assert.Contains(report.Remarks, remark => remark.Sentence.Contains("查无此人", StringComparison.Ordinal));

        await Desk.UndoAsync(report.BatchId!.Value, Cancel);
        Assert.Equal(0, (await TablesAsync())["Opinions"]);
    }

    [Fact]
    public async Task One_that_is_stopped_while_it_is_written_leaves_nothing_half()
    {
        string[] rows = [.. Enumerable.Range(1, 1200).Select(number => $"L{number},,王女士{number},2026-01-05,路灯不亮{number},区城管委,2026-01-20,已修复")];
        var before = await TablesAsync();
        using var stopping = new CancellationTokenSource();
        var reading = await RowsAsync(rows);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Desk.WriteAsync(reading, "BJ01", skipRefused: false, new StopsAtHalf(stopping), stopping.Token));

        Assert.Equal(before, await TablesAsync());
    }

    [Fact]
    public async Task A_file_is_read_by_the_mapping_that_was_remembered_whatever_the_order_of_its_columns()
    {
        await Desk.RememberAsync(new ColumnMapping("老台账", [new("号头", LedgerColumn.Number), new("何日", LedgerColumn.ReceivedOn), new("说了什么", LedgerColumn.Text)]));
        var content = "某街道老台账,,\n说了什么,号头,何日\n路灯不亮,7,2026-01-05\n"u8.ToArray();
        var file = await LedgerFile.OpenAsync(new MemoryStream(content), "老.csv", Cancel);

        var reading = LedgerReading.Of(file, content, Mappings.ChoiceFor(LedgerSheets.Look(file), null, "老台账"), null, null, Cancel);
        await Desk.WriteAsync(reading, "BJ01", skipRefused: false, null, Cancel);

        Assert.Equal("路灯不亮", (await OpinionAsync("7")).Words);
        var refused = Assert.Throws<RuleBrokenException>(() => Mappings.ChoiceFor(LedgerSheets.Look(file), null, "没有这个"));
        Assert.Contains("有的是：老台账", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_on_an_opinion_since_keeps_its_batch_from_being_taken_back()
    {
        var batch = (await WriteAsync("L1,,,2026-01-05,路灯不亮,,,")).BatchId!.Value;
        await Database.Store.WriteAsync(async db => db.Add(new Picture([1], 1, 1, Clock.GetUtcNow().UtcDateTime) { OpinionId = await db.Opinions.Select(o => o.Id).SingleAsync(Cancel) }), Cancel);

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.UndoAsync(batch, Cancel));

        Assert.Equal("这一批里有 1 件导入以后又办理过、发过回执、写过公示，或有别的意见、来件并入，不能撤销：2026-BJ01-0001。", refused.Message);
    }

    [Fact]
    public async Task A_mapping_has_a_short_name_and_fits_only_its_own_headings()
    {
        var file = await LedgerFile.OpenAsync(new MemoryStream("号头,何日,说了什么\n7,2026-01-05,路灯不亮\n"u8.ToArray()), "老.csv", Cancel);
        Assert.Equal("还没有记住过列的对应。请在导入页面上记下。", ChoiceRefused("老台账"));
        var mapping = new ColumnMapping("老台账", [new("号头", LedgerColumn.Number), new("哪天", LedgerColumn.ReceivedOn)]);

        Assert.Equal("请给列的对应起个名称。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.RememberAsync(mapping with { Name = " " }))).Message);
        Assert.Equal("名称不超过 40 字。", (await Assert.ThrowsAsync<RuleBrokenException>(() => Desk.RememberAsync(mapping with { Name = new string('台', 41) }))).Message);
        await Desk.RememberAsync(mapping);
        Assert.Equal("这份文件的列名与“老台账”记住的不一样。记住的是：号头、哪天。", ChoiceRefused("老台账"));

        string ChoiceRefused(string name) => Assert.Throws<RuleBrokenException>(() => Mappings.ChoiceFor(LedgerSheets.Look(file), null, name)).Message;
    }

    [Fact]
    public async Task What_was_remembered_and_can_no_longer_be_read_keeps_nobody_from_importing()
    {
        await File.WriteAllTextAsync(Path.Combine(OwnFolder.Path, "import-mappings.json"), "[{ \"name\": ", Cancel);
        Assert.Empty(Mappings.All);

        await Desk.RememberAsync(new ColumnMapping("老台账", [new("号头", LedgerColumn.Number)]));

        Assert.Equal("老台账", Assert.Single(Mappings.All).Name);
    }

    [Fact]
    public async Task A_ledger_without_dates_is_refused_with_a_sentence()
    {
        var refused = await Assert.ThrowsAsync<LedgerRefusedException>(() => ReadAsync("编号,意见内容\nL1,路灯不亮"));
        Assert.Contains("没有收集日期一栏", refused.Message, StringComparison.Ordinal);
    }

    private sealed class StopsAtHalf(CancellationTokenSource stopping) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value is { Doing: "写入", Done: >= 500 })
            {
                stopping.Cancel();
            }
        }
    }

    private static Dictionary<string, int> Without(Dictionary<string, int> tables) => tables.Where(table => table.Key is not ("ImportBatches" or "OpinionSeries" or "AuditEntries")).ToDictionary();

    private static bool EqualTables((int?, Dictionary<string, int>) one, (int?, Dictionary<string, int>) other) => one.Item1 == other.Item1 && one.Item2.OrderBy(t => t.Key).SequenceEqual(other.Item2.OrderBy(t => t.Key));

    private static bool EqualHandOver((DateOnly?, IReadOnlyList<int>) one, (DateOnly?, IReadOnlyList<int>) other) => one.Item1 == other.Item1 && one.Item2.SequenceEqual(other.Item2);
}
