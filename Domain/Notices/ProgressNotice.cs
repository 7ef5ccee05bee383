using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Notices;

/// <summary>办理公示: what was asked and what was done, told to everybody in the office's words; without persons.</summary>
public sealed class ProgressNotice
{
    private static readonly string[] FormsOfAddress = ["女士", "先生", "老师", "同志", "阿姨", "大爷", "大妈", "师傅"];

    private ProgressNotice(int opinionId, string title, string asked, string done, DateOnly publishedOn, string publishedBy)
    {
        (OpinionId, Title, Asked, Done) = (opinionId, title, asked, done);
        (PublishedOn, PublishedBy) = (publishedOn, publishedBy);
    }

    public int Id { get; private set; }

    public int OpinionId { get; private set; }

    public string Title { get; private set; }

    /// <summary>反映的问题, in the office's words, never the voter's.</summary>
    public string Asked { get; private set; }

    /// <summary>办理结果.</summary>
    public string Done { get; private set; }

    /// <summary>公示日期, in the district.</summary>
    public DateOnly PublishedOn { get; private set; }

    public string PublishedBy { get; private set; }

    /// <summary>撤下日期; null while it is public.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    /// <summary>公示.</summary>
    /// <param name="opinion">Of which there is word; with its voters loaded.</param>
    /// <param name="title">A short title.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="done">What was done.</param>
    /// <param name="signature">Who publishes, and when.</param>
    /// <exception cref="RuleBrokenException">There is no word of it yet, a text is missing, or a text holds a phone or identity number or the name of one who spoke.</exception>
    public static ProgressNotice Publish(Opinion opinion, string title, string asked, string done, Signature signature)
    {
        if (WhyNot(opinion) is { } sentence)
        {
            throw new RuleBrokenException(sentence);
        }

        var texts = new[] { Rule.Written(title, "请写一个题目。"), Rule.Written(asked, "请写明反映的问题。"), Rule.Written(done, "请写明办理结果。") };
        var traces = new PersonalTraces(opinion.Voters.Select(link => link.Voter));
        foreach (var text in texts)
        {
            Rule.Require(PersonalNumbers.TakeOutOf(text) == text, "公示里不能有电话号码或者身份证号，请删去。");
            foreach (var name in opinion.Voters.Select(link => link.Voter.Name).SelectMany(NamesIn))
            {
                Rule.Require(!text.Contains(name, StringComparison.Ordinal), $"公示里不能写选民的姓名（{name}），请改成“居民”。");
            }

            Rule.Require(traces.TakeOutOf(text) == text, "公示里不能有选民的电话，请删去。");
        }

        return new ProgressNotice(opinion.Id, texts[0], texts[1], texts[2], signature.Today, signature.By);
    }

    /// <summary>Why an opinion cannot be told of in public now; null where it can.</summary>
    public static string? WhyNot(Opinion opinion) =>
        opinion.Stage is not (OpinionStage.Answered or OpinionStage.FedBack or OpinionStage.Explained) ? "还没有答复或者解释，没有可以公示的。"
        : opinion.ConcernsDeputyId is not null ? "对代表履职的意见不公示（第七条）。"
        : null;

    /// <summary>撤下.</summary>
    /// <exception cref="RuleBrokenException">It was withdrawn already, or no reason is given.</exception>
    public void Withdraw(string reason, DateOnly on)
    {
        Rule.Require(WithdrawnOn is null, $"已在{WithdrawnOn:yyyy年M月d日}撤下。");
        WithdrawnWhy = Rule.Written(reason, "请写明为什么撤下。");
        WithdrawnOn = on;
    }

    /// <summary>As they gave it, and without a form of address, where that still is a name: 张小明女士, 张小明.</summary>
    private static IEnumerable<string> NamesIn(string name)
    {
        var bare = FormsOfAddress.FirstOrDefault(name.EndsWith) is { } form ? name[..^form.Length] : name;
        return new[] { name, bare }.Where(one => one.EnumerateRunes().Count() > 1).Distinct();
    }
}
