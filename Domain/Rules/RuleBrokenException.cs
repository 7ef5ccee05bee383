namespace VoterLiaison.Domain.Rules;

/// <summary>An act the Measures (办法) do not allow. The message is written for the person who tried it, and is shown as it is.</summary>
public class RuleBrokenException(string message) : Exception(message);
