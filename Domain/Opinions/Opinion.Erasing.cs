using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Opinions;

public sealed partial class Opinion
{
    /// <summary>删去个人信息: who the voters are is forgotten; what they said, and everything that is counted, stays.</summary>
    /// <remarks>
    /// Entered first and carried out by <see cref="TakeOutTraces"/>: the guard over the history lets notes be rewritten only
    /// where the database already says that the opinion is anonymised. 人次 is a number of its own and does not change.
    /// </remarks>
    /// <param name="reason">On whose request, or that the time for keeping has passed.</param>
    /// <param name="stamp">Who enters it, and when.</param>
    /// <exception cref="RuleBrokenException">It was done already, or no reason is given.</exception>
    public void EraseVoters(string reason, Stamp stamp)
    {
        Require(OpinionAct.EraseVoters, stamp.Today, stamp);
        var why = Rule.Written(reason, "请写明为什么删去。");
        AnonymisedOn = stamp.Today;
        Enter(OpinionAct.EraseVoters, stamp.Today, why, stamp);
    }

    /// <summary>Takes the voters' names and phones, and numbers that belong to a person, out of every text of the opinion, and lets the voters go.</summary>
    /// <remarks>Voters, journeys, feedbacks and history must be loaded.</remarks>
    public void TakeOutTraces()
    {
        var traces = Traces;
        Words = traces.TakeOutOf(Words);
        Subject = traces.TakeOutOf(Subject);
        Explanation = Explanation is null ? null : traces.TakeOutOf(Explanation);
        PointedTo = PointedTo is null ? null : traces.TakeOutOf(PointedTo);
        _forwardings.ForEach(forwarding => forwarding.TakeOut(traces));
        _feedbacks.ForEach(feedback => feedback.TakeOut(traces));
        _history.ForEach(entry => entry.TakeOut(traces));
        _voters.Clear();
    }

    /// <summary>A text somebody wrote about the opinion, without what tells who the voters are. They must be loaded.</summary>
    public string WithoutTraces(string text) => Traces.TakeOutOf(text);

    private PersonalTraces Traces => new(_voters.Select(link => link.Voter));
}
