using System.Net;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>运行状况, as the administrator and the auditor are served it.</summary>
public sealed class UpkeepPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Whoever_watches_over_the_house_reads_how_it_stands(Role role)
    {
        await using var site = LiaisonSite.With(("Upkeep:FreeMegabytes", "16"));
        var page = await ReadAsync(site, role);

        Assert.All(
            ["运行状况", "没有警报", "能存", "还没有备份过", site.DataFolder, "连错 5 次，锁 15 分钟", "否，只宜在本机试用", "现在自检"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("alarm-mark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_stands_at_the_top_with_what_to_do_and_is_counted_in_words_in_the_navigation()
    {
        await using var site = LiaisonSite.With(("Upkeep:FreeMegabytes", "10000000"));
        await site.The<AlarmBell>().LookAsync(Cancel);

        var page = await ReadAsync(site, Role.Administrator);

        Assert.Contains("1 条警报", page, StringComparison.Ordinal);
        Assert.Contains("磁盘快满了", page, StringComparison.Ordinal);
        Assert.Contains("清出空间，或把数据目录移到大一些的磁盘。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("没有警报", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_a_probe_names_each_check_and_nothing_from_inside()
    {
        await using var site = LiaisonSite.With(("Upkeep:FreeMegabytes", "10000000"));
        using var client = site.ClientOf();

        using var answer = await client.GetAsync(new Uri(Addresses.Ready, UriKind.Relative), Cancel);

        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.StatusCode, $"{answer.Content.Headers.ContentType}"));
        Assert.Equal(
            """{"status":"low","checks":{"migrations":"ok","writes":"ok","keys":"ok","counts":"ok","running":"ok","disk":"low"}}""", await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> ReadAsync(LiaisonSite site, Role role)
    {
        using var browser = new PlainBrowser(site.Address, await SitePerson.SignInAsync(site, Grant.Of(role)));
        return await browser.ReadAsync(Addresses.Upkeep);
    }
}
