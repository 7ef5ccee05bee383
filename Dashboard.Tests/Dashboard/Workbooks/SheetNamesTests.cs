namespace VoterLiaison.Dashboard.Workbooks;

public sealed class SheetNamesTests
{
    private readonly SheetNames _names = new();

    [Theory]
    [InlineData("意见台账", "意见台账")]
    [InlineData("转办/答复[2026]:*?\\", "转办／答复［2026］：＊？＼")]
    [InlineData("'引'", "’引’")]
    [InlineData("", "表")]
    public void Characters_that_Excel_refuses_become_their_full_width_likes(string wanted, string given) => Assert.Equal(given, _names.Give(wanted));

    [Fact]
    public void A_name_is_cut_to_what_a_tab_holds() => Assert.Equal(new string('名', 31), _names.Give(new string('名', 40)));

    [Fact]
    public void No_two_names_are_alike()
    {
        var wanted = new string('n', 31);

        Assert.Equal([wanted, new string('n', 28) + "（2）", new string('N', 28) + "（3）"], [_names.Give(wanted), _names.Give(wanted), _names.Give(wanted.ToUpperInvariant())]);
    }
}
