namespace VoterLiaison.Dashboard.Accounts;

/// <summary>The examples of RFC 6238, appendix B, cut to six digits; their key is "12345678901234567890".</summary>
public sealed class OneTimeCodeTests
{
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) => Assert.Equal(code, OneTimeCode.At(Key, DateTimeOffset.FromUnixTimeSeconds(second)));
}
