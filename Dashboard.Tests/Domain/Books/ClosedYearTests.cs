using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Books;

public sealed class ClosedYearTests
{
    [Theory]
    [InlineData("2026-12-31T15:59:59Z", "2026年度还没有过完，2027年1月1日起才能封账。")]
    [InlineData("2026-12-31T16:00:00Z", null)]
    public void A_year_can_be_closed_from_the_first_of_January_in_the_district(string asOf, string? refusal)
    {
        var moment = Moment(DateTime.Parse(asOf, null, System.Globalization.DateTimeStyles.AdjustToUniversal));

        Assert.Equal(refusal, Record.Exception(() => ClosedYear.Close(2026, moment, [], By(moment.AsOf)))?.Message);
    }

    [Fact]
    public void A_closed_year_is_not_closed_again_until_it_was_reopened()
    {
        var first = Close();

        Assert.Contains("2027年1月5日封账", Assert.Throws<RuleBrokenException>(() => Close(first)).Message, StringComparison.Ordinal);
        first.Reopen("漏了一件。", By(January(6)));
        Assert.Equal(2, Close(first).Edition);
    }

    [Fact]
    public void Reopening_needs_a_reason_and_happens_once()
    {
        var closed = Close();

        Assert.Equal("请写明为什么重开。", Assert.Throws<RuleBrokenException>(() => closed.Reopen("  ", By(January(6)))).Message);
        Assert.True(closed.Stands);
        closed.Reopen(" 漏了一件。 ", By(January(6)));
        Assert.Equal((false, "王静", "漏了一件。", (DateTime?)January(6)), (closed.Stands, closed.ReopenedBy, closed.ReopenedWhy, closed.ReopenedAt));
        Assert.Equal("2026年度的第1次封账已经重开过了。", Assert.Throws<RuleBrokenException>(() => closed.Reopen("再开。", By(January(7)))).Message);
    }

    [Fact]
    public void A_frozen_book_knows_its_own_bytes()
    {
        var book = FrozenBook.Of(Close(), new FrozenPart(null, [], "全区"), 3, [1, 2, 3]);
        Assert.True(book.IsIntact);

        book.Content[0] = 9;

        Assert.False(book.IsIntact);
    }

    [Fact]
    public void Every_measure_can_be_asked_of_the_counts()
    {
        var counts = OpinionCounts.Of([(new Standing(OpinionStage.Answered, Owed: true, Open: true, Lateness.Overdue), 3), (new Standing(OpinionStage.Merged, Owed: false, Open: false, Lateness.None), 2)]);

        Assert.All(Measure.All, measure => Assert.Equal((measure.Counts(new(OpinionStage.Answered, true, true, Lateness.Overdue)) ? 3 : 0) + (measure.Counts(new(OpinionStage.Merged, false, false, Lateness.None)) ? 2 : 0), counts[measure]));
    }

    private static ClosedYear Close(params ClosedYear[] before) => ClosedYear.Close(2026, Moment(January(5)), before, By(January(5)));

    private static FrozenMoment Moment(DateTime asOf) => new(asOf, 7, [1, 2], []);

    private static DateTime January(int day) => new(2027, 1, day, 2, 0, 0, DateTimeKind.Utc);

    private static Signature By(DateTime at) => new("王静", at);
}
