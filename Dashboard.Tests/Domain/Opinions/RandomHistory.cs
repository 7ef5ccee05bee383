using CsCheck;
using VoterLiaison.Domain.Rules;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Opinions;

/// <summary>Something a clerk tries: on one opinion, an act, so many days later, with another opinion at hand. Much of it is refused.</summary>
internal sealed record Attempt(int Opinion, OpinionAct Act, int DaysLater, int Other, int Choice);

/// <summary>A handful of opinions and whatever clerks tried on them. What was refused left nothing behind.</summary>
internal sealed class RandomHistory
{
    private const int Opinions = 6;

    private static readonly OpinionAct[] Acts = [.. Enum.GetValues<OpinionAct>().Where(act => act is not (OpinionAct.Collect or OpinionAct.TakeIn or OpinionAct.LetGo or OpinionAct.HearFromLead))];

    public static readonly Gen<RandomHistory> Any = Gen
        .Select(Gen.Int[0, Opinions - 1], Gen.Int[0, 999], Gen.Int[0, 40], Gen.Int[0, Opinions - 1], Gen.Int[0, 5], (opinion, act, days, other, choice) =>
            (opinion, act, days, other, choice))
        .Array[0, 80]
        .Select(attempts => new RandomHistory(attempts));

    private DateOnly _today = March2.AddDays(5);

    private RandomHistory((int Opinion, int Act, int Days, int Other, int Choice)[] attempts)
    {
        foreach (var (opinion, act, days, other, choice) in attempts)
        {
            // Three in four tries are something the opinion allows, else most histories would end before they began.
            var allowed = Acts.Where(a => All[opinion].WhyNot(a) is null).ToArray();
            Try(new Attempt(opinion, act % 4 == 0 ? Acts[act % Acts.Length] : allowed[act % allowed.Length], days, other, choice));
        }
    }

    public IReadOnlyList<Opinion> All { get; } = [.. Enumerable.Range(0, Opinions).Select(place => TakeDown(Facts(March2.AddDays(place).AddYears(-(place % 2))), at: place % 3 == 0 ? Station : Home))];

    /// <summary>Refusals that changed something all the same; there should be none.</summary>
    public List<Attempt> HalfDone { get; } = [];

    private void Try(Attempt attempt)
    {
        var opinion = All[attempt.Opinion];
        var lead = attempt.Act is OpinionAct.Unmerge ? All.FirstOrDefault(o => o.Id == opinion.LeadOpinionId) ?? All[attempt.Other] : All[attempt.Other];
        _today = _today.AddDays(attempt.DaysLater % 5);
        var on = _today.AddDays(1 - (attempt.DaysLater / 5)); // tomorrow at the earliest refused, else up to a week back
        var before = All.Select(Fingerprint).ToList();
        try
        {
            Do(opinion, attempt, on, lead);
        }
        catch (RuleBrokenException)
        {
            if (!before.SequenceEqual(All.Select(Fingerprint)))
            {
                HalfDone.Add(attempt);
            }

            return;
        }

        if (attempt.Act is OpinionAct.Answer or OpinionAct.Explain or OpinionAct.PointElsewhere)
        {
            foreach (var follower in All.Where(follower => follower.LeadOpinionId == opinion.Id))
            {
                follower.HearFromLead(opinion, on, EnteredOn(_today)); // as the desk does
            }
        }
    }

    private void Do(Opinion opinion, Attempt attempt, DateOnly on, Opinion lead)
    {
        var stamp = EnteredOn(_today);
        var channel = (ForwardingChannel)(1 + (attempt.Choice % 5));
        var told = attempt.Choice % 3 == 0 ? OpinionStory.Telling(on) with { GivenBy = attempt.Choice % 2 == 0 ? "" : "顾砚清" } : null;
        switch (attempt.Act)
        {
            case OpinionAct.Forward: opinion.Forward(FactsFor(channel, on), on, "转交。", stamp); break;
            case OpinionAct.ForwardAgain: opinion.ForwardAgain(FactsFor(channel, on), "联络室主任", on, "再办。", stamp); break;
            case OpinionAct.Explain: opinion.Explain("此事已有安排。", on, told, stamp); break;
            case OpinionAct.PointElsewhere: opinion.PointElsewhere("区信访办", attempt.Choice == 5 ? "" : "属于信访事项。", on, told, stamp); break;
            case OpinionAct.Unmerge: opinion.Unmerge(lead, attempt.Choice == 5 ? "" : "不是同一件事。", on, stamp); break;
            case OpinionAct.Answer: opinion.RecordAnswer((AnswerOutcome)(1 + attempt.Choice), "已答复。", on, stamp); break;
            case OpinionAct.FeedBack: opinion.FeedBack(OpinionStory.Telling(on, attempt.Choice == 0 ? null : (VoterRating)(1 + (attempt.Choice % 4)), attempt.Choice == 5 ? "" : "已说明。"), "告知选民。", stamp); break;
            case OpinionAct.Rate: opinion.Rate((VoterRating)(1 + (attempt.Choice % 4)), on, "评价。", stamp); break;
            default: opinion.Do(attempt.Act, on, lead, stamp); break;
        }
    }

    private static string Fingerprint(Opinion o) => string.Join('|', [
        o.Stage, o.Version, o.AwaitingFeedbackSince, o.ConcludedOn, o.DueOn, o.GravelyDueOn, o.Round, o.Channel, o.LeadOrganId, o.Outcome, o.Rating, o.LatenessNoted, o.UrgedOn, o.Urgings, o.SupervisedSince, o.SupervisionDecidedBy, o.LookAgainOn,
        o.Explanation, o.PointedTo, o.LeadOpinionId, o.Followers, o.History.Count, o.Forwardings.Count, o.Feedbacks.Count, o.Deputies.Count, o.CategoryId,
        o.Forwardings.Sum(f => f.Answers.Count), string.Join(',', o.Forwardings.Select(f => $"{f.AssignedOn}{f.ExtendedOn}{f.ExtensionConsent}{f.EndedOn}{f.EndReason}{f.DeputyRating}"))]);
}
