using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Does with a ledger's opinion what a clerk would key in, act by act, under the same rules. What the ledger leaves open is decided here and said.</summary>
/// <remarks>The decisions, and why: docs/decisions/0006-imported-answers.md.</remarks>
internal sealed partial class LedgerClerk(ImportRegister register, Stamp stamp, Findings findings)
{
    private const string Unsaid = "台账未注明";

    /// <param name="ledger">What the ledger says.</param>
    /// <param name="series">Gives the number.</param>
    /// <param name="lead">The opinion it was merged into, when that is known.</param>
    /// <param name="sessionId">The reception it was said at.</param>
    /// <exception cref="RuleBrokenException">The rules do not allow what the ledger says; the message says which one.</exception>
    public Opinion Take(LedgerOpinion ledger, OpinionSeries series, Opinion? lead, int? sessionId = null)
    {
        var first = ledger.First;
        var station = register.Stations.Of(first);
        if (register.Stations.IsUnknown(first))
        {
            findings.Remark(first.Line, $"台账写的家站“{first.Station}”不在家站名录，登记到“{station.Name}”。");
        }

        var opinion = Opinion.Collect(series, station, FactsOf(first, sessionId), stamp);
        if (lead is not null)
        {
            opinion.MergeInto(lead, Unsaid, Later(first.Remarks.AwaitingSince ?? opinion.CollectedOn, Later(opinion.CollectedOn, lead.CollectedOn)), stamp);
        }
        else if (ledger.Rows.Any(row => row.IsForwarded))
        {
            ForwardAndAnswer(opinion, ledger);
        }
        else if (LedgerWords.Stage(first.Stage) is OpinionStage.OutOfScope)
        {
            var reason = first.Explanation.Length > 0 ? first.Explanation : Unsaid;
            opinion.PointElsewhere(first.Remarks.PointedTo.Length > 0 ? first.Remarks.PointedTo : Unsaid, reason, first.Remarks.AwaitingSince ?? first.ReceivedOn, first.ExplainedOnTheSpot ? OnTheSpot(first) : null, stamp);
        }
        else if (first.Explanation.Length > 0)
        {
            opinion.Explain(first.Explanation, first.Remarks.AwaitingSince ?? first.ReceivedOn, first.ExplainedOnTheSpot ? OnTheSpot(first) : null, stamp);
        }

        FeedBack(opinion, ledger);
        return opinion;
    }

    private CollectedFacts FactsOf(LedgerEntry entry, int? sessionId)
    {
        var voters = register.Voters.Of(entry, findings);
        return new CollectedFacts
        {
            Words = entry.Words,
            On = entry.ReceivedOn,
            SessionId = sessionId,
            Source = entry.Reception is { } reception ? SourceOf(reception.Form) : Understood(entry, "来源", entry.Source, LedgerWords.Source(entry.Source), OpinionSource.Ledger.InWords()) ?? OpinionSource.Ledger,
            Subject = entry.Subject,
            Category = CategoryOf(entry),
            Deputies = DeputiesOf(entry),
            Voters = voters,
            Headcount = Math.Max(entry.Headcount ?? 1, voters.Count),
            SourceNumber = entry.SourceNumber,
        };
    }

    private static OpinionSource SourceOf(ContactForm form) => form switch
    {
        ContactForm.Talk => OpinionSource.Reception,
        ContactForm.Symposium => OpinionSource.Symposium,
        ContactForm.Visit => OpinionSource.Visit,
        ContactForm.Online => OpinionSource.Online,
    };

    private Category? CategoryOf(LedgerEntry entry)
    {
        var category = register.Categories.GetValueOrDefault(entry.Category);
        if (category is null && entry.Category.Length > 0)
        {
            findings.Remark(entry.Line, $"类别“{entry.Category}”不在类别目录，登记为未归类。");
        }

        return category;
    }

    private List<Deputy> DeputiesOf(LedgerEntry entry)
    {
        var deputies = new List<Deputy>();
        foreach (var name in entry.Deputies)
        {
            switch (register.Deputies[name].ToList())
            {
                case [var deputy]:
                    deputies.Add(deputy);
                    break;
                case []:
                    findings.Remark(entry.Line, $"代表“{name}”不在代表名册，登记为代表待定。");
                    break;
                default:
                    findings.Remark(entry.Line, $"有几位代表同名“{name}”，分不清是哪一位，登记为代表待定。");
                    break;
            }
        }

        return deputies;
    }

    private void FeedBack(Opinion opinion, LedgerOpinion ledger)
    {
        if (ledger.Rows.LastOrDefault(row => row.IsFedBack) is not { } row)
        {
            if (opinion.Stage is OpinionStage.Answered)
            {
                findings.Remark(ledger.First.Line, "有答复，台账没有反馈选民的记录，登记为待反馈：选民是否已被告知，本系统不知道。");
            }

            return;
        }

        if (opinion.AwaitingFeedbackSince is not { } owedSince)
        {
            NothingToTell(opinion, row);
            return;
        }

        var on = NotBefore(row.Line, row.FedBackOn ?? owedSince, owedSince, "反馈日期", "答复日期");
        var by = row.FedBackBy.Length > 0 ? row.FedBackBy : row.Deputies.Count > 0 ? row.Deputies[0] : Unsaid;
        var means = MeansOf(row);
        var explanation = row.Explanation.Length > 0 || !opinion.OwesExplanation ? row.Explanation : Unsaid;
        var rating = Understood(row, "选民评价", row.VoterRating, LedgerWords.VoterRating(row.VoterRating), "未评价");
        opinion.FeedBack(new FeedbackFacts(means, by, explanation, on, rating), $"{by}{means.InWords()}告知选民。{(explanation.Length > 0 ? $"解释说明：{explanation}" : "")}", stamp);
    }

    private void NothingToTell(Opinion opinion, LedgerEntry row)
    {
        if (opinion.Stage is OpinionStage.Collected && row.MergedInto.Length > 0)
        {
            findings.Remark(row.Line, "台账写了反馈选民，并入的主件不在这份台账里，未登记反馈。");
        }
        else if (opinion.Stage is OpinionStage.Merged)
        {
            findings.Remark(row.Line, "台账写了反馈选民，并入的主件却没有答复，未登记反馈。");
        }
        else if (opinion.Feedbacks.Count == 0)
        {
            throw new RuleBrokenException("台账写了反馈选民，却没有答复内容，也没有解释说明。");
        }
    }

    private FeedbackMeans MeansOf(LedgerEntry row)
    {
        const FeedbackMeans otherwise = FeedbackMeans.Telephone;
        if (row.FeedbackMeans.Length == 0)
        {
            findings.Remark(row.Line, $"台账没有写反馈方式，按“{otherwise.InWords()}”登记。");
        }

        return Understood(row, "反馈方式", row.FeedbackMeans, LedgerWords.Means(row.FeedbackMeans), otherwise.InWords()) ?? otherwise;
    }

    private static FeedbackFacts OnTheSpot(LedgerEntry entry) =>
        new(FeedbackMeans.InPerson, entry.Deputies.Count > 0 ? entry.Deputies[0] : Unsaid, entry.Explanation, entry.ReceivedOn);

    /// <summary>What a word of the ledger means; said when nobody knows it.</summary>
    private T? Understood<T>(LedgerEntry entry, string column, string written, T? meaning, string instead) where T : struct, Enum
    {
        if (meaning is null && written.Length > 0)
        {
            findings.Remark(entry.Line, $"{column}“{written}”不认得，按“{instead}”登记。");
        }

        return meaning;
    }

    private DateOnly NotBefore(int line, DateOnly on, DateOnly earliest, string name, string than)
    {
        if (on >= earliest)
        {
            return on;
        }

        findings.Remark(line, $"{name} {on:yyyy-MM-dd} 早于{than} {earliest:yyyy-MM-dd}，按 {earliest:yyyy-MM-dd} 登记。请核对。");
        return earliest;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
