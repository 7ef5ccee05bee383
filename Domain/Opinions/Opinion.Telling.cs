using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

public sealed partial class Opinion
{
    /// <summary>当场解释说明: nothing is forwarded; the voter is told now, or is owed the explanation.</summary>
    /// <param name="explanation">What there is to explain.</param>
    /// <param name="on">The day.</param>
    /// <param name="told">How the voter was told, when it was the same act; null leaves it owed.</param>
    /// <param name="stamp">Who enters it, and when.</param>
    /// <exception cref="RuleBrokenException">The stage does not allow it, or there is no explanation.</exception>
    public void Explain(string explanation, DateOnly on, FeedbackFacts? told, Stamp stamp)
    {
        Require(OpinionAct.Explain, on, stamp);
        var said = Rule.Written(explanation, "请写明怎样向选民解释。");
        told?.Require(on, stamp.Today);
        Explanation = said;
        AwaitingFeedbackSince = on;
        Enter(OpinionAct.Explain, on, Explanation, stamp);
        TellAtOnce(told, stamp);
    }

    /// <summary>超出范围: not for deputies (信访, 12345, a pending case …); the voter is pointed there with a reason.</summary>
    /// <exception cref="RuleBrokenException">The stage does not allow it, or the pointer or the reason is missing.</exception>
    public void PointElsewhere(string pointedTo, string reason, DateOnly on, FeedbackFacts? told, Stamp stamp)
    {
        Require(OpinionAct.PointElsewhere, on, stamp);
        var place = Rule.Written(pointedTo, "请写明选民应当找谁。");
        var why = Rule.Written(reason, "请写明为什么不属受理范围。");
        told?.Require(on, stamp.Today);
        PointedTo = place;
        Explanation = why;
        AwaitingFeedbackSince = on;
        Enter(OpinionAct.PointElsewhere, on, $"请选民找{PointedTo}：{Explanation}", stamp);
        TellAtOnce(told, stamp);
    }

    /// <summary>反馈: the voter is told, by whom and how; with an explanation where it cannot be solved for now.</summary>
    /// <exception cref="RuleBrokenException">There is nothing to tell yet, an explanation is owed, or the day is before there was something to tell.</exception>
    public void FeedBack(FeedbackFacts facts, string note, Stamp stamp)
    {
        Require(OpinionAct.FeedBack, facts.On, stamp);
        facts.Require(AwaitingFeedbackSince!.Value, stamp.Today);
        Rule.Require(!OwesExplanation || !string.IsNullOrWhiteSpace(facts.Explanation), "问题暂时不能解决的，要向选民解释说明，请写下怎样解释。");

        _feedbacks.Add(new Feedback(facts, Round));
        Rating = facts.Rating;
        AwaitingFeedbackSince = null;
        ConcludedOn = facts.On;
        Enter(OpinionAct.FeedBack, facts.On, note, stamp);
    }

    /// <summary>选民评价, when it comes after the feedback. 未能联系上 may give way to a rating once.</summary>
    /// <exception cref="RuleBrokenException">The voter has not been told, or has rated already.</exception>
    public void Rate(VoterRating rating, DateOnly on, string note, Stamp stamp)
    {
        Require(OpinionAct.Rate, on, stamp);
        CurrentFeedback!.Rate(rating, on);
        Rating = rating;
        Enter(OpinionAct.Rate, on, note, stamp);
    }

    /// <summary>确定代表: says whose opinion it is.</summary>
    /// <exception cref="RuleBrokenException">A deputy is named twice.</exception>
    public void NameDeputies(IReadOnlyList<Deputy> deputies, Stamp stamp)
    {
        Require(OpinionAct.NameDeputies, stamp.Today, stamp);
        SetDeputies(deputies);
        Enter(OpinionAct.NameDeputies, stamp.Today, deputies.Count == 0 ? "代表待定。" : $"代表：{string.Join('、', deputies.Select(deputy => deputy.Name))}", stamp);
    }

    /// <summary>归类.</summary>
    public void Categorise(Category category, string before, Stamp stamp)
    {
        Require(OpinionAct.Categorise, stamp.Today, stamp);
        CategoryId = category.Id;
        Enter(OpinionAct.Categorise, stamp.Today, $"类别：{before} → {category.Name}", stamp);
    }

    /// <summary>归入议题: under a 监督议题 or 调研题目; null takes it out again.</summary>
    /// <exception cref="RuleBrokenException">The topic is closed, or the opinion is under it already.</exception>
    public void PutUnderTopic(Topic? topic, Stamp stamp)
    {
        Require(OpinionAct.PutUnderTopic, stamp.Today, stamp);
        Rule.Require(topic?.ClosedOn is null, $"“{topic?.Title}”已经结束，不能再归入。");
        Rule.Require(topic?.Id != TopicId, topic is null ? "它没有归入议题。" : $"已经归入“{topic.Title}”。");
        TopicId = topic?.Id;
        Enter(OpinionAct.PutUnderTopic, stamp.Today, topic is null ? "不再归入议题。" : $"归入“{topic.Title}”。", stamp);
    }

    /// <summary>标明履职意见 (第七条): whose work in office it speaks of; null takes the mark away.</summary>
    /// <remarks>From then on that deputy reads the words and the outcome, and nobody tells the deputy who said it.</remarks>
    public void Concern(Deputy? deputy, Stamp stamp)
    {
        Require(OpinionAct.Concern, stamp.Today, stamp);
        ConcernsDeputyId = deputy?.Id;
        Enter(OpinionAct.Concern, stamp.Today, deputy is null ? "不是对代表履职的意见。" : $"是对{deputy.Name}代表履职的意见。", stamp);
    }

    private void SetDeputies(IReadOnlyList<Deputy> deputies)
    {
        RequireEachOnce(deputies);
        _deputies.RemoveAll(link => deputies.All(deputy => deputy.Id != link.DeputyId));
        foreach (var (place, deputy) in deputies.Index())
        {
            if (_deputies.Find(link => link.DeputyId == deputy.Id) is { } link)
            {
                link.Order = place + 1;
            }
            else
            {
                _deputies.Add(new OpinionDeputy(deputy.Id, place + 1));
            }
        }
    }

    private static void RequireEachOnce(IReadOnlyList<Deputy> deputies) =>
        Rule.Require(deputies.DistinctBy(deputy => deputy.Id).Count() == deputies.Count, "同一位代表写了两次。");

    private void TellAtOnce(FeedbackFacts? told, Stamp stamp)
    {
        if (told is not null)
        {
            // One click, one submission: the act before carries it.
            FeedBack(told, "当场告知选民。", stamp with { Submission = null });
        }
    }
}
