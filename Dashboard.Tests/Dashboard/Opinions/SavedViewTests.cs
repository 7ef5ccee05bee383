using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Views that an account keeps, over the real HTTP stack, because they are an account's and not a machine's.</summary>
public sealed class SavedViewTests(LiaisonSite site) : IClassFixture<LiaisonSite>
{
    private static readonly OpinionAddress Late = new() { Filter = new OpinionFilter { Year = 2026, Measure = Measure.Overdue }, Sort = OpinionSort.Newest };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_is_there_on_any_machine_of_the_account_and_of_no_other()
    {
        var (person, desk) = await SomebodyAsync();
        await desk.KeepAsync(" 全区逾期 ", Late);

        Assert.Contains("href=\"/opinions?year=2026&measure=overdue&sort=newest\"", await ListOfAsync(person), StringComparison.Ordinal);
        Assert.Contains("全区逾期", await ListOfAsync(person), StringComparison.Ordinal);
        Assert.DoesNotContain("全区逾期", await ListOfAsync(await site.OfficeAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_and_the_text_that_is_looked_for_are_left_out()
    {
        var (person, desk) = await SomebodyAsync();
        await desk.KeepAsync("找人", Late with { Filter = Late.Filter with { Text = "王大妈" }, Page = 7 });

        var view = Assert.Single(await OwnAsync(person));
        Assert.Equal(("找人", "?year=2026&measure=overdue&sort=newest"), (view.Name, view.Query));
    }

    [Fact]
    public async Task A_view_takes_another_name_and_goes()
    {
        var (person, desk) = await SomebodyAsync();
        await desk.KeepAsync("逾期", Late);
        await desk.KeepAsync("别的", Late);
        var first = (await OwnAsync(person))[0].Id;

        await desk.RenameAsync(first, "今年逾期");
        Assert.Equal("已经有一个视图叫“别的”，请换个名字。", (await Assert.ThrowsAsync<RuleBrokenException>(() => desk.RenameAsync(first, "别的"))).Message);
        Assert.Equal(["今年逾期", "别的"], (await OwnAsync(person)).Select(view => view.Name));

        await desk.DeleteAsync(first);
        Assert.Equal(["别的"], (await OwnAsync(person)).Select(view => view.Name));
        Assert.Equal("没有这个视图，可能已经删去。", (await Assert.ThrowsAsync<RuleBrokenException>(() => desk.DeleteAsync(first))).Message);
    }

    [Fact]
    public async Task Names_are_there_short_and_each_its_own_and_there_are_twelve_at_most()
    {
        var (_, desk) = await SomebodyAsync();
        Assert.Equal("请给视图起个名字。", await WhyNotAsync("　"));
        Assert.Equal("名字太长，最多20个字。", await WhyNotAsync(new string('长', 21)));
        foreach (var number in Enumerable.Range(1, ViewDesk.Most))
        {
            await desk.KeepAsync($"视图{number}", Late);
        }

        Assert.Equal("最多存12个视图，请先删去不用的。", await WhyNotAsync("第十三个"));

        async Task<string> WhyNotAsync(string name) => (await Assert.ThrowsAsync<RuleBrokenException>(() => desk.KeepAsync(name, Late))).Message;
    }

    [Fact]
    public async Task Another_s_view_is_as_if_it_were_not_there_and_the_audit_log_knows_of_the_change_and_not_what_it_says()
    {
        var (person, desk) = await SomebodyAsync();
        await desk.KeepAsync("王大妈的事", Late);
        var id = Assert.Single(await OwnAsync(person)).Id;
        var (_, other) = await SomebodyAsync();

        Assert.Equal("没有这个视图，可能已经删去。", (await Assert.ThrowsAsync<OutOfReachException>(() => other.DeleteAsync(id))).Message);
        Assert.Equal("没有这个视图，可能已经删去。", (await Assert.ThrowsAsync<OutOfReachException>(() => other.RenameAsync(id, "我的"))).Message);

        Assert.Single(await OwnAsync(person));
        await using var db = await site.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContextAsync(Cancel);
        var entries = await db.AuditEntries.Where(entry => entry.Act == AuditAct.ViewsChanged).ToListAsync(Cancel);
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.DoesNotContain("王大妈", $"{entry.About}{entry.Detail}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_view_that_asks_for_what_is_gone_says_so()
    {
        var (person, desk) = await SomebodyAsync();
        await desk.KeepAsync("老站", new OpinionAddress { Filter = new OpinionFilter { Station = "XX99" } });

        Assert.Contains("老站<small>条件已变</small>", await ListOfAsync(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_no_opinions_keeps_no_views()
    {
        var (_, desk) = await SomebodyAsync(Grant.Of(Role.Auditor));
        await Assert.ThrowsAsync<OutOfReachException>(() => desk.KeepAsync("逾期", Late));
    }

    private async Task<(SitePerson Person, ViewDesk Desk)> SomebodyAsync(Grant? grant = null)
    {
        var person = await SitePerson.SignInAsync(site, grant ?? Grant.Of(Role.LiaisonOffice));
        return (person, At(person).GetRequiredService<ViewDesk>());
    }

    private Task<IReadOnlyList<OwnView>> OwnAsync(SitePerson person) => At(person).GetRequiredService<ViewQueries>().OwnAsync(Cancel);

    private IServiceProvider At(SitePerson person)
    {
        var services = site.Services.CreateScope().ServiceProvider;
        services.GetRequiredService<CurrentPerson>().SignedInBy(person.Session);
        return services;
    }

    private async Task<string> ListOfAsync(SitePerson person)
    {
        using var client = site.ClientOf(person);
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/opinions", UriKind.Relative), Cancel));
    }
}
