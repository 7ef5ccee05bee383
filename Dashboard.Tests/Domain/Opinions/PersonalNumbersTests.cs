namespace VoterLiaison.Domain.Opinions;

/// <summary>All numbers here are made up; those that pass a check were computed to pass it.</summary>
public sealed class PersonalNumbersTests
{
    private const string IdentityCard = "110101190001010014"; // born on the first day of 1900: nobody's
    private const string BankCard = "6200000000000000000";

    [Theory]
    [InlineData($"我的身份证是{IdentityCard}，请登记。", IdentityCard)]
    [InlineData($"卡号{BankCard}", BankCard)]
    [InlineData("卡号6200 0000 0000 0000 000。", BankCard)]
    [InlineData("身份证110101 19000101 0014", IdentityCard)]
    public void A_number_that_need_not_be_taken_down_is_worth_a_warning(string text, string number) => Assert.Equal([number], PersonalNumbers.WorthAWarning(text));

    [Theory]
    [InlineData("110101190001010015")] // the check digit is wrong
    [InlineData("6200000000000000001")]
    [InlineData("文号2026-BJ01-0001，2026年3月2日，电话10000000058")]
    [InlineData("已投资12345678901234元")]
    public void Other_numbers_are_none_of_them(string text) => Assert.Empty(PersonalNumbers.WorthAWarning(text));

    [Theory]
    [InlineData("打13900000000找我", "打***********找我")]
    [InlineData("打139 0000 0000找我", "打*************找我")]
    [InlineData($"证号{IdentityCard}。", "证号******************。")]
    [InlineData("2026年3月2日交了1,000元", "2026年3月2日交了1,000元")]
    public void They_are_taken_out_by_stars(string text, string without) => Assert.Equal(without, PersonalNumbers.TakeOutOf(text));
}
