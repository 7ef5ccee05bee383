using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Audit;

public sealed class AuditAddressTests
{
    [Fact]
    public void What_was_asked_stands_in_the_address_and_is_read_back()
    {
        var list = new AuditAddress
        {
            Filter = new AuditFilter
            {
                From = new DateOnly(2026, 3, 1),
                To = new DateOnly(2026, 3, 31),
                Who = "王&静=",
                Act = AuditAct.VotersRevealed,
                About = "2026-BJ01-0001",
                Result = AuditResult.Refused,
                Address = "10.0.",
            },
            Page = 3,
        };

        Assert.Equal(list.Query, AuditAddress.Parse(list.Query).Query);
        Assert.Equal(list.Filter, AuditAddress.Parse(list.Query).Filter);
        Assert.Contains("act=voters-revealed", list.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("page", Addresses.AuditBook(list), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_fields_of_a_plain_form_ask_nothing() => Assert.Equal(new AuditFilter(), AuditAddress.Parse("?from=&to=&who=+&act=&about=&result=&address=").Filter);

    [Theory]
    [InlineData("?from=2026-02-30", "起始日期“2026-02-30”")]
    [InlineData("?act=nothing", "事项“nothing”")]
    [InlineData("?result=1", "结果“1”")]
    [InlineData("?page=0", "页码“0”")]
    [InlineData("?page=2147483647", "页码“2147483647”")]
    public void What_means_nothing_is_named_and_asks_nothing(string query, string named)
    {
        var list = AuditAddress.Parse(query);

        Assert.Equal([named], list.Ignored);
        Assert.Equal(new AuditFilter(), list.Filter);
    }

    [Fact]
    public void Every_act_and_result_has_a_name_of_its_own_in_the_address()
    {
        Assert.All(Enum.GetValues<AuditAct>(), act => Assert.Equal(act, AuditAddress.Member<AuditAct>(AuditAddress.Key<AuditAct>(act)!)));
        Assert.All(Enum.GetValues<AuditResult>(), result => Assert.Equal(result, AuditAddress.Member<AuditResult>(AuditAddress.Key<AuditResult>(result)!)));
    }
}
