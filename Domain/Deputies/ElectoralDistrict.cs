using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Deputies;

/// <summary>选区: the voters who elected a district deputy. The army's has no unit.</summary>
public sealed class ElectoralDistrict
{
    /// <exception cref="RuleBrokenException">The name is missing.</exception>
    public ElectoralDistrict(int number, string name, int? unitId)
    {
        Number = number;
        Name = Rule.Written(name, "请填写选区名称。");
        UnitId = unitId;
    }

    public int Id { get; private set; }

    public int Number { get; private set; }

    public string Name { get; private set; }

    public int? UnitId { get; private set; }

    /// <summary>小区、社区 and work units in it, as voters call them; by these a voter finds the deputies.</summary>
    public string Communities { get; private set; } = "";

    /// <exception cref="RuleBrokenException">The number is not above 0, or the name is missing.</exception>
    public void Describe(int number, string name, int? unitId, string communities)
    {
        Rule.Require(number > 0, "选区号从1开始。");
        Number = number;
        Name = Rule.Written(name, "请填写选区名称。");
        (UnitId, Communities) = (unitId, communities.Trim());
    }
}
