using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Plans;

public sealed class TopicTests
{
    private static readonly DateOnly March2 = new(2026, 3, 2);

    [Theory]
    [InlineData(" ", 2026, "请填写题目。")]
    [InlineData("城市照明", 26, "请填写年度。")]
    public void It_has_a_title_and_a_year(string title, int year, string sentence)
    {
        Assert.Equal(sentence, Refused(() => _ = new Topic(title, TopicKind.Supervision, year, "")));
        Assert.Equal(sentence, Refused(() => Some().Describe(title, TopicKind.Supervision, year, "")));
    }

    [Fact]
    public void It_is_closed_once_and_opened_again_only_when_it_was_closed()
    {
        var topic = Some();
        Assert.Equal("这个题目没有结束。", Refused(topic.Reopen));
        topic.Close(March2);
        Assert.Equal("这个题目已在2026年3月2日结束。", Refused(() => topic.Close(March2)));

        topic.Reopen();

        Assert.Null(topic.ClosedOn);
    }

    private static Topic Some() => new("城市照明", TopicKind.Supervision, 2026, "");

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
