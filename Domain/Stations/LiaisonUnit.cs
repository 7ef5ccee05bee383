using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Stations;

/// <summary>第八条: who organises the contact with voters — the congress committee of a street, or a joint group of deputies.</summary>
/// <remarks>The Shougang joint group (首钢代表联组) is a unit and not a street; nothing may ask every unit for a street.</remarks>
public sealed class LiaisonUnit
{
    /// <exception cref="RuleBrokenException">The code or a name is missing.</exception>
    public LiaisonUnit(string code, string name, string shortName, LiaisonUnitKind kind, int order)
    {
        Code = Rule.Written(code, "请填写联系单位的代码。");
        Name = Rule.Written(name, "请填写联系单位的名称。");
        ShortName = Rule.Written(shortName, "请填写联系单位的简称。");
        Kind = kind;
        Order = order;
    }

    public int Id { get; private set; }

    /// <summary>Short and stable, in Latin letters; station codes begin with it.</summary>
    public string Code { get; private set; }

    public string Name { get; private set; }

    /// <summary>As the board and the ledgers call it: 八角街道, 首钢代表联组.</summary>
    public string ShortName { get; private set; }

    public LiaisonUnitKind Kind { get; private set; }

    /// <summary>The official order of units. Lists follow it; there is no ranking.</summary>
    public int Order { get; private set; }

    /// <summary>Another name, after a reform. The code and the order stay.</summary>
    /// <exception cref="RuleBrokenException">A name is missing.</exception>
    public void Describe(string name, string shortName)
    {
        Name = Rule.Written(name, "请填写联系单位的名称。");
        ShortName = Rule.Written(shortName, "请填写联系单位的简称。");
    }
}

public enum LiaisonUnitKind
{
    /// <summary>人大街工委.</summary>
    StreetCommittee = 1,

    /// <summary>代表联组.</summary>
    JointGroup,
}
