using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>答复内容 as our own books write it: the lead's answer, and below it every further word with who spoke and when. Any other text is one answer.</summary>
/// <remarks>Written by <c>Books/OpinionInWords</c>.</remarks>
internal static partial class OwnAnswers
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The pieces in their order; the lead's may be lacking, where only a co-handler has answered.</summary>
    public static IReadOnlyList<OwnAnswer> Of(string reply)
    {
        List<Match> further = [.. Further().Matches(reply).Where(match => DateOnly.TryParseExact(match.Groups["on"].ValueSpan, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))];
        var lead = further is [var first, ..] ? reply[..first.Index] : reply;
        return
        [
            .. lead.Length > 0 ? new[] { new OwnAnswer(AnswerKind.Lead, "", null, lead) } : [],
            .. further.Select((match, place) => new OwnAnswer(
                match.Groups["organ"].Success ? AnswerKind.Beside : AnswerKind.Supplement,
                match.Groups["organ"].Value,
                DateOnly.ParseExact(match.Groups["on"].ValueSpan, Day, CultureInfo.InvariantCulture),
                reply[(match.Index + match.Length)..(place + 1 < further.Count ? further[place + 1].Index : reply.Length)])),
        ];
    }

    [GeneratedRegex("(?:^|\\n)【(?:补充答复|(?<organ>[^】\\n]+?)协办答复) (?<on>[0-9]{4}-[0-9]{2}-[0-9]{2})】")]
    private static partial Regex Further();
}

/// <param name="Kind">Whose word.</param>
/// <param name="Organ">Of a co-handler.</param>
/// <param name="On">The day; null for the lead's answer, whose day has a column of its own.</param>
/// <param name="Text">What was said.</param>
internal sealed record OwnAnswer(AnswerKind Kind, string Organ, DateOnly? On, string Text);
