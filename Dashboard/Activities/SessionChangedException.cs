using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Activities;

/// <summary>Someone else changed the reception after this person opened it. Says how it stands now, and keeps what was typed.</summary>
public sealed class SessionChangedException(ContactSession session) : RuleBrokenException(
    $"您打开以后，别人改过这一场：现在{session.Status.InWords()}，{session.InWords()}，{session.Place}。您写的都还在，请看过再决定。")
{
    /// <summary>How it stands now; whoever has read the sentence acts on this.</summary>
    public int Version { get; } = session.Version;
}
