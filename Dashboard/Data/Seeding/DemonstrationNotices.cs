using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Notices;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>办理公示 of some of the demonstration's opinions that were solved: one of each matter, in words written for it.</summary>
/// <param name="texts">What may be told, by the subject of the opinion.</param>
/// <param name="end">The first day that has not happened.</param>
internal sealed class DemonstrationNotices(IReadOnlyList<NoticeText> texts, DateOnly end)
{
    private const int Remembered = 6;
    private const int DaysUntilTold = 20;

    private readonly Dice _dice = new(20190927);
    private readonly Dictionary<string, List<Opinion>> _solved = texts.ToDictionary(text => text.Subject, _ => new List<Opinion>());

    /// <summary>Remembers an opinion whose voter knows that it was solved.</summary>
    public void Concluded(Opinion opinion)
    {
        if (opinion.Stage is OpinionStage.FedBack && opinion.Outcome is AnswerOutcome.Solved && opinion.CategoryId is not null && opinion.ConcludedOn < end
            && _solved.TryGetValue(opinion.Subject, out var alike) && ProgressNotice.WhyNot(opinion) is null)
        {
            alike.Add(opinion);
            if (alike.Count > Remembered)
            {
                alike.RemoveAt(0); // the latest ones are told of
            }
        }
    }

    public IEnumerable<ProgressNotice> Notices()
    {
        foreach (var text in texts.Where(text => _solved[text.Subject].Count > 0))
        {
            var opinion = _dice.Any(_solved[text.Subject]);
            var on = opinion.ConcludedOn!.Value.AddDays(_dice.Between(1, DaysUntilTold)).OrNextWorkday();
            yield return ProgressNotice.Publish(opinion, text.Title, text.Asked, text.Done, new Signature("联络室", ChinaTime.StartOf(on < end ? on : end.AddDays(-1)).AddHours(9)));
        }
    }
}
