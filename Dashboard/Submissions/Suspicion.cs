using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What looks like no voter's writing. It is only put aside for a person to look at; who sent it gets the same receipt.</summary>
internal static partial class Suspicion
{
    private const int ManyLinks = 3;
    private const int LongEnough = 60;
    private const int FewSigns = 6;

    private static readonly TimeSpan TooFast = TimeSpan.FromSeconds(3);

    /// <summary>Why it is put aside; null where nothing is strange.</summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="openedAt">When the form was opened; null where nobody opened it here.</param>
    /// <param name="at">When it came.</param>
    public static string? Why(SpeakForm form, DateTime? openedAt, DateTime at) =>
        form.Trap.Length > 0 ? "填了人看不见的一栏，像是程序写的。"
        : openedAt is null ? "不是从提意见的页面上提交的。"
        : form.AskedAgain ? "浏览器不保存本站的标记，分不清是不是从提意见的页面上提交的。"
        : at - openedAt < TooFast ? "打开页面不到3秒就提交了，像是程序写的。"
        : Link().Count(form.Words) >= ManyLinks ? "里面有好几个网址，像是广告。"
        : IsRepetition(form.Words) ? "反复是同样的几个字。"
        : null;

    private static bool IsRepetition(string words) =>
        words.Length >= LongEnough && (words.EnumerateRunes().Distinct().Count() <= FewSigns || HasOneLine(words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static bool HasOneLine(string[] lines) => lines.Length >= FewSigns && lines.Distinct().Count() == 1;

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
