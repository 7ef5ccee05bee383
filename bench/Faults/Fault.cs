namespace VoterLiaison.Bench.Faults;

/// <summary>One way to break the app or what it stands on.</summary>
/// <param name="Name">By which it is run alone.</param>
/// <param name="What">Is done.</param>
/// <param name="Runs">How often, unless somebody says otherwise.</param>
/// <param name="BreakAsync">Does it, from the start of the app until everybody has finished; told which run it is, from 1; says what the run was like.</param>
internal sealed record Fault(string Name, string What, int Runs, Func<Arena, int, Task<string>> BreakAsync);
