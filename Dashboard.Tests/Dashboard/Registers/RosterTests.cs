using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>A roster held against the register of 八角 and 首钢, and taken over.</summary>
public sealed class RosterTests : IAsyncLifetime
{
    private const string Head = "代表证号,姓名,层级(区/市),届次,选区,单位/街道,单位和职务,驻站,联系方式,任职状态";

    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SmallDistrict District => _house.District;

    private RosterDesk Office => _house.The<RosterDesk>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_dry_run_says_who_is_new_changed_unchanged_and_refused_and_writes_nothing()
    {
        var before = await RowsAsync();

        var check = await CheckAsync(
            "17-0001,顾砚清,区,17,31,八角,某小学校长,八角代表之家,,在任",
            "17-0002,陶知言,,,,,,,,",
            "17-0100,新代表,区,第十七届,第31选区,八角街道,某厂工人,,,",
            ",没有证号,区,17,31,八角街道,,,,",
            "17-0101,没有届次,区,,31,八角街道,,,,");

        Assert.Equal((1, 1, 1, 2), (check.Of(RosterOutcome.New), check.Of(RosterOutcome.Changed), check.Of(RosterOutcome.Unchanged), check.Of(RosterOutcome.Refused)));
        Assert.Equal(
            ["单位和职务：某小学教师 → 某小学校长", "驻站： → 八角代表之家"],
            Line(check, 2).Changes.Select(change => $"{change.What}：{change.Before} → {change.After}"));
        Assert.Equal((5, "没有写代表证号。姓名会重复，没有证号不能录入。"), (Line(check, 5).Line, Line(check, 5).Refusal));
        Assert.Equal("没有写届次。", Line(check, 6).Refusal);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Taking_over_writes_all_of_it_in_one_commit_and_a_second_time_changes_nothing()
    {
        string[] rows = ["17-0001,顾砚清,区,17,31,八角,某小学校长,八角代表之家、BJ02,,辞职", "17-0100,新代表,区,17,31,首钢,某厂工人,,,"];
        await Office.TakeOverAsync(await CheckAsync(rows));

        await using var db = _house.Rows();
        var gu = await db.Deputies.Include(deputy => deputy.Stations).Include(deputy => deputy.OfficeChanges).SingleAsync(deputy => deputy.Code == "17-0001", Cancelled);
        Assert.Equal(("某小学校长", OfficeStatus.Resigned, 2), (gu.Post, gu.Status, gu.Stations.Count));
        Assert.Equal((LiaisonHouse.Today, "名册导入"), (gu.OfficeChanges[0].Since, gu.OfficeChanges[0].Note));
        Assert.Equal(District.ShougangHome.UnitId, (await db.Deputies.SingleAsync(deputy => deputy.Code == "17-0100", Cancelled)).UnitId);
        var entry = await db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancelled);
        Assert.Equal((AuditAct.RosterImported, "新增1位，变更1位，不变0位，没有录入0行"), (entry.Act, entry.Detail));
        Assert.Equal(2, (await CheckAsync(rows)).Of(RosterOutcome.Unchanged));
    }

    [Fact]
    public async Task Two_of_one_name_are_two_deputies_and_that_is_said()
    {
        var check = await CheckAsync("17-0100,顾砚清,区,17,31,八角街道,某厂工人,,,", "17-0101,陈静,区,17,31,八角街道,,,,", "17-0102,陈静,区,17,31,首钢联组,,,,", "17-0102,陈静,区,17,31,首钢联组,,,,");

        Assert.Equal(["还有一位也叫顾砚清（17-0001），证号不同，是两位代表。"], Line(check, 2).Notes);
        Assert.Equal(["还有一位也叫陈静（17-0102），证号不同，是两位代表。"], Line(check, 3).Notes);
        Assert.Equal("证号和第4行的一样，只看第4行。", Line(check, 5).Refusal);
        await Office.TakeOverAsync(check);
        await using var db = _house.Rows();
        Assert.Equal(2, await db.Deputies.CountAsync(deputy => deputy.Name == "陈静", Cancelled));
    }

    [Theory]
    [InlineData("八角街道", "BJ")]
    [InlineData("八角", "BJ")]
    [InlineData("石景山区八角街道", "BJ")]
    [InlineData("八角街道人大工委", "BJ")]
    [InlineData("人大八角街道工作委员会", "BJ")]
    [InlineData("八角街道办事处", "BJ")]
    [InlineData("首钢代表联组", "SG")]
    [InlineData("首钢联组", "SG")]
    [InlineData("首钢", "SG")]
    [InlineData("首钢总公司", "SG")]
    [InlineData("首钢集团", "SG")]
    public async Task A_unit_is_known_with_and_without_what_kind_it_is(string written, string code)
    {
        var line = Line(await CheckAsync($"17-0100,新代表,区,17,31,{written},,,,"), 2);

        await using var db = _house.Rows();
        Assert.Equal(await db.Units.Where(unit => unit.Code == code).Select(unit => (int?)unit.Id).SingleAsync(Cancelled), line.Form?.UnitId);
    }

    [Theory]
    [InlineData("17-0100,新代表,省,17,31,八角,,,,", "层级“省”认不得，请写“区”或“市”。")]
    [InlineData("17-0100,新代表,区,17,99,八角,,,,", "选区“99”不在名册里。请先到“选区”里新增，再导入。")]
    [InlineData("17-0100,新代表,区,17,31,月亮街道,,,,", "单位“月亮街道”不在名册里。请写街道或者联组的名称，如 八角街道、首钢代表联组；不属街道的写“无”。")]
    [InlineData("17-0100,新代表,区,17,31,八角,,月亮站,,", "家站“月亮站”不在名册里，或者不止一个叫这个名字。请写全称或代码，几个之间用顿号。")]
    [InlineData("17-0100,新代表,区,17,31,八角,,,,休假", "任职状态“休假”认不得，请写在任、暂停执行职务、辞职、罢免或资格终止。")]
    [InlineData("17-0100,新代表,市,17,,无,,,,", "市人大代表要写明选举单位，写在“选区”一栏。")]
    [InlineData("17-0001,顾砚清,市,17,,,,,,", "名册里是区人大代表，层级不能改。请核对证号。")]
    public async Task A_row_that_cannot_be_taken_says_why(string row, string sentence) => Assert.Equal(sentence, Line(await CheckAsync(row), 2).Refusal);

    [Fact]
    public async Task A_private_mobile_is_not_taken_for_the_contact_that_is_published()
    {
        var check = await CheckAsync("17-0100,新代表,区,17,31,八角,,,13800001111,", "17-0101,另一位,区,17,31,八角,,,1000000801,");

        Assert.Equal(("", "1000000801"), (Line(check, 2).Form!.PublicContact, Line(check, 3).Form!.PublicContact));
        Assert.StartsWith("联系方式像是个人手机号", Assert.Single(Line(check, 2).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_takes_over_its_own_deputies_and_no_others()
    {
        var unit = _house.As("八角街道", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id))])).GetRequiredService<RosterDesk>();

        var check = await unit.CheckAsync(await ReadAsync("17-0100,新代表,区,17,31,首钢,,,,", "16-0001,裴见微,,,,,某处,,,", "17-0101,新代表,区,17,31,八角,,,,"), Cancelled);

        Assert.Equal("这一行不归您的单位，请联络室导入。", Line(check, 2).Refusal);
        Assert.Equal("这一行不归您的单位，请联络室导入。", Line(check, 3).Refusal);
        Assert.Equal(RosterOutcome.New, Line(check, 4).Outcome);
    }

    [Fact]
    public async Task What_changed_after_the_check_is_checked_again()
    {
        var check = await CheckAsync("17-0001,顾砚清,区,17,31,八角,某小学校长,,,");
        var seen = DeputyForm.Of(District.Gu);
        await _house.The<RegisterDesk>().DescribeDeputyAsync(District.Gu.Id, seen, seen with { Post = "某中学校长" });

        Assert.StartsWith("核对以后名册有变动", (await Assert.ThrowsAsync<RuleBrokenException>(() => Office.TakeOverAsync(check))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_the_two_headings_is_refused_with_what_to_do() => Assert.StartsWith(
        "“roster.csv”里没有找到表头。",
        (await Assert.ThrowsAsync<RuleBrokenException>(() => RosterReading.ReadAsync(Encoding.UTF8.GetBytes("姓名,单位\n顾砚清,八角"), "roster.csv", Cancelled))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_template_is_read_as_it_is_downloaded()
    {
        var reading = await RosterReading.ReadAsync(RosterFile.Template(), "代表名册样表.xlsx", Cancelled);

        Assert.Equal(["17-9001", "S16-9001"], reading.Rows.Select(row => row.Text(RosterColumn.Code)));
        Assert.Empty(reading.Unrecognised);
        Assert.Equal(2, (await Office.CheckAsync(reading, Cancelled)).Of(RosterOutcome.New));
    }

    [Fact]
    public async Task A_row_that_cannot_be_taken_says_in_a_sentence_what_it_lacks()
    {
        await _house.The<RegisterDesk>().CloseStationAsync(District.BajiaoStation.Id, LiaisonHouse.Today, null);

        var check = await CheckAsync(
            "17-0100,,区,17,31,八角,,,,",
            "17-0101,新代表,区,17,,八角,,,,",
            "17-0102,新代表,区,第一届又半,31,八角,,,,",
            "17-0103,新代表,区,17,31,八角,,BJ02,,");

        Assert.Equal(["没有写姓名。", "没有写选区。", "届次“第一届又半”认不得，请写数字，如 17。", "古城南路联络站已经停用，不能驻站。"], check.Lines.Select(line => line.Refusal));
        Assert.Equal("没有要录入的：名册里都已经有了。", (await Assert.ThrowsAsync<RuleBrokenException>(async () => await Office.TakeOverAsync(await CheckAsync("17-0002,陶知言,,,,,,,,")))).Message);
    }

    private static RosterLine Line(RosterCheck check, int line) => check.Lines.Single(one => one.Line == line);

    private async Task<RosterCheck> CheckAsync(params string[] rows) => await Office.CheckAsync(await ReadAsync(rows), Cancelled);

    private static Task<RosterReading> ReadAsync(params string[] rows) => RosterReading.ReadAsync(Encoding.UTF8.GetBytes(string.Join('\n', [Head, .. rows])), "roster.csv", Cancelled);

    private async Task<(int Deputies, int Entries)> RowsAsync()
    {
        await using var db = _house.Rows();
        return (await db.Deputies.CountAsync(Cancelled), await db.AuditEntries.CountAsync(Cancelled));
    }
}
