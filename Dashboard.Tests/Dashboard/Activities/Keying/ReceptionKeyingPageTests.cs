using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Activities.Keying;

public sealed class ReceptionKeyingPageTests : DashboardTestContext
{
    public ReceptionKeyingPageTests() => Services.AddActivities();

    [Fact]
    public async Task A_number_that_need_not_be_taken_down_is_said_while_the_words_are_typed_and_stops_nobody()
    {
        var page = Render<ReceptionKeyingPage>();
        page.Find("[data-testid=station]").Change($"{District.BajiaoHome.Id}");

        await page.Find("[data-testid=words]").InputAsync(new ChangeEventArgs { Value = "我的卡号6200 0000 0000 0000 000" });
        Assert.Equal("像是银行卡号：6200***********0000。不必记的请删去，照样能存。", page.Find("[data-testid=words-number-hint]").TextContent);

        page.Find("[data-testid=words]").Change("我的卡号6200 0000 0000 0000 000");
        await page.Find("[data-testid=confirm]").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("本次已存 1 件", page.Find("[data-testid=session]").TextContent));
        Assert.Equal("", page.Find("[data-testid=words-number-hint]").TextContent);
    }

    [Fact]
    public async Task What_is_said_about_a_deputy_s_work_is_kept_with_the_row_and_not_with_the_next()
    {
        var page = Render<ReceptionKeyingPage>();
        page.Find("[data-testid=station]").Change($"{District.BajiaoHome.Id}");
        page.Find("[data-testid=words]").Change("代表没来接待。");
        page.Find("[data-testid=concerns]").Change($"{District.Gu.Id}");
        await page.Find("[data-testid=confirm]").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("涉及代表履职：顾砚清", page.Find("[data-testid=row-1]").TextContent));
        page.Find("[data-testid=words]").Change("路灯不亮。");
        await page.Find("[data-testid=confirm]").ClickAsync();
        page.WaitForElement("[data-testid=row-2]");

        await using var db = Database.CreateDbContext();
        Assert.Equal([District.Gu.Id, null], await db.Opinions.OrderBy(o => o.Id).Select(o => o.ConcernsDeputyId).ToListAsync(TestContext.Current.CancellationToken));
    }
}
