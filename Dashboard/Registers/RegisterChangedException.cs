using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>Somebody changed the entry after this person opened it. Keeps what was typed; whoever has read the sentence acts on what stands now.</summary>
public sealed class RegisterChangedException(string name, object now) : RuleBrokenException($"您打开以后，别人改过{name}。您写的都还在，请到名册里看过再决定；再点一次，就以您写的为准。")
{
    /// <summary>How the entry stands now.</summary>
    public object Now { get; } = now;
}
