using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <content>第六条: the way up and the answer.</content>
internal sealed partial class OpinionLife
{
    private const string Office = "代表联络室";

    /// <summary>Forwarded, answered, told, and what comes after.</summary>
    public IEnumerable<DateTime> Carried(Matter matter, Voice voice)
    {
        foreach (var moment in Settle(voice))
        {
            yield return moment;
        }

        yield return Wait(1, 6);
        var plan = Plan(matter);
        yield return WaitUntil(plan.On);
        Opinion.Forward(plan.Facts, _on, InWords(plan.Facts), Stamp());

        if (plan.Facts is StateOrganFacts && _dice.Of100(5))
        {
            yield return Wait(2, 6);
            ComeBack(matter);
            yield return Wait(1, 4);
            plan = plan with { Facts = new StateOrganFacts(new Handlers(_year.District.Organ("$Subdistrict", _unit))) };
            Opinion.Forward(plan.Facts, _on, InWords(plan.Facts), Stamp());
        }

        foreach (var moment in AnsweredAndTold(matter, plan.Handlers))
        {
            yield return moment;
        }

        if (Opinion.WhyNot(OpinionAct.ForwardAgain) is null && _dice.Of100(60))
        {
            yield return Wait(3, 12);
            var again = plan.Facts.Channel.HasStatutoryClock() ? BetweenSessions() : plan.Facts;
            Opinion.ForwardAgain(again, Office, _on, $"{_dice.Any(_people.AnotherRoundReasons)}{InWords(again)}", Stamp(byOffice: true));
            foreach (var moment in AnsweredAndTold(matter, plan.Handlers))
            {
                yield return moment;
            }
        }

        if (Opinion.Outcome is AnswerOutcome.BeingSolved && Opinion.Channel is not ForwardingChannel.MunicipalDeputy && _dice.Of100(12))
        {
            yield return Wait(15, 45);
            _filling.SetDates(_on.AddDays(-9), _on);
            Opinion.Supplement(AnswerOutcome.Solved, _filling.Fill(_dice.Any(_people.Supplements)), _on, Stamp());
        }
    }

    private void ComeBack(Matter matter)
    {
        _filling.Set("主办", _year.District.Organ("$Subdistrict", _unit).Name);
        if (matter.LeadOrgan != "$Subdistrict" && _dice.Of100(65))
        {
            Opinion.Return(_filling.Fill(_dice.Any(_people.ReturnReasons)), _on, Stamp(byOffice: true));
        }
        else
        {
            Opinion.Withdraw(_dice.Any(_people.WithdrawReasons), _on, Stamp());
        }
    }

    private IEnumerable<DateTime> AnsweredAndTold(Matter matter, Handlers handlers)
    {
        var forwardedOn = _on;
        if (Opinion.WhyNot(OpinionAct.Assign) is null)
        {
            yield return Wait(1, 7);
            Opinion.Assign(handlers, _on, Stamp(byOffice: true));
        }

        if (Opinion.Channel!.Value.HasStatutoryClock() && Opinion.Round == 1 && _dice.Of100(7))
        {
            yield return Wait(72, 86);
            Opinion.Extend(Office, _on, Stamp(byOffice: true));
        }

        var answeredOn = _on.AddDays(DaysToAnswer()).OrNextWorkday();
        _filling.SetDates(forwardedOn, answeredOn);
        foreach (var beside in Opinion.CurrentForwarding!.CoHandlerIds.Count > 0 ? handlers.CoHandlers.Where(_ => _dice.Of100(55)) : [])
        {
            yield return WaitUntil(answeredOn.AddDays(-_dice.Between(0, 6)));
            Opinion.RecordAnswerBeside(beside, AnswerOutcome.ForReference, _filling.Fill(_dice.Any(_people.BesideAnswers)), _on, Stamp());
        }

        yield return WaitUntil(answeredOn);
        var answer = Opinion.Channel is ForwardingChannel.MunicipalDeputy
            ? new AnswerText(AnswerOutcome.BeingSolved, _dice.Any(_people.CityDeputyAnswers), null)
            : _dice.Any(matter.Answers);
        Opinion.RecordAnswer(answer.Outcome, _filling.Fill(answer.Text), _on, Stamp());
        TellFollowers();

        foreach (var moment in Told(answer))
        {
            yield return moment;
        }
    }

    /// <summary>Most answer in time; some are late, a few very.</summary>
    private int DaysToAnswer() =>
        Opinion.Channel!.Value.HasStatutoryClock()
            ? Opinion.Round > 1 ? _dice.Between(15, 50) : Opinion.CurrentForwarding!.ExtendedOn is not null ? _dice.Between(15, 70)
            : _dice.Any<int>((93, _dice.Between(20, 80)), (6, _dice.Between(95, 120)), (1, _dice.Between(125, 190)))
            : _dice.Any<int>((89, _dice.Between(8, 28)), (9, _dice.Between(32, 50)), (2, _dice.Between(62, 80)));

    private (ForwardingFacts Facts, Handlers Handlers, DateOnly On) Plan(Matter matter)
    {
        var handlers = HandlersOf(matter);
        if (matter.CityMatter && _dice.Of100(70))
        {
            return (new MunicipalDeputyFacts(_dice.Any(_year.District.CityDeputies)), handlers, _on);
        }

        if (_people.Sessions.FirstOrDefault(session => session.ClosesOn >= _on && session.OpensOn <= _on.AddDays(21)) is { } sitting && _dice.Of100(45))
        {
            var day = _on > sitting.OpensOn ? _on : sitting.OpensOn.AddDays(_dice.Between(0, 2));
            var motion = _dice.Of100(5);
            var number = _year.Documents.Next(motion ? _people.DocumentNumbers.SessionMotion : _people.DocumentNumbers.SessionSuggestion, day, sitting.Code);
            return (new CongressSessionFacts(sitting.Name, motion ? ProposalKind.Motion : ProposalKind.Suggestion, number), handlers, day);
        }

        if (_people.Meetings.FirstOrDefault(meeting => meeting.HeldOn >= _on && meeting.HeldOn <= _on.AddDays(18) && meeting.Categories.Contains(matter.Category)) is { } next
            && _dice.Of100(40))
        {
            return (new CommitteeMeetingFacts(next.Kind, next.Topic, next.HeldOn), handlers, next.HeldOn);
        }

        return (_dice.Of100(22) ? BetweenSessions() : new StateOrganFacts(handlers), handlers, _on);
    }

    private BetweenSessionsFacts BetweenSessions() => _dice.Of100(70)
        ? new BetweenSessionsFacts(BetweenSessionsWay.Suggestion, _year.Documents.Next(_people.DocumentNumbers.BetweenSessionsSuggestion, _on))
        : new BetweenSessionsFacts(BetweenSessionsWay.DirectLine, _year.Documents.Next(_people.DocumentNumbers.DirectLine, _on));

    private Handlers HandlersOf(Matter matter)
    {
        var lead = _year.District.Organ(matter.LeadOrgan, _unit);
        List<Organ> beside = _dice.Of100(55)
            ? [.. matter.CoHandlers.Select(code => _year.District.Organ(code, _unit)).Where(organ => organ != lead).Distinct()]
            : [];
        return new Handlers(lead, beside);
    }

    private static string InWords(ForwardingFacts facts) => $"{facts.Channel.InWords()}。{facts.InWords()}";
}
