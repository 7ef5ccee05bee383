using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Plans;

/// <summary>监督议题 or 调研题目: what the Standing Committee looks into, and about which voters are asked.</summary>
public sealed class Topic
{
    /// <exception cref="RuleBrokenException">The title is missing, or the year is none.</exception>
    public Topic(string title, TopicKind kind, int year, string purpose)
    {
        Title = Rule.Written(title, "请填写题目。");
        Rule.Require(year is >= 1990 and <= 2999, "请填写年度。");
        (Kind, Year, Purpose) = (kind, year, purpose.Trim());
    }

    public int Id { get; private set; }

    public string Title { get; private set; }

    public TopicKind Kind { get; private set; }

    /// <summary>The year whose work it belongs to.</summary>
    public int Year { get; private set; }

    /// <summary>What voters are asked about, in a few lines.</summary>
    public string Purpose { get; private set; }

    /// <summary>The day from which nothing more is put under it; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <exception cref="RuleBrokenException">The title is missing.</exception>
    public void Describe(string title, TopicKind kind, int year, string purpose)
    {
        Title = Rule.Written(title, "请填写题目。");
        Rule.Require(year is >= 1990 and <= 2999, "请填写年度。");
        (Kind, Year, Purpose) = (kind, year, purpose.Trim());
    }

    /// <exception cref="RuleBrokenException">It is closed already.</exception>
    public void Close(DateOnly on)
    {
        Rule.Require(ClosedOn is null, $"这个题目已在{ClosedOn:yyyy年M月d日}结束。");
        ClosedOn = on;
    }

    /// <exception cref="RuleBrokenException">It is not closed.</exception>
    public void Reopen()
    {
        Rule.Require(ClosedOn is not null, "这个题目没有结束。");
        ClosedOn = null;
    }
}

public enum TopicKind
{
    /// <summary>监督议题.</summary>
    Supervision = 1,

    /// <summary>调研题目.</summary>
    Research,
}
