using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Tells what became of an opinion. What its voter has not been told yet is not told here either; only that there is word, and until when it comes.</summary>
internal sealed class OpinionStory(Opinion opinion, Opinion? lead, string station, Func<int?, string> organ, Func<string, string> discreetly, ClockLimits limits, DateOnly today)
{
    /// <summary>Whose journey it is: a merged one travels with its lead.</summary>
    private Opinion Traveller => lead ?? opinion;

    private Feedback? Told => opinion.CurrentFeedback;

    private bool HasPhone => opinion.Voters.Any(link => link.Voter.Phone.Length > 0);

    /// <param name="number">The receipt's.</param>
    /// <param name="before">What happened before it was an opinion.</param>
    public ReceiptStory Tell(string number, IEnumerable<StoryStep> before)
    {
        var (verdict, mark, told) = Verdict();
        return new ReceiptStory(number, today, verdict, mark, told)
        {
            Answers = [.. Answers()],
            Words = opinion.WithoutTraces(opinion.Words), // not even the voter's own name or phone: a receipt may be found
            Steps = [.. before, .. Steps(), .. Now()],
            MayRate = MayRate,
            Note = opinion.Rating is VoterRating.Dissatisfied ? "您评了“不满意”。要不要再办一次，由联络室请代表和承办单位研究决定，结果也写在这里。" : null,
        };
    }

    private bool MayRate => opinion.WhyNot(OpinionAct.Rate) is null;

    private (string Verdict, StoryMark Mark, string Told) Verdict() => (opinion, Told) switch
    {
        ({ AwaitingFeedbackSince: { } since }, _) => Owed(Clock.OnFeedback(since, limits).DueOn),
        (_, { } told) => (Outcome(), IsSolved ? StoryMark.Done : StoryMark.Calm, HowTold(told)),
        ({ Stage: OpinionStage.Merged }, _) when Traveller.Stage is OpinionStage.Forwarded => UnderWay("同一件事有好几位居民反映，并在一起办。"),
        ({ Stage: OpinionStage.Merged }, _) => ("和同一件事一起办", StoryMark.UnderWay, "同一件事有好几位居民反映，并在一起办。有了答复，一样会告诉您。"),
        ({ Stage: OpinionStage.Forwarded }, _) => UnderWay(Traveller.Round > 1 ? "正在再办一次。" : ""),
        _ => ("已经登记", StoryMark.UnderWay, "代表会按规定的途径反映给有关单位。"),
    };

    private (string Verdict, StoryMark Mark, string Told) Owed(DateOnly due)
    {
        var how = HasPhone ? "代表会告诉您" : "代表会告诉您。您没有留电话，结果会写在这里";
        return due >= today
            ? ("有答复了，还没告诉您", StoryMark.UnderWay, $"{due:yyyy年M月d日}以前，{how}。")
            : ("有答复了，还没告诉您", StoryMark.Late, $"约定在{due:yyyy年M月d日}以前告诉您，已经晚了{today.DayNumber - due.DayNumber}天，向您致歉。联络室正在催。");
    }

    private (string Verdict, StoryMark Mark, string Told) UnderWay(string first)
    {
        var journey = Traveller.CurrentForwarding!;
        var due = Clock.OnAnswer(journey, limits)?.DueOn;
        return ("正在办理", due < today ? StoryMark.Late : StoryMark.UnderWay, first + (due switch
        {
            null => "等有关单位正式承办，承办以后开始计算答复的时间。",
            { } day when day >= today => $"{organ(journey.LeadOrganId)}应在{day:yyyy年M月d日}以前答复。",
            { } day => $"{organ(journey.LeadOrganId)}应在{day:yyyy年M月d日}以前答复，已经晚了{today.DayNumber - day.DayNumber}天，向您致歉。联络室正在催。",
        }));
    }

    private bool IsSolved => Traveller.Stage is OpinionStage.Explained || opinion.Outcome is AnswerOutcome.Solved or AnswerOutcome.BeingSolved or AnswerOutcome.Planned;

    private string Outcome() => (Traveller.Stage, opinion.Outcome) switch
    {
        (OpinionStage.OutOfScope, _) => "这件事归别处管",
        (_, AnswerOutcome.Solved) => "已经解决",
        (_, AnswerOutcome.BeingSolved) => "正在解决",
        (_, AnswerOutcome.Planned) => "已经列入计划",
        (_, AnswerOutcome.CannotSolveForNow) => "现在还办不了",
        (_, AnswerOutcome.ForReference) => "已经留作参考",
        (_, AnswerOutcome.BeyondPower) => "区里办不了，已经向上反映",
        _ => "已经向您说明",
    };

    private string HowTold(Feedback told) => told.Means switch
    {
        FeedbackMeans.Receipt => $"结果在{told.FedBackOn:M月d日}写在了这里。",
        FeedbackMeans.PublicNotice => $"结果已在{told.FedBackOn:M月d日}公告。",
        _ => $"{Who}已在{told.FedBackOn:M月d日}{told.Means.AsTold()}。",
    };

    private string Who => opinion.Deputies.Count > 0 ? "代表" : "工作人员";

    private IEnumerable<StoryAnswer> Answers()
    {
        if (Told is not null && Traveller is { Stage: OpinionStage.Explained or OpinionStage.OutOfScope, Explanation: { } explanation })
        {
            yield return new StoryAnswer(
                Traveller.Stage is OpinionStage.OutOfScope ? $"请找{discreetly(Traveller.PointedTo ?? "")}" : "向您说明的",
                discreetly(explanation),
                Traveller.Stage is OpinionStage.OutOfScope ? "这类事代表不能代办。" : "");
        }

        if (Told is { Explanation.Length: > 0, Means: not FeedbackMeans.Receipt } explained && Traveller.Outcome is not null)
        {
            yield return new StoryAnswer("向您解释的", discreetly(explained.Explanation), $"{explained.FedBackOn:yyyy年M月d日}");
        }
        else if (Told is { Explanation.Length: > 0 } written && Traveller.Outcome is not null)
        {
            yield return new StoryAnswer("代表的说明", discreetly(written.Explanation), $"{written.FedBackOn:yyyy年M月d日}");
        }

        foreach (var journey in Traveller.Forwardings.Where(IsTold).Reverse())
        {
            foreach (var answer in journey.Answers.OrderBy(answer => answer.Kind is AnswerKind.Beside).ThenByDescending(answer => answer.Id))
            {
                yield return new StoryAnswer(
                    $"{organ(answer.OrganId)}的{(answer.Kind is AnswerKind.Supplement ? "补充答复" : "答复")}{(journey.Round > 1 ? $"（第{journey.Round}次）" : "")}",
                    discreetly(answer.Text),
                    $"{answer.AnsweredOn:yyyy年M月d日}答复：{answer.Outcome.InWords()}");
            }
        }
    }

    /// <summary>Whether the voter was told what this journey brought home.</summary>
    private bool IsTold(Forwarding journey) =>
        journey.EndedOn is null && (lead is null ? opinion.Feedbacks.Any(told => told.Round == journey.Round) && (Told is not null || journey.Round < opinion.Round) : Told is not null);

    private IEnumerable<StoryStep> Steps()
    {
        var journeys = new Queue<Forwarding>(Traveller.Forwardings);
        var feedbacks = new Queue<Feedback>(opinion.Feedbacks);
        DateOnly? since = null;
        foreach (var entry in opinion.History.OrderBy(entry => entry.Sequence).Concat(lead?.History.OrderBy(entry => entry.Sequence) ?? Enumerable.Empty<HistoryEntry>()).OrderBy(entry => entry.On))
        {
            var isOwn = entry.OpinionId == opinion.Id;
            since = isOwn && (entry.Act is OpinionAct.Answer or OpinionAct.Explain or OpinionAct.PointElsewhere or OpinionAct.HearFromLead) ? since ?? entry.On : since;
            if (((isOwn ? Own(entry, feedbacks, since) : null) ?? (isOwn == (lead is null) ? OfJourney(entry, journeys) : null)) is { } step)
            {
                yield return step;
            }

            since = isOwn && entry.Act is OpinionAct.FeedBack ? null : since;
        }
    }

    /// <summary>What concerned this opinion and its voter.</summary>
    private StoryStep? Own(HistoryEntry entry, Queue<Feedback> feedbacks, DateOnly? since) => entry.Act switch
    {
        OpinionAct.Collect => new StoryStep(entry.On, opinion.Source is OpinionSource.Online ? $"{station}登记了您的意见。" : $"您在{station}提出意见，已经登记。"),
        OpinionAct.Merge => new StoryStep(entry.On, "有别的居民也反映了这件事，并在一起办。"),
        OpinionAct.Unmerge => new StoryStep(entry.On, "改为单独办理。"),
        OpinionAct.FeedBack when feedbacks.TryDequeue(out var told) => new StoryStep(entry.On, TellingStep(told, since)),
        OpinionAct.Rate when opinion.Feedbacks.LastOrDefault(told => told.RatedOn == entry.On)?.Rating is { } rating and not VoterRating.NotReached => new StoryStep(entry.On, $"您评了“{rating.InWords()}”。"),
        _ => null,
    };

    private string TellingStep(Feedback told, DateOnly? since)
    {
        var due = since is { } day ? Clock.OnFeedback(day, limits).DueOn : told.FedBackOn;
        return (told.Means is FeedbackMeans.Receipt ? "结果写在了这里。" : told.Means is FeedbackMeans.PublicNotice ? "结果已经公告。" : $"{Who}{told.Means.AsTold()}。")
            + (told.FedBackOn > due ? $"比约定的{limits.FeedbackDays}天晚了{told.FedBackOn.DayNumber - due.DayNumber}天，向您致歉。" : "")
            + (told.Rating is { } rating and not VoterRating.NotReached && told.RatedOn == told.FedBackOn ? $"您说“{rating.InWords()}”。" : "");
    }

    /// <summary>Where it travelled; of a merged one, where its lead did.</summary>
    private StoryStep? OfJourney(HistoryEntry entry, Queue<Forwarding> journeys) => entry.Act switch
    {
        OpinionAct.Forward or OpinionAct.ForwardAgain when journeys.TryDequeue(out var journey) =>
            new StoryStep(entry.On, (entry.Act is OpinionAct.ForwardAgain ? "决定再办一次。" : "") + journey.Channel.AsTold(journey.Channel is ForwardingChannel.StateOrgan ? organ(journey.LeadOrganId) : "")),
        OpinionAct.Assign => new StoryStep(entry.On, $"交{organ(Traveller.Forwardings.LastOrDefault(journey => journey.AssignedOn == entry.On)?.LeadOrganId)}办理。"),
        OpinionAct.Extend => new StoryStep(entry.On, "情况复杂，经同意延长了答复的时间。"),
        OpinionAct.Withdraw => new StoryStep(entry.On, "代表撤回，准备改走别的途径。"),
        OpinionAct.Return => new StoryStep(entry.On, "对方退了回来，代表另行反映。"),
        OpinionAct.Answer => new StoryStep(entry.On, AnswerStep(entry)),
        OpinionAct.Supplement when Told is not null => new StoryStep(entry.On, "又有补充的答复。"),
        OpinionAct.Explain when Told is not null => new StoryStep(entry.On, "代表可以当场说明，不用转交。"),
        OpinionAct.PointElsewhere when Told is not null => new StoryStep(entry.On, "这件事不在代表受理的范围里，给您指了路。"),
        OpinionAct.Explain or OpinionAct.PointElsewhere => new StoryStep(entry.On, "有说明了。"),
        _ => null,
    };

    private string AnswerStep(HistoryEntry entry)
    {
        var journey = Traveller.Forwardings.LastOrDefault(known => known.Answers.Any(answer => answer.Kind is AnswerKind.Lead && answer.AnsweredOn == entry.On));
        var answer = journey?.Answers.FirstOrDefault(answer => answer.Kind is AnswerKind.Lead);
        return answer is not null && IsTold(journey!) ? $"{organ(answer.OrganId)}答复：{answer.Outcome.InWords()}。" : $"{organ(answer?.OrganId)}有了答复。";
    }

    private IEnumerable<StoryStep> Now()
    {
        if (MayRate)
        {
            yield return new StoryStep(null, "等您评价。不评也不影响。", StoryMark.UnderWay);
        }
        else if (opinion.AwaitingFeedbackSince is { } since)
        {
            var due = Clock.OnFeedback(since, limits).DueOn;
            yield return new StoryStep(null, $"等代表告诉您，{(due < today ? "已经晚了，正在催" : $"{due:M月d日}以前")}。", due < today ? StoryMark.Late : StoryMark.UnderWay);
        }
        else if (Told is null)
        {
            yield return new StoryStep(null, Traveller.Stage is OpinionStage.Forwarded ? $"等{organ(Traveller.LeadOrganId)}答复。" : "等代表反映上去。", StoryMark.UnderWay);
        }

        if (Told is not null && Traveller.LookAgainOn is { } again)
        {
            var why = Traveller.History.LastOrDefault(entry => entry.Act is OpinionAct.LookAgain)?.Note.Split("回看。", 2) is [_, { Length: > 0 } expected] ? discreetly(expected) : "看答应的事办到了没有。";
            yield return new StoryStep(again, $"到时再看：{why.TrimEnd('。')}。结果写在这里。", StoryMark.Ahead);
        }
    }
}
