using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Organs;

/// <summary>承办单位: an organ that handles what deputies carry to it.</summary>
public sealed class Organ
{
    /// <exception cref="RuleBrokenException">The code or the name is missing.</exception>
    public Organ(string code, string name, string shortName, OrganKind kind)
    {
        Code = Rule.Written(code, "请填写单位代码。");
        Name = Rule.Written(name, "请填写单位名称。");
        ShortName = string.IsNullOrWhiteSpace(shortName) ? Name : shortName.Trim();
        Kind = kind;
    }

    public int Id { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public string ShortName { get; private set; }

    public OrganKind Kind { get; private set; }

    /// <summary>撤并: the day from which nothing more is handed to it; null while it stands.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>The organ that took over its duties, if one did.</summary>
    public int? SuccessorId { get; private set; }

    /// <exception cref="RuleBrokenException">The name is missing.</exception>
    public void Describe(string name, string shortName, OrganKind kind)
    {
        Name = Rule.Written(name, "请填写单位名称。");
        ShortName = string.IsNullOrWhiteSpace(shortName) ? Name : shortName.Trim();
        Kind = kind;
    }

    /// <summary>撤销或者并入另一个单位. What it was handed before stays with it in the record.</summary>
    /// <exception cref="RuleBrokenException">It is retired already, or the successor is itself or retired.</exception>
    public void Retire(DateOnly on, Organ? successor)
    {
        Rule.Require(RetiredOn is null, $"{Name}已于{RetiredOn:yyyy年M月d日}撤并。");
        Rule.Require(successor != this, "单位不能并入自己。");
        Rule.Require(successor?.RetiredOn is null, $"{successor?.Name}已经撤并，不能接着办。");
        (RetiredOn, SuccessorId) = (on, successor?.Id);
    }
}

/// <summary>第六条(四): 一府一委两院, and what stands beside them in practice.</summary>
public enum OrganKind
{
    /// <summary>区人民政府.</summary>
    Government = 1,

    /// <summary>区政府部门.</summary>
    GovernmentDepartment,

    /// <summary>街道办事处.</summary>
    SubdistrictOffice,

    /// <summary>区监察委员会.</summary>
    SupervisoryCommission,

    /// <summary>区人民法院.</summary>
    Court,

    /// <summary>区人民检察院.</summary>
    Procuratorate,

    /// <summary>An organ outside the district, met in an imported ledger.</summary>
    Outside,

    /// <summary>The imported ledger does not say who answered.</summary>
    Unstated,
}
