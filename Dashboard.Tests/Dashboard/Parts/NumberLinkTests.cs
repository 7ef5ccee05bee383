using Bunit;

namespace VoterLiaison.Dashboard.Parts;

public sealed class NumberLinkTests : BunitContext
{
    [Fact]
    public void A_number_leads_to_the_rows_it_counts()
    {
        var link = Render<NumberLink>(the => the
            .Add(l => l.Count, 1509)
            .Add(l => l.Href, "/opinions?year=2026")
            .Add(l => l.Label, "全区收集")
            .Add(l => l.TestId, "collected")).Find("[data-testid=collected]");

        Assert.Equal("/opinions?year=2026", link.GetAttribute("href"));
        Assert.Equal("1,509", link.TextContent);
        Assert.Equal("全区收集 1,509 件", link.GetAttribute("aria-label"));
    }

    [Fact]
    public void Zero_is_a_dash_and_leads_nowhere()
    {
        var dash = Render<NumberLink>(the => the.Add(l => l.Count, 0).Add(l => l.Href, "/opinions").Add(l => l.TestId, "overdue"));

        Assert.Equal("–", dash.Find("[data-testid=overdue] [aria-hidden]").TextContent);
        Assert.Empty(dash.FindAll("a"));
    }
}
