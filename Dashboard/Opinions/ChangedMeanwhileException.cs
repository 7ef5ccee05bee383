using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Someone else acted on the opinion after this person opened it. Says what, and keeps what was typed.</summary>
public sealed class ChangedMeanwhileException(IReadOnlyList<HistoryEntry> since) : RuleBrokenException(
    $"您打开以后，这件意见有了新的办理：{string.Join('；', since.Select(Said))}。您写的都还在，请看过最新情况再决定。")
{
    private static string Said(HistoryEntry entry) => $"{ChinaTime.At(entry.At):H:mm}　{entry.By}　{entry.Act.InWords()}";
}
