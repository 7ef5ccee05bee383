using Bunit;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

public sealed class OrderLineTests : DashboardTestContext
{
    private static readonly BookOrder Waiting = new(Guid.NewGuid(), BookRequest.OfYear(2026), Actor.App, new Shelf("7"), BookScope.Whole);

    [Fact]
    public void A_book_being_made_shows_how_far_it_is()
    {
        var line = Line(Waiting with { Progress = new YearBookProgress(1_200, 4_800) });

        Assert.Equal("25%　1,200/4,800 行", line.Find(".q").TextContent);
        Assert.Equal("25", line.Find("progress").GetAttribute("value"));
    }

    [Fact]
    public void A_book_that_could_not_be_made_says_why_and_can_be_tried_again()
    {
        var again = 0;
        var line = Line(Waiting with { Refusal = "没有办成。编号 7F3A，请稍后再试或联系管理员。" }, () => again++);

        Assert.Contains("7F3A", line.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        line.Find("button").Click();
        Assert.Equal(1, again);
    }

    private IRenderedComponent<OrderLine> Line(BookOrder order, Action? again = null) => Render<OrderLine>(line => line
        .Add(l => l.Order, order)
        .Add(l => l.Again, again ?? (() => { }))
        .Add(l => l.Cancel, () => { }));
}
