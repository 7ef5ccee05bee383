using Bunit;

namespace VoterLiaison.Dashboard.Parts;

public sealed class SmallPartsTests : BunitContext
{
    [Fact]
    public void Overdue_is_said_in_words_beside_its_colour() =>
        Render<Overdue>(the => the.Add(o => o.Days, 6)).MarkupMatches("""<span class="late">逾期 6 天</span>""");

    [Fact]
    public void An_empty_list_offers_the_next_thing_to_do()
    {
        var empty = Render<EmptyState>(the => the
            .Add(e => e.Sentence, "这个家站今年还没有收集意见。")
            .AddChildContent("""<a href="/reception">登记一场接待</a>"""));

        Assert.Equal("这个家站今年还没有收集意见。", empty.Find("p").TextContent);
        Assert.Equal("/reception", empty.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Every_icon_is_drawn() =>
        Assert.All(Enum.GetValues<IconName>(), icon => Assert.StartsWith("M", icon.Path(), StringComparison.Ordinal));

    [Fact]
    public void The_year_switch_stops_at_the_year_that_has_not_begun()
    {
        var years = Render<YearSwitch>(the => the
            .Add(y => y.Year, 2026).Add(y => y.Years, [2026, 2025, 2024])
            .Add(y => y.Address, year => $"/?year={year}"));

        Assert.Equal("/?year=2025", years.Find("[aria-label=上一年度]").GetAttribute("href"));
        Assert.False(years.Find("[aria-disabled]").HasAttribute("href"));
    }

    [Fact]
    public void The_year_switch_passes_over_years_without_opinions()
    {
        var years = Render<YearSwitch>(the => the
            .Add(y => y.Year, 2026).Add(y => y.Years, [2026, 2020, 2019])
            .Add(y => y.Address, year => $"/?year={year}"));

        Assert.Equal("/?year=2020", years.Find("[aria-label=上一年度]").GetAttribute("href"));
    }

    [Fact]
    public void A_title_bar_shows_its_facts_and_acts()
    {
        var bar = Render<PageTitleBar>(the => the
            .Add(b => b.Title, "选民意见")
            .Add(b => b.Facts, "本年度收集 1,509 件")
            .Add(b => b.Actions, """<button>导出台账</button>"""));

        Assert.Equal("选民意见", bar.Find("h1").TextContent);
        Assert.Equal("本年度收集 1,509 件", bar.Find("p").TextContent);
        Assert.Equal("导出台账", bar.Find("button").TextContent);
    }
}
