using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <content>The way back: the voter is told, and says what it was worth.</content>
internal sealed partial class OpinionLife
{
    /// <summary>当场解释: explained where it was spoken; a few are told later.</summary>
    public IEnumerable<DateTime> ExplainedOnTheSpot(OnTheSpot said, Voice voice)
    {
        if (said.ConcernsDeputy)
        {
            _now = _now.AddMinutes(_dice.Between(2, 15));
            Opinion.Concern(_deputies[0], Stamp());
        }

        _now = _now.AddMinutes(_dice.Between(2, 15));
        var explanation = _filling.Fill(said.Explanation);
        Opinion.Explain(explanation, _on, _dice.Of100(88) ? Facts("", FeedbackMeans.InPerson) : null, Stamp());
        return Settle(voice).Concat(Told(new AnswerText(AnswerOutcome.Solved, "", null)));
    }

    /// <summary>超出范围.</summary>
    public IEnumerable<DateTime> PointedElsewhere(Elsewhere said, Voice voice)
    {
        _now = _now.AddMinutes(_dice.Between(2, 15));
        var reason = _filling.Fill(said.Reason);
        Opinion.PointElsewhere(_filling.Fill(said.PointedTo), reason, _on, _dice.Of100(92) ? Facts("", FeedbackMeans.InPerson) : null, Stamp());
        return Settle(voice).Concat(Told(new AnswerText(AnswerOutcome.Solved, "", null)));
    }

    /// <summary>并案: travels with one that says the same; now and then it was not the same after all.</summary>
    public IEnumerable<DateTime> TravelsWith(OpinionLife lead, Matter matter, Voice voice)
    {
        lead._followers.Add(this);
        yield return Wait(1, 6);
        if (lead.Opinion.Stage is not (OpinionStage.FedBack or OpinionStage.Merged))
        {
            _year.Identify(lead.Opinion);
            Opinion.MergeInto(lead.Opinion, _dice.Any(_people.MergeReasons), _on, Stamp(byOffice: true));
            if (!_dice.Of100(6))
            {
                yield break;
            }

            yield return Wait(1, 4);
            if (Opinion.Feedbacks.Count > 0 || Opinion.AwaitingFeedbackSince > _on)
            {
                yield break; // told already, or about to be: the lead's answer came while this was being looked at
            }

            Opinion.Unmerge(lead.Opinion, _dice.Any(_people.UnmergeReasons), _on, Stamp(byOffice: true));
        }

        foreach (var moment in Carried(matter, voice))
        {
            yield return moment;
        }
    }

    private IEnumerable<OpinionLife> Merged => _followers.Where(follower => follower.Opinion.LeadOpinionId is { } lead && lead == Opinion.Id);

    private void TellFollowers()
    {
        if (Opinion.HasWordForFollowers)
        {
            foreach (var follower in Merged)
            {
                follower.Opinion.HearFromLead(Opinion, _on, Stamp());
            }
        }
    }

    private IEnumerable<DateTime> Told(AnswerText answer)
    {
        if (Opinion.WhyNot(OpinionAct.RateAnswer) is null && _dice.Of100(75))
        {
            yield return Wait(1, 5);
            var rating = _dice.Any<DeputyRating>((65, DeputyRating.Satisfied), (29, DeputyRating.MostlySatisfied), (6, DeputyRating.Dissatisfied));
            Opinion.RateAnswer(rating, _on, $"代表评价：{rating.InWords()}", Stamp());
        }

        if (Opinion.AwaitingFeedbackSince is not null)
        {
            yield return DaysToTell();
            var facts = Facts(_filling.Fill(answer.Explanation ?? ""), Means(), Opinion.Voters.Count > 0 && _dice.Of100(58) ? Rating(answer.Outcome) : null);
            Opinion.FeedBack(facts, InWords(facts), Stamp());
        }

        foreach (var follower in Merged.Where(follower => follower.Opinion.AwaitingFeedbackSince <= _on).ToList())
        {
            yield return Wait(0, 3);
            if (follower.Opinion.WhyNot(OpinionAct.FeedBack) is null)
            {
                var facts = follower.Facts(_filling.Fill(answer.Explanation ?? ""), follower.Means(), on: _on);
                follower.Opinion.FeedBack(facts, follower.InWords(facts), Stamp());
            }
        }

        if (Opinion.Rating is null or VoterRating.NotReached
            && Opinion.Voters.Count > 0 && Opinion.WhyNot(OpinionAct.Rate) is null && _dice.Of100(45))
        {
            yield return Wait(2, 10);
            var rating = Rating(answer.Outcome);
            Opinion.Rate(rating, _on, $"选民评价：{rating.InWords()}{Remark(rating)}", Stamp());
        }
    }

    /// <summary>Most are told in time; some wait too long, a few far too long.</summary>
    private DateTime DaysToTell() => _dice.Any<int>((85, 1), (12, 2), (3, 3)) switch
    {
        1 => Wait(7, 14),
        2 => Wait(17, 28),
        _ => Wait(31, 100),
    };

    private FeedbackFacts Facts(string explanation, FeedbackMeans means, VoterRating? rating = null, DateOnly? on = null) =>
        new(means, Opinion.ConcernsDeputyId is null ? _deputies[0].Name : Office, explanation, on ?? _on, rating);

    private FeedbackMeans Means() => Opinion.Voters switch
    {
        [] => FeedbackMeans.PublicNotice,
        [{ Voter.Phone: "" }, ..] => _dice.Any<FeedbackMeans>((70, FeedbackMeans.InPerson), (20, FeedbackMeans.Writing), (10, FeedbackMeans.PublicNotice)),
        _ => _dice.Any<FeedbackMeans>(
            (52, FeedbackMeans.Telephone), (28, FeedbackMeans.InPerson), (9, FeedbackMeans.TextMessage), (5, FeedbackMeans.Writing), (6, FeedbackMeans.Online)),
    };

    private VoterRating Rating(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Solved => Rating(74, 22, 4),
        AnswerOutcome.BeingSolved => Rating(48, 41, 11),
        AnswerOutcome.Planned or AnswerOutcome.CannotSolveForNow or AnswerOutcome.ForReference or AnswerOutcome.BeyondPower => Rating(34, 48, 18),
    };

    private VoterRating Rating(int satisfied, int mostly, int dissatisfied) => _dice.Any<VoterRating>(
        (satisfied, VoterRating.Satisfied), (mostly, VoterRating.MostlySatisfied), (dissatisfied, VoterRating.Dissatisfied), (3, VoterRating.NotReached));

    private string InWords(FeedbackFacts facts)
    {
        _filling.Set("选民", Opinion.Voters is [{ Voter.Name: var name }, ..] ? name : "选民");
        return $"{facts.GivenBy}：{_filling.Fill(_dice.Any(_people.Feedback[facts.Means]))}"
            + (facts.Explanation.Length == 0 ? "" : $"解释说明：{facts.Explanation}")
            + (facts.Rating is { } rating ? $"　选民评价：{rating.InWords()}{Remark(rating)}" : "");
    }

    private string Remark(VoterRating rating) => _people.VoterRemarks.TryGetValue(rating, out var remarks) && _dice.Of100(40) ? $"（“{_dice.Any(remarks)}”）" : "";
}
