namespace VoterLiaison.Dashboard.Opinions;

public sealed class VoterMaskTests
{
    [Theory]
    [InlineData("张女士", "张女士")]
    [InlineData("张", "张")]
    [InlineData("张小明", "张**")]
    [InlineData("张小明女士", "张**女士")]
    [InlineData("𠮷田花", "𠮷**")]
    [InlineData("", "")]
    public void A_name_is_known_by_its_first_character(string name, string masked) => Assert.Equal(masked, VoterMask.Name(name));

    [Theory]
    [InlineData("10000000058", "100****0058")]
    [InlineData("6887 0012", "****12")]
    [InlineData("", "")]
    public void A_phone_is_known_by_its_ends(string phone, string masked) => Assert.Equal(masked, VoterMask.Phone(phone));

    [Theory]
    [InlineData("我的身份证是110101190001010014", "像是身份证号：1101**********0014。不必记的请删去，照样能存。")]
    [InlineData("卡号6200000000000000000和6200000000000000000", "像是银行卡号：6200***********0000。不必记的请删去，照样能存。")]
    [InlineData("路灯不亮", null)]
    public void A_number_that_need_not_be_taken_down_is_said_masked(string text, string? hint) => Assert.Equal(hint, PersonalNumberHint.Of(text));
}
