namespace VoterLiaison.Dashboard.Public;

public sealed class PublicWordingTests
{
    [Theory]
    [InlineData("14:00", "16:00", "下午2点到4点")]
    [InlineData("9:30", "11:00", "上午9点半到11点")]
    [InlineData("18:30", "20:00", "晚上6点半到8点")]
    [InlineData("10:00", "12:00", "上午10点到12点")]
    [InlineData("11:00", "14:15", "上午11点到下午2点15分")]
    public void Hours_are_said_as_one_says_them(string from, string until, string said) =>
        Assert.Equal(said, PublicWording.Spoken(TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Days_are_called_by_name_as_long_as_that_is_clear()
    {
        var monday = new DateOnly(2026, 11, 23);

        Assert.Equal(["今天", "明天", "周三", "周日", "11月30日"], new[] { 0, 1, 2, 6, 7 }.Select(days => PublicWording.DayFrom(monday.AddDays(days), monday)));
    }

    [Theory]
    [InlineData("/public/schedule?week=2026-11-23", "/public/schedule?week=2026-11-23")]
    [InlineData("/public", "/public")]
    [InlineData("/publicity", "/public")]
    [InlineData("/opinions", "/public")]
    [InlineData("//elsewhere.example/public", "/public")]
    [InlineData("https://elsewhere.example/public/", "/public")]
    [InlineData(null, "/public")]
    public void The_large_type_leads_back_only_to_the_voters_own_pages(string? asked, string led) => Assert.Equal(led, Addresses.PublicOrHome(asked));
}
