using Bunit;

namespace VoterLiaison.Dashboard.Parts;

public sealed class PagerTests : BunitContext
{
    [Fact]
    public void It_says_which_rows_are_shown_of_how_many() =>
        Assert.Contains("第 25–31 件，共 31 件", Pager(page: 3, total: 31).Markup, StringComparison.Ordinal);

    [Fact]
    public void Pages_far_from_this_one_are_left_out_but_not_the_ends()
    {
        var shown = Pager(page: 7, total: 500).FindAll(".pg > *:not([aria-label$=一页])").Select(each => each.TextContent);

        Assert.Equal(["1", "…", "5", "6", "7", "8", "9", "…", "42"], shown);
    }

    [Fact]
    public void The_page_lives_in_the_address() =>
        Assert.Equal("/opinions?page=2", Pager(page: 1, total: 31).Find("[aria-label=下一页]").GetAttribute("href"));

    [Fact]
    public void Before_the_first_page_there_is_none()
    {
        var back = Pager(page: 1, total: 31).Find("[aria-label=上一页]");

        Assert.False(back.HasAttribute("href"));
        Assert.Equal("true", back.GetAttribute("aria-disabled"));
    }

    [Fact]
    public void One_page_needs_no_links() =>
        Assert.Empty(Pager(page: 1, total: 12).FindAll("a"));

    private IRenderedComponent<Pager> Pager(int page, int total) => Render<Pager>(the => the
        .Add(p => p.Page, page)
        .Add(p => p.PageSize, 12)
        .Add(p => p.Total, total)
        .Add(p => p.Address, number => $"/opinions?page={number}"));
}
