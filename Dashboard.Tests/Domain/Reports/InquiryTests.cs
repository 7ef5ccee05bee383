using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Reports;

public sealed class InquiryTests
{
    private static readonly Signature Signed = new("高文秀", ChinaTime.StartOf(Today).AddHours(10));

    [Fact]
    public void A_question_is_answered_the_voter_is_told_and_may_ask_further()
    {
        var inquiry = Asked();
        Assert.Equal(InquiryStage.Asked, inquiry.Stage);

        inquiry.Answer("接待了三次。", Today, Signed with { By = "顾砚清" });
        Assert.Equal(InquiryStage.Answered, inquiry.Stage);
        inquiry.Tell("打电话告诉了选民。", Today, Signed);
        Assert.Equal(InquiryStage.Told, inquiry.Stage);
        inquiry.AskAgain("哪三次？", Today, Signed);
        Assert.Equal(InquiryStage.Asked, inquiry.Stage);

        Assert.Equal([InquiryAct.Asked, InquiryAct.Answered, InquiryAct.Told, InquiryAct.AskedAgain], inquiry.Entries.Select(entry => entry.Act));
        Assert.Equal([1, 2, 3, 4], inquiry.Entries.Select(entry => entry.Sequence));
        Assert.Equal(["高文秀", "顾砚清", "高文秀", "高文秀"], inquiry.Entries.Select(entry => entry.By));
        Assert.Equal("您今年接待了几次？", inquiry.Words);
    }

    [Fact]
    public void Each_act_waits_for_the_one_before_and_says_why()
    {
        var inquiry = Asked();
        Assert.Equal("代表还没有答复，没有可以告诉选民的。", Refused(() => inquiry.Tell("电话", Today, Signed)));
        Assert.Equal("上一问还没有答复，请先等代表答复。", Refused(() => inquiry.AskAgain("再问", Today, Signed)));

        inquiry.Answer("三次。", Today, Signed);
        Assert.StartsWith("这条询问已经答复了。", Refused(() => inquiry.Answer("四次。", Today, Signed)), StringComparison.Ordinal);

        inquiry.Tell("电话", Today, Signed);
        Assert.Equal("已经告诉选民了。", Refused(() => inquiry.Tell("电话", Today, Signed)));
        Assert.Equal(3, inquiry.Entries.Count);
    }

    [Fact]
    public void It_has_words_and_a_day_that_has_come_and_does_not_lie_before_the_question()
    {
        Assert.Throws<RuleBrokenException>(() => Inquiry.Ask(Gu, 1, new InquiryFacts(" ", Today), Signed));
        Assert.Throws<RuleBrokenException>(() => Inquiry.Ask(Gu, 1, new InquiryFacts("几次？", Today.AddDays(1)), Signed));
        var inquiry = Asked();

        Assert.Equal("请写下怎么答复。写一句也可以。", Refused(() => inquiry.Answer(" ", Today, Signed)));
        Assert.Throws<RuleBrokenException>(() => inquiry.Answer("三次。", Today.AddDays(1), Signed));
        Assert.Throws<RuleBrokenException>(() => inquiry.Answer("三次。", Today.AddDays(-1), Signed));
        Assert.Single(inquiry.Entries);
    }

    [Theory]
    [InlineData("我是赵小川，电话13800007788", "我是***，电话***********")]
    [InlineData("给赵女士、赵阿姨、老赵都说过", "给***、***、**都说过")]
    [InlineData("我姓赵，打 138-0000-7788 找我", "我**，打 ************* 找我")]
    [InlineData("身份证110101199003070011", "身份证******************")]
    [InlineData("路灯不亮", "路灯不亮")]
    public void A_text_for_the_deputy_does_not_tell_who_asked(string text, string told) => Assert.Equal(told, Asked().WithoutTraces(text));

    [Fact]
    public void Who_asked_is_forgotten_and_what_was_asked_and_answered_stays()
    {
        var inquiry = Inquiry.Ask(Gu, 1, new InquiryFacts("我是赵小川，您今年接待了几次？", Today, "赵小川", "13800007788"), Signed);
        inquiry.Answer("三次。", Today, Signed);
        inquiry.Tell("打13800007788告诉了赵女士。", Today, Signed);

        inquiry.ForgetVoter();

        Assert.Equal(("", ""), (inquiry.VoterName, inquiry.VoterPhone));
        Assert.Equal("我是***，您今年接待了几次？", inquiry.Words);
        Assert.Equal(["我是***，您今年接待了几次？", "三次。", "打***********告诉了***。"], inquiry.Entries.Select(entry => entry.Text));
        Assert.Equal(InquiryStage.Told, inquiry.Stage);
    }

    private static Inquiry Asked() => Inquiry.Ask(Gu, 1, new InquiryFacts("您今年接待了几次？", Today, "赵小川", "13800007788"), Signed);

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
