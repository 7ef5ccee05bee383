namespace VoterLiaison.Dashboard.Opinions.Acts;

/// <summary>The opinion a dialog acts on, and how to see it anew when someone else acted meanwhile.</summary>
public sealed record AtHand(OpinionDetail Detail, Func<Task<OpinionDetail>> ReloadAsync);
