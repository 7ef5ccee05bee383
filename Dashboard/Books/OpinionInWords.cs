using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>What the ledgers' cells say of one opinion.</summary>
internal static class OpinionInWords
{
    public static string Deputies(Opinion opinion, Registers registers) => string.Join('、', opinion.Deputies.Select(link => registers.Deputy(link.DeputyId).Name));

    /// <summary>The stage, and beside it that word is owed where the stage does not say so.</summary>
    public static string Standing(Opinion opinion) =>
        opinion.AwaitingFeedbackSince is not null && opinion.Stage is not OpinionStage.Answered ? $"{opinion.Stage.InWords()}（待反馈）" : opinion.Stage.InWords();

    public static string? Handlers(Forwarding? journey, Registers registers)
    {
        if (journey is null)
        {
            return null;
        }

        if (journey.CityDeputyId is { } cityDeputy)
        {
            return $"市人大代表{registers.Deputy(cityDeputy).Name}";
        }

        var lead = journey.LeadOrganId is { } organ ? registers.Organ(organ).ShortName : "";
        return journey.CoHandlerIds.Count == 0 ? lead : $"{lead}（协办：{string.Join('、', journey.CoHandlerIds.Select(id => registers.Organ(id).ShortName))}）";
    }

    /// <summary>The lead's answer, then every further word with who spoke and when.</summary>
    public static string? Answers(Forwarding? journey, Registers registers) => journey is not { Answers.Count: > 0 } ? null : string.Join('\n', journey.Answers.OrderBy(answer => answer.Kind is not AnswerKind.Lead).Select(answer => answer.Kind switch
    {
        AnswerKind.Lead => answer.Text,
        AnswerKind.Supplement => $"【补充答复 {answer.AnsweredOn:yyyy-MM-dd}】{answer.Text}",
        AnswerKind.Beside => $"【{(answer.OrganId is { } organ ? registers.Organ(organ).ShortName : "")}协办答复 {answer.AnsweredOn:yyyy-MM-dd}】{answer.Text}",
    }));

    public static string Explanation(Opinion opinion, Feedback? feedback) => Lines(opinion.Explanation, feedback?.Explanation);

    public static string Remarks(Opinion opinion, Registers registers) => Lines(
    [
        opinion.Subject.Length > 0 ? $"主题：{opinion.Subject}" : null,
        opinion.Headcount > Math.Max(1, opinion.Voters.Count) ? $"人次：{opinion.Headcount}" : null,
        opinion.SourceNumber is { } source ? $"原编号：{source}" : null,
        opinion.PointedTo is { } place ? $"请选民找：{place}" : null,
        opinion.AwaitingFeedbackSince is { } since && opinion.Stage is not OpinionStage.Answered ? $"自{since:yyyy-MM-dd}起待告知" : null,
        opinion.CurrentForwarding is { } journey ? Paper(journey) : null,
        .. opinion.Forwardings.Where(one => one != opinion.CurrentForwarding).Select(one => Earlier(opinion, one, registers)),
    ]);

    /// <summary>The facts of a journey besides its organ: session, document number, meeting.</summary>
    private static string? Paper(Forwarding journey)
    {
        var parts = new[]
        {
            journey.Session, journey.ProposalKind?.InWords(), journey.BetweenSessionsWay?.InWords(), journey.DocumentNumber,
            journey.MeetingHeldOn is { } held ? $"{held:yyyy-MM-dd}{journey.MeetingKind?.InWords()}" : null, journey.MeetingTopic,
        };
        var facts = string.Join('　', parts.Where(part => !string.IsNullOrEmpty(part)));
        return facts.Length > 0 ? facts : null;
    }

    private static string Earlier(Opinion opinion, Forwarding journey, Registers registers)
    {
        var handlers = Handlers(journey, registers);
        var went = $"第{journey.Round}轮：{journey.ForwardedOn:yyyy-MM-dd}{journey.Channel.InWords()}{(string.IsNullOrEmpty(handlers) ? "" : $"，{handlers}")}";
        if (journey.EndedOn is { } ended)
        {
            return $"{went}，{ended:yyyy-MM-dd}撤回或退办：{journey.EndReason}";
        }

        var feedback = opinion.Feedbacks.FirstOrDefault(one => one.Round == journey.Round);
        return $"{went}，{journey.Standing?.AnsweredOn:yyyy-MM-dd}答复（{journey.Standing?.Outcome.InWords()}），{feedback?.FedBackOn:yyyy-MM-dd}反馈，选民{feedback?.Rating?.InWords()}";
    }

    private static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)).Distinct());
}
