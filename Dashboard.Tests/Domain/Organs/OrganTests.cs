using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Organs;

public sealed class OrganTests
{
    private static readonly DateOnly March2 = new(2026, 3, 2);

    [Fact]
    public void It_has_a_code_and_a_name()
    {
        Assert.Equal("请填写单位代码。", Refused(() => _ = new Organ("", "区人民法院", "", OrganKind.Court)));
        Assert.Equal("请填写单位名称。", Refused(() => _ = new Organ("QFY", " ", "", OrganKind.Court)));
        Assert.Equal("请填写单位名称。", Refused(() => Some().Describe("", "", OrganKind.Court)));
    }

    [Fact]
    public void It_is_retired_once_into_another_that_still_stands()
    {
        var (organ, retired) = (Some(), new Organ("QJX", "区经济和信息化委员会", "区经信委", OrganKind.GovernmentDepartment));
        retired.Retire(March2, null);

        Assert.Equal("单位不能并入自己。", Refused(() => organ.Retire(March2, organ)));
        Assert.Equal("区经济和信息化委员会已经撤并，不能接着办。", Refused(() => organ.Retire(March2, retired)));
        Assert.Equal("区经济和信息化委员会已于2026年3月2日撤并。", Refused(() => retired.Retire(March2, null)));
    }

    private static Organ Some() => new("QKJ", "区科学技术委员会", "区科委", OrganKind.GovernmentDepartment);

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
