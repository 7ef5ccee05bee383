using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

public sealed class ErasingTests
{
    [Theory]
    [InlineData("张小明", "张小明说，找张小明。", "***说，找***。")]
    [InlineData("𠮷田花", "𠮷田花说路灯不亮😀", "***说路灯不亮😀")]
    [InlineData("𠮷", "𠮷野家门口", "𠮷野家门口")] // one character stands in too many words
    [InlineData("张", "张家坟的路", "张家坟的路")]
    [InlineData("王女士", "王女士和王小姐", "***和王小姐")]
    public void A_name_gives_way_to_a_star_for_each_character(string name, string words, string left) => Assert.Equal(left, Erased(new Voter(name, "", ""), words).Words);

    [Theory]
    [InlineData("10000000058", "打10000000058、100 0000 0058或100-0000-0058", "打***********、*************或*************")]
    [InlineData("100 0000 0058", "打10000000058", "打***********")]
    [InlineData("68870000", "打010-68870000或0106887 0000", "打010-********或0106887 0000")] // within a longer number it is another one
    public void A_phone_goes_however_it_is_written(string phone, string words, string left) => Assert.Equal(left, Erased(new Voter("", phone, ""), words).Words);

    [Fact]
    public void It_goes_from_every_text_of_the_opinion()
    {
        var opinion = TakeDown(Facts() with { Words = "张小明的意见", Subject = "张小明反映路灯", Voters = [new Voter("张小明", "10000000058", "古城社区")] });
        opinion.PointElsewhere("张小明所在单位", "张小明的事归单位。", new DateOnly(2026, 3, 3), null, Entered);
        opinion.FeedBack(new FeedbackFacts(FeedbackMeans.InPerson, "张小明的女儿", "已告诉张小明。", new DateOnly(2026, 3, 4)), "告知张小明。", Entered);

        opinion.EraseVoters("张小明来电要求。", Entered);
        opinion.TakeOutTraces();

        Assert.Empty(opinion.Voters);
        Assert.DoesNotContain(
            "张小明",
            string.Join('|', [opinion.Words, opinion.Subject, opinion.Explanation!, opinion.PointedTo!, .. opinion.Feedbacks.Select(feedback => feedback.GivenBy + feedback.Explanation), .. opinion.History.Select(entry => entry.Note)]));
        Assert.Equal(1, opinion.Headcount);
    }

    [Fact]
    public void A_voter_who_is_called_like_a_deputy_leaves_stars_and_nothing_else()
    {
        var opinion = TakeDown(Facts() with { Voters = [new Voter("顾砚清", "", "")], Deputies = [Gu] });
        opinion.NameDeputies([Gu, Tao], Entered);

        opinion.EraseVoters("选民要求。", Entered);
        opinion.TakeOutTraces();

        Assert.Equal("代表：***、陶知言", opinion.History[1].Note);
        Assert.Equal([Gu.Id, Tao.Id], opinion.Deputies.Select(link => link.DeputyId));
        Assert.All(opinion.History, entry => Assert.Equal("值班员", entry.By));
    }

    [Fact]
    public void It_is_done_once_and_for_a_reason()
    {
        var opinion = AnOpinion();
        Assert.Throws<RuleBrokenException>(() => opinion.EraseVoters(" ", Entered));
        opinion.EraseVoters("选民要求。", Entered);
        Assert.Equal("这件意见的个人信息已经删去。", Assert.Throws<RuleBrokenException>(() => opinion.EraseVoters("再来一次。", Entered)).Message);
    }

    private static Opinion Erased(Voter voter, string words)
    {
        var opinion = TakeDown(Facts() with { Words = words, Voters = [voter] });
        opinion.EraseVoters("选民要求。", Entered);
        opinion.TakeOutTraces();
        Assert.Equal(words.EnumerateRunes().Count(), opinion.Words.EnumerateRunes().Count());
        return opinion;
    }
}
