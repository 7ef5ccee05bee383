using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.TestKit;

/// <summary>What a clerk would key in, where a test does not care what.</summary>
public static class Acts
{
    /// <summary>The same opinion after so many more acts, for the next click.</summary>
    public static Seen Next(this Seen seen, int acts = 1) => seen with { Version = seen.Version + acts, Submission = Guid.NewGuid() };

    public static async Task<Seen> ForwardedAsync(this OpinionDesk desk, Seen seen, SmallDistrict district, DateOnly on)
    {
        await desk.ForwardAsync(seen, ToOrgan(district, on));
        return seen.Next();
    }

    public static async Task<Seen> AnsweredAsync(this OpinionDesk desk, Seen seen, DateOnly on, AnswerOutcome outcome = AnswerOutcome.Solved)
    {
        await desk.RecordAnswerAsync(seen, outcome, "已修复。", on);
        return seen.Next();
    }

    public static ForwardForm ToOrgan(SmallDistrict district, DateOnly on) => new()
    {
        Channel = ForwardingChannel.StateOrgan,
        On = on,
        Handlers = new HandlersForm { LeadOrganId = district.UrbanManagement.Id, CoHandlerIds = [district.Housing.Id] },
    };

    public static FeedbackFacts Told(DateOnly on, string explanation = "已说明。") => new(FeedbackMeans.Telephone, "顾砚清", explanation, on);
}
