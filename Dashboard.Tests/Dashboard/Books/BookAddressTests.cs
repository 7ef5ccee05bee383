namespace VoterLiaison.Dashboard.Books;

public sealed class BookAddressTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    public static TheoryData<string, string, BookPart> Asked => new()
    {
        { "2026-01-01", "2026-12-31", BookPart.All },
        { "2024-02-29", "2024-02-29", new BookPart(Unit: "BJ") },
        { "2025-11-01", "2026-01-31", new BookPart(Station: "BJ01") },
        { "1990-01-01", "2100-12-31", new BookPart(Deputy: "17-0001") },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void A_page_reads_back_from_its_own_address_and_from_its_form(string from, string until, BookPart part)
    {
        var asked = new BookAddress(BookPeriod.Between(DateOnly.Parse(from, null), DateOnly.Parse(until, null)), part);

        Assert.Equal((asked.Period, part, 0), Read(asked.Query));
        Assert.Equal((asked.Period, part, 0), Read($"?from={from}&until={until}&part={BookAddress.FieldOf(part)}"));
    }

    [Theory]
    [InlineData("", "2026-01-01", "2026-11-26")]
    [InlineData("?until=2025-06-30", "2025-01-01", "2025-06-30")]
    [InlineData("?from=2026-03-01", "2026-03-01", "2026-11-26")]
    public void What_is_not_said_is_the_calendar_year_until_today(string query, string from, string until) =>
        Assert.Equal((BookPeriod.Between(DateOnly.Parse(from, null), DateOnly.Parse(until, null)), BookPart.All, 0), Read(query));

    [Theory]
    [InlineData("?from=2026-02-30&unit=BJ")]
    [InlineData("?from=someday&unit=BJ")]
    [InlineData("?from=2026-03-02&until=2026-03-01&unit=BJ")]
    [InlineData("?from=1889-01-01&unit=BJ")]
    public void Days_that_cannot_be_are_said_and_give_way_to_this_year(string query) =>
        Assert.Equal((BookAddress.ThisYear(Today), new BookPart(Unit: "BJ"), 1), Read(query));

    [Fact]
    public void Two_parts_at_once_are_said_and_give_way_to_all() => Assert.Equal((BookAddress.ThisYear(Today), BookPart.All, 1), Read("?unit=BJ&station=BJ01"));

    private static (BookPeriod Period, BookPart Part, int Ignored) Read(string query) => BookAddress.Parse(query, Today) is var read ? (read.Period, read.Part, read.Ignored.Count) : default;
}
