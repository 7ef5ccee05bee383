using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>An opinion the station has already, as far as a ledger's row can be compared with it.</summary>
internal sealed record KnownOpinion(
    int StationId, string Number, string? SourceNumber, DateOnly CollectedOn, string Words, string Subject, int? LeadOrganId, IReadOnlyList<KnownAnswer> Answers, DateOnly? FedBackOn)
{
    private const int Shown = 24;

    /// <summary>What the ledger says otherwise, field by field. What happened here since, and the ledger does not mention, is no difference.</summary>
    /// <param name="ledger">The opinion as the ledger would have made it.</param>
    public IEnumerable<string> DifferencesFrom(Opinion ledger)
    {
        if (ledger.CollectedOn != CollectedOn)
        {
            yield return $"收集日期：已登记 {CollectedOn:yyyy-MM-dd}，台账 {ledger.CollectedOn:yyyy-MM-dd}";
        }

        if (ledger.Words != Words)
        {
            yield return $"意见内容：{Apart(Words, ledger.Words)}";
        }

        if (ledger.Subject.Length > 0 && ledger.Subject != Subject)
        {
            yield return $"标题：{Apart(Subject, ledger.Subject)}";
        }

        if (ledger.LeadOrganId is { } organ && organ != LeadOrganId)
        {
            yield return LeadOrganId is null ? "承办单位：已登记的没有，台账有" : "承办单位：与已登记的不同";
        }

        foreach (var answer in ledger.Forwardings.SelectMany(forwarding => forwarding.Answers))
        {
            if (Answers.All(known => known.Text != answer.Text))
            {
                yield return Answers.Count == 0 ? $"答复：尚未登记，台账有 {answer.AnsweredOn:yyyy-MM-dd} 的答复" : $"答复内容：{Apart(Answers[0].Text, answer.Text)}";
            }
            else if (Answers.All(known => known.Text != answer.Text || known.AnsweredOn != answer.AnsweredOn))
            {
                yield return $"答复日期：已登记 {Answers.First(known => known.Text == answer.Text).AnsweredOn:yyyy-MM-dd}，台账 {answer.AnsweredOn:yyyy-MM-dd}";
            }
        }

        if (FedBackOn is null && ledger.Feedbacks is [var feedback, ..])
        {
            yield return $"反馈：尚未登记，台账 {feedback.FedBackOn:yyyy-MM-dd} 已反馈";
        }
    }

    /// <summary>Both texts from where they part.</summary>
    private static string Apart(string stored, string ledger)
    {
        var same = stored.Zip(ledger).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"已登记“{Around(stored, same)}”，台账“{Around(ledger, same)}”";
    }

    private static string Around(string text, int place)
    {
        var from = Math.Max(0, Math.Min(place, text.Length) - 6);
        var shown = text[from..Math.Min(text.Length, from + Shown)].ReplaceLineEndings(" ");
        return $"{(from > 0 ? "…" : "")}{shown}{(from + Shown < text.Length ? "…" : "")}";
    }
}

internal sealed record KnownAnswer(DateOnly AnsweredOn, string Text);
