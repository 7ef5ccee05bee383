using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Deputies;

public sealed class TellingWordsTests
{
    private static readonly Deputy _gu = Deputy.OfDistrict("17-0001", "顾砚清", 17, 31, 1, "");

    [Theory]
    [InlineData(AnswerOutcome.Solved, "王女士您好，我是区人大代表顾砚清。您1月5日反映的“路灯不亮”，区城管委2月20日答复：已换灯头。您再看看，还有不妥的随时告诉我。")]
    [InlineData(AnswerOutcome.CannotSolveForNow, "王女士您好，我是区人大代表顾砚清。您1月5日反映的“路灯不亮”，区城管委2月20日答复：现在还办不了。已换灯头。以后有变化，我再告诉您。")]
    [InlineData(AnswerOutcome.Planned, "王女士您好，我是区人大代表顾砚清。您1月5日反映的“路灯不亮”，区城管委2月20日答复：已经列入计划。已换灯头。到时候我再去看。")]
    public void What_was_answered_is_said_as_one_would_say_it(AnswerOutcome outcome, string said) => Assert.Equal(said, TellingWords.Of(Case() with { Outcome = outcome }, _gu));

    [Fact]
    public void Whose_name_is_hidden_is_not_addressed() => Assert.StartsWith("您好，我是区人大代表顾砚清。", TellingWords.Of(Case() with { Called = "张**" }, _gu));

    [Fact]
    public void Who_is_pointed_elsewhere_is_told_where() => Assert.EndsWith(
        "您1月5日反映的事，不属人大代表受理的范围：是信访事项。请您找区信访办。",
        TellingWords.Of(Case() with { Stage = OpinionStage.OutOfScope, Outcome = null, Subject = "", Word = "是信访事项", PointedTo = "区信访办" }, _gu));

    [Fact]
    public void Where_there_is_no_word_nothing_is_put_into_the_deputys_mouth() => Assert.Equal("", TellingWords.Of(Case() with { Word = "" }, _gu));

    [Fact]
    public void A_deputy_of_the_city_says_so() =>
        Assert.Contains("我是市人大代表裴见微。", TellingWords.Of(Case(), Deputy.OfCity("16-0001", "裴见微", 16, "区人民代表大会", null, "")));

    private static DeputyCase Case() => new()
    {
        Id = 1,
        Version = 3,
        Number = "2026-BJ01-0001",
        Stage = OpinionStage.Answered,
        CollectedOn = new(2026, 1, 5),
        Today = new(2026, 3, 2),
        Words = "路灯不亮",
        Subject = "路灯不亮",
        Station = "八角代表之家",
        Voters = "王女士",
        Called = "王女士",
        Community = "",
        VoterIds = [1],
        HasPhone = true,
        IsAboutReader = false,
        MayReveal = true,
        May = new HashSet<OpinionAct>(),
        Went = "",
        Handler = "区城管委",
        Outcome = AnswerOutcome.Solved,
        Word = "已换灯头。",
        WordOn = new(2026, 2, 20),
        PointedTo = null,
        OwesExplanation = false,
        IsTold = false,
        Since = new(2026, 2, 20),
        DueOn = new(2026, 3, 7),
        UrgedOn = null,
        Extended = false,
        With = [],
        RateUntil = null,
    };
}
