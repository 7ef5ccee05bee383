using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Access;

/// <summary>Nobody is signed in here any more, or something must be done first.</summary>
public sealed class NotAdmittedException(string sentence) : RuleBrokenException(sentence);

/// <summary>Something outside the person's scope, or not theirs to do. It says no more than if there were no such thing; the audit log says what was tried.</summary>
/// <param name="sentence">For the person.</param>
/// <param name="about">For the audit log.</param>
public sealed class OutOfReachException(string sentence, string about) : RuleBrokenException(sentence)
{
    public string About { get; } = about;
}
