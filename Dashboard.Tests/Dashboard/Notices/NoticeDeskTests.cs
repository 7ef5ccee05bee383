using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Public;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Notices;

/// <summary>办理公示: what may be told in public, by whom, and how it is taken back.</summary>
public sealed class NoticeDeskTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => LiaisonHouse.Today;

    private NoticeDesk Desk => _house.The<NoticeDesk>();

    public async ValueTask InitializeAsync() => _house = await LiaisonHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_notice_is_public_at_once_and_stands_in_the_audit_log_and_is_gone_when_withdrawn()
    {
        var number = await AnsweredAsync();
        var id = await Desk.PublishAsync(number, Form());

        var shown = Assert.Single((await PublicAsync(new NoticeAddress())).Rows);
        Assert.Equal(("路灯修好了", "八角街道", "交通运输", Today), (shown.Notice.Title, shown.Unit, shown.Category, shown.Notice.PublishedOn));
        Assert.Equal((AuditAct.NoticePublished, number, "公示：路灯修好了"), await LastAsync());

        await Desk.WithdrawAsync(id, "事情又有反复。");
        Assert.Empty((await PublicAsync(new NoticeAddress())).Rows);
        var kept = Assert.Single((await _house.The<NoticeQueries>().ListAsync(withdrawn: true, 1, Cancelled)).Rows);
        Assert.Equal(("事情又有反复。", Today), (kept.Notice.WithdrawnWhy, kept.Notice.WithdrawnOn));
        Assert.Equal($"已在2026年3月2日撤下。", await RefusalAsync(() => Desk.WithdrawAsync(id, "再撤一次。")));
    }

    [Fact]
    public async Task Who_spoke_is_refused_by_name_by_phone_and_by_any_personal_number()
    {
        var number = await AnsweredAsync();

        Assert.Equal("公示里不能写选民的姓名（王晓梅女士），请改成“居民”。", await RefusedAsync(Form() with { Asked = "王晓梅女士说路灯不亮。" }));
        Assert.Equal("公示里不能写选民的姓名（王晓梅），请改成“居民”。", await RefusedAsync(Form() with { Done = "已告知王晓梅。" }));
        Assert.Equal("公示里不能有选民的电话，请删去。", await RefusedAsync(Form() with { Done = "可以打 6888-1234 询问。" }));
        Assert.Equal("公示里不能有电话号码或者身份证号，请删去。", await RefusedAsync(Form() with { Done = "可以打13900001234询问。" }));
        Assert.Equal("公示里不能有电话号码或者身份证号，请删去。", await RefusedAsync(Form() with { Title = "11010119900307001X的路灯" }));
        Assert.Empty((await PublicAsync(new NoticeAddress())).Rows);

        Task<string> RefusedAsync(Typed typed) => RefusalAsync(() => Desk.PublishAsync(number, typed.Form));
    }

    [Fact]
    public async Task What_is_not_answered_not_finished_or_public_already_is_refused_in_a_sentence()
    {
        var open = await _house.CollectAsync();
        Assert.Equal("还没有答复或者解释，没有可以公示的。", await RefusalAsync(async () => await Desk.PublishAsync(await NumberAsync(open.OpinionId), Form())));

        var number = await AnsweredAsync();
        var begun = NoticeForm.Of((await _house.The<OpinionQueries>().DetailAsync(number, Cancelled))!);
        begun.Title = "路灯修好了";
        Assert.Equal("“反映的问题”还只有开头，请接着写完。", await RefusalAsync(() => Desk.PublishAsync(number, begun)));

        await Desk.PublishAsync(number, Form());
        Assert.Equal("这一件已在2026年3月2日公示。要改，请先撤下，再重新公示。", await RefusalAsync(() => Desk.PublishAsync(number, Form())));
    }

    [Fact]
    public async Task The_form_begins_with_days_and_category_and_never_with_the_voters_words()
    {
        var form = NoticeForm.Of((await _house.The<OpinionQueries>().DetailAsync(await AnsweredAsync(), Cancelled))!);

        Assert.Equal(("", "2026年3月，有居民反映交通运输方面的问题：", "2026年3月2日，区城市管理委员会答复："), (form.Title, form.Asked, form.Done));
    }

    [Fact]
    public async Task Another_units_opinion_is_not_there()
    {
        var number = await AnsweredAsync();
        var shougang = _house.As("首钢", new Rights([new Holding(Role.UnitStaff, Reach.OfStations(_house.District.ShougangHome.Id))]));

        var refused = await Assert.ThrowsAsync<OutOfReachException>(() => shougang.GetRequiredService<NoticeDesk>().PublishAsync(number, Form()));
        Assert.Equal($"没有编号为 {number} 的意见。", refused.Message);
        var id = await Desk.PublishAsync(number, Form());
        Assert.Equal(0, (await shougang.GetRequiredService<NoticeQueries>().ListAsync(withdrawn: false, 1, Cancelled)).Open);
        await Assert.ThrowsAsync<OutOfReachException>(() => shougang.GetRequiredService<NoticeDesk>().WithdrawAsync(id, "不归我管。"));
    }

    [Fact]
    public async Task Street_category_and_year_in_the_address_narrow_the_public_list_and_it_has_pages()
    {
        for (var times = 0; times <= PublicNoticeQueries.PageSize; times++)
        {
            await Desk.PublishAsync(await AnsweredAsync(), Form());
        }

        var all = await PublicAsync(new NoticeAddress());
        Assert.Equal((PublicNoticeQueries.PageSize + 1, PublicNoticeQueries.PageSize), (all.Total, all.Rows.Count));
        Assert.Single((await PublicAsync(new NoticeAddress(Page: 2))).Rows);
        Assert.Equal(all.Total, (await PublicAsync(new NoticeAddress("BJ", all.Categories[0].Code, 2026))).Total);
        Assert.Equal(0, (await PublicAsync(new NoticeAddress("SG"))).Total);
        Assert.Equal(0, (await PublicAsync(new NoticeAddress(Category: "HOUSING"))).Total);
        Assert.Equal(0, (await PublicAsync(new NoticeAddress(Year: 2025))).Total);
        Assert.Equal(([2026], ["八角街道"]), (all.Years, all.Units.Select(unit => unit.Name)));
    }

    private static Typed Form() => new("路灯修好了", "北路西口夜里路灯不亮。", "城市管理部门已经修复。");

    private Task<NoticeList> PublicAsync(NoticeAddress asked) => _house.The<PublicNoticeQueries>().ListAsync(asked, Cancelled);

    private async Task<string> AnsweredAsync()
    {
        var collected = await _house.Desk.CollectAsync(
            new CollectForm { StationId = _house.District.BajiaoHome.Id, Words = "路灯不亮，我家王晓梅都摔了", CategoryId = _house.District.Transport.Id, On = Today, Voters = [new VoterForm { Name = "王晓梅女士", Phone = "68881234" }] },
            Guid.NewGuid());
        var seen = await _house.Desk.ForwardedAsync(new Seen(collected.Id, 1, Guid.NewGuid()), _house.District, Today);
        await _house.Desk.AnsweredAsync(seen, Today);
        return collected.Number;
    }

    private async Task<string> NumberAsync(int id)
    {
        await using var db = _house.Rows();
        return await db.Opinions.Where(opinion => opinion.Id == id).Select(opinion => opinion.Number).SingleAsync(Cancelled);
    }

    private static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAnyAsync<RuleBrokenException>(act)).Message;

    private async Task<(AuditAct, string, string)> LastAsync()
    {
        await using var db = _house.Rows();
        var entry = await db.AuditEntries.OrderByDescending(one => one.Id).FirstAsync(Cancelled);
        return (entry.Act, entry.About, entry.Detail);
    }

    private sealed record Typed(string Title, string Asked, string Done)
    {
        public NoticeForm Form => new() { Title = Title, Asked = Asked, Done = Done };

        public static implicit operator NoticeForm(Typed typed) => typed.Form;
    }
}
