using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Books;

public sealed class BooksPageTests : DashboardTestContext
{
    private readonly LiaisonFolder _folder = new();
    private readonly FinishedBooks _finished;
    private readonly BookBindery _bindery;

    public BooksPageTests()
    {
        _finished = new FinishedBooks(new DataFolder(Options.Create(new LiaisonOptions { DataDirectory = _folder.Path })), Clock);
        _bindery = new BookBindery(new YearBook(Database, Database.Store, Clock, Options.Create(new LiaisonOptions())), _finished, NullLogger<BookBindery>.Instance);
        Services.AddSingleton(_finished);
        Services.AddSingleton(_bindery);
        Services.AddSingleton(new YearBook(Database, Database.Store, Clock, Options.Create(new LiaisonOptions())));
        Services.AddScoped<BookDesk>();
    }

    [Fact]
    public void Before_the_first_book_the_page_says_what_to_do() => Assert.Contains("还没有导出过", Render<BooksPage>().Markup, StringComparison.Ordinal);

    [Fact]
    public async Task A_year_with_opinions_can_be_chosen_and_this_year_always()
    {
        await CollectAsync(on: new DateOnly(2024, 5, 6));

        Assert.Equal(["2026年度", "2024年度", "自选起止日期"], Periods(Render<BooksPage>()));
    }

    [Fact]
    public void A_waiting_order_is_seen_by_who_comes_back_and_can_be_taken_back()
    {
        Render<BooksPage>().Find("form").Submit();
        var back = Render<BooksPage>();

        Assert.Contains("排队等候", back.Find(".making").TextContent, StringComparison.Ordinal);
        back.Find("[data-testid=cancel]").Click();
        back.WaitForAssertion(() => Assert.Empty(back.FindAll(".making")));
        Assert.Empty(_bindery.Orders);
    }

    [Fact]
    public async Task A_book_that_is_done_appears_by_itself_with_a_plain_link()
    {
        var page = Render<BooksPage>();
        await page.Find("form").SubmitAsync();
        await _bindery.StartAsync(TestContext.Current.CancellationToken);

        var link = page.WaitForElement("a[download]");
        Assert.Equal("2026年度表册-20260302-090000.xlsx", link.GetAttribute("download"));
        Assert.Equal($"/books/{Uri.EscapeDataString("2026年度表册-20260302-090000-0.xlsx")}", link.GetAttribute("href"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".making")));
    }

    [Fact]
    public void Finished_books_are_listed_newest_first_and_nothing_else_that_lies_there()
    {
        string[] there = ["2025年度表册-20260301-103000.xlsx", "2026年度表册-20260301-170000.xlsx", "会议记录.xlsx"];
        foreach (var file in there.Select(name => Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "books", Own.Folder)).FullName, name)))
        {
            File.WriteAllText(file, "");
        }

        Assert.Equal([Addresses.Book(there[1]), Addresses.Book(there[0])], Render<BooksPage>().FindAll("a[download]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_part_of_the_district_is_named_and_only_its_years_can_be_chosen()
    {
        await CollectAsync(on: new DateOnly(2024, 5, 6));
        IsSeenBy(new Rights([new Holding(Role.StationStaff, Reach.OfStations(District.ShougangHome.Id))]));
        var page = Render<BooksPage>();

        Assert.Equal("首钢代表之家", page.Find("[data-testid=part]").TextContent);
        Assert.Equal(["2026年度", "自选起止日期"], Periods(page));
    }

    [Fact]
    public void Days_of_ones_choosing_and_one_unit_make_a_book_of_these()
    {
        var page = Render<BooksPage>();
        page.Find("[data-testid=period]").Change("days");
        page.Find("[data-testid=from]").Change("2025-11-01");
        page.Find("[data-testid=until]").Change("2026-01-31");
        page.Find("[data-testid=part]").Change(page.FindAll("[data-testid=part] option").Single(option => option.TextContent == "八角街道").GetAttribute("value"));
        page.Find("form").Submit();

        var order = Assert.Single(_bindery.Orders);
        Assert.Equal(("20251101至20260131表册（八角街道）", Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id)), (order.Title, order.Scope.Reach));
    }

    [Fact]
    public void An_end_before_the_beginning_is_refused_with_a_sentence_and_what_was_chosen_stays()
    {
        var page = Render<BooksPage>();
        page.Find("[data-testid=period]").Change("days");
        page.Find("[data-testid=from]").Change("2026-02-01");
        page.Find("[data-testid=until]").Change("2026-01-31");
        page.Find("form").Submit();

        Assert.Equal("截止日期早于开始日期，请重新选择。", page.Find("[data-testid=refusal]").TextContent);
        Assert.Equal("2026-01-31", page.Find("[data-testid=until]").GetAttribute("value"));
        Assert.Empty(_bindery.Orders);
    }

    [Fact]
    public void What_the_address_names_is_chosen_already()
    {
        The<NavigationManager>().NavigateTo(Addresses.BookOf(new BookAddress(BookPeriod.Between(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 28)), new BookPart(Station: "BJ02"))));
        Render<BooksPage>().Find("form").Submit();

        Assert.Equal(("20260101至20260228表册（古城南路联络站）", Reach.OfStations(District.BajiaoStation.Id)), Assert.Single(_bindery.Orders) is var order ? (order.Title, order.Scope.Reach) : default);
    }

    [Theory]
    [InlineData("SG", null, null)]
    [InlineData(null, "SG01", null)]
    [InlineData(null, null, "17-0001")]
    [InlineData(null, "XX99", null)]
    public async Task A_part_outside_of_ones_own_is_refused_as_one_that_never_was(string? unit, string? station, string? deputy)
    {
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id))]));

        await Assert.ThrowsAsync<OutOfReachException>(() => The<BookDesk>().OrderAsync(new BookRequest(BookPeriod.OfYear(2026), new BookPart(unit, station, deputy))));
        Assert.Empty(_bindery.Orders);
    }

    [Fact]
    public async Task The_office_may_have_a_book_of_one_deputy_wherever_the_opinions_were_collected()
    {
        await The<BookDesk>().OrderAsync(new BookRequest(BookPeriod.OfYear(2026), new BookPart(Deputy: "17-0001")));

        Assert.Equal(("2026年度表册（顾砚清代表）", Reach.OfDeputy(District.Gu.Id)), Assert.Single(_bindery.Orders) is var order ? (order.Title, order.Scope.Reach) : default);
    }

    [Fact]
    public void Who_may_not_have_names_whole_is_not_asked() =>
        Assert.Empty(RenderedFor(new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id))).FindAll("[data-testid=in-full]"));

    [Fact]
    public void The_office_is_asked_and_gets_masked_books_unless_it_says_so()
    {
        var page = Render<BooksPage>();
        page.Find("form").Submit();
        page.Find("[data-testid=in-full]").Change(true);
        page.Find("form").Submit();

        Assert.Equal([false, true], _bindery.Orders.Select(order => order.Scope.VotersInFull));
    }

    [Fact]
    public async Task Names_whole_asked_for_without_the_right_are_refused_and_noted()
    {
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id))]));
        var refused = await Assert.ThrowsAsync<OutOfReachException>(() => The<BookDesk>().OrderAsync(BookRequest.OfYear(2026, votersInFull: true)));

        Assert.Equal("您的账号只能导出隐去选民信息的表册。", refused.Message);
        Assert.Empty(_bindery.Orders);
        await using var db = Database.CreateDbContext();
        var entry = await db.AuditEntries.OrderBy(one => one.Id).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal((AuditAct.OutOfReach, AuditResult.Refused), (entry.Act, entry.Result));
    }

    [Fact]
    public void Somebody_elses_books_and_orders_are_not_shown()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "books", Own.Folder)).FullName, "2025年度表册-20260301-103000.xlsx"), "");
        Render<BooksPage>().Find("form").Submit();
        var other = RenderedFor(new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id)));

        Assert.Empty(other.FindAll("a[download]"));
        Assert.Empty(other.FindAll(".making"));
    }

    private static IEnumerable<string> Periods(IRenderedComponent<BooksPage> page) => page.FindAll("[data-testid=period] option").Select(option => option.TextContent);

    private static Shelf Own => Shelf.Of(new Actor(null, "联络室值班", "", "本机"), Rights.OfTheHouse);

    private IRenderedComponent<BooksPage> RenderedFor(params Holding[] holdings)
    {
        IsSeenBy(new Rights(holdings));
        return Render<BooksPage>();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _bindery.Dispose();
            _folder.Dispose();
        }
    }
}
