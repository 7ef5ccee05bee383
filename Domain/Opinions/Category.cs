using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

/// <summary>意见类别: the first level of the taxonomy the petition offices use.</summary>
public sealed class Category
{
    /// <exception cref="RuleBrokenException">The code or the name is missing.</exception>
    public Category(string code, string name, int order, int? shortcut, string hint)
    {
        Code = Rule.Written(code, "请填写类别代码。");
        Name = Rule.Written(name, "请填写类别名称。");
        Order = order;
        Shortcut = shortcut;
        Hint = hint;
    }

    public int Id { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public int Order { get; private set; }

    /// <summary>The digit (1–9) that chooses it while keying; null for the rarer ones.</summary>
    public int? Shortcut { get; private set; }

    /// <summary>What belongs here, in a line.</summary>
    public string Hint { get; private set; }
}
