using CsCheck;

namespace VoterLiaison.Dashboard.Ledgers;

public sealed class LedgerTextTests
{
    [Theory]
    [InlineData("\r\n\t\t路灯不亮\u00A0\u3000", "路灯不亮")]
    [InlineData("一_x000D_\n二_x000d_三", "一\n二\n三")]
    [InlineData("一\r二\u2028三\v四", "一\n二\n三\n四")]
    [InlineData("路\u200B灯\uFEFF不\u0007亮\u202E", "路灯不亮")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("一\n\n\u3000\u3000二\u00A0三  四\t五，６", "一\n\n\u3000\u3000二\u00A0三  四\t五，６")]
    [InlineData("全家👨‍👩‍👧满意", "全家👨‍👩‍👧满意")]
    [InlineData("_x000D_\u200B \u3000", "")]
    public void What_copying_left_is_removed_and_the_words_stay(string raw, string cleaned) => Assert.Equal(cleaned, LedgerText.Clean(raw));

    [Fact]
    public void Half_a_character_cannot_be_stored_and_is_removed() => Assert.Equal("𠮷野家", LedgerText.Clean("\uDFB7𠮷野\uD842家\uD842"));

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing() => Gen.String.Sample(raw =>
    {
        var cleaned = LedgerText.Clean(raw);
        Assert.Equal(cleaned, LedgerText.Clean(cleaned));
    });

    [Fact]
    public void Numbers_and_days_are_written_plainly_on_every_machine()
    {
        Assert.Equal("2549", LedgerText.Of(2549d));
        Assert.Equal("110107199001010", LedgerText.Of(110107199001010d));
        Assert.Equal("0.1", LedgerText.Of(0.1));
        Assert.Equal("2019-04-25", LedgerText.Of(new DateTime(2019, 4, 25)));
        Assert.Equal("2019-04-25 09:32:09", LedgerText.Of(new DateTime(2019, 4, 25, 9, 32, 9)));
        Assert.Equal("", LedgerText.Of(null));
    }
}
