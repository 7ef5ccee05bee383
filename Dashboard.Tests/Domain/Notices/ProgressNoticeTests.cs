using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Notices;

public sealed class ProgressNoticeTests
{
    private static readonly Signature Clerk = new("值班员", ChinaTime.StartOf(Today).AddHours(12));

    [Theory]
    [InlineData("", "路灯不亮。", "已修好。", "请写一个题目。")]
    [InlineData("路灯", " ", "已修好。", "请写明反映的问题。")]
    [InlineData("路灯", "路灯不亮。", "", "请写明办理结果。")]
    public void Each_of_its_texts_is_written(string title, string asked, string done, string sentence) =>
        Assert.Equal(sentence, Refused(() => ProgressNotice.Publish(AnOpinion().Forwarded().Answered(), title, asked, done, Clerk)));

    [Fact]
    public void It_is_withdrawn_once_with_a_reason()
    {
        var notice = ProgressNotice.Publish(AnOpinion().Forwarded().Answered(), "路灯", "路灯不亮。", "已修好。", Clerk);
        Assert.Equal("请写明为什么撤下。", Refused(() => notice.Withdraw(" ", Today)));
        notice.Withdraw("结果有变化。", Today);

        Assert.Equal("已在2026年6月1日撤下。", Refused(() => notice.Withdraw("再撤一次。", Today)));
    }

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
