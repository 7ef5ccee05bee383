using System.Globalization;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Notices;

/// <summary>办理公示 while it is written. It begins with the days, the category and the organ, and never with the voter's words.</summary>
public sealed class NoticeForm
{
    private const char ToBeContinued = '：';

    public string Title { get; set; } = "";

    public string Asked { get; set; } = "";

    public string Done { get; set; } = "";

    public static NoticeForm Of(OpinionDetail detail)
    {
        var opinion = detail.Opinion;
        return new NoticeForm
        {
            Asked = $"{Month(opinion.CollectedOn)}，有居民反映{(detail.Category is { } category ? $"{category.Name}方面" : "")}的问题{ToBeContinued}",
            Done = opinion.CurrentForwarding?.Standing is { } answer
                ? $"{Day(answer.AnsweredOn)}，{detail.LeadOrgan?.Name ?? "有关单位"}答复{ToBeContinued}"
                : $"{Day(opinion.AwaitingFeedbackSince ?? opinion.ConcludedOn ?? opinion.CollectedOn)}，代表向居民作了解释{ToBeContinued}",
        };
    }

    /// <exception cref="RuleBrokenException">A text still is only its beginning.</exception>
    public void RequireFinished()
    {
        Rule.Require(!Asked.TrimEnd().EndsWith(ToBeContinued), "“反映的问题”还只有开头，请接着写完。");
        Rule.Require(!Done.TrimEnd().EndsWith(ToBeContinued), "“办理结果”还只有开头，请接着写完。");
    }

    private static string Month(DateOnly day) => day.ToString("yyyy年M月", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
