namespace VoterLiaison.Dashboard.Data;

/// <summary>The data folder or its database cannot be worked with, and nothing of it was touched. The message is a sentence for the administrator that says what to do.</summary>
public sealed class DataUnusableException(string sentence, Exception? why = null) : Exception(sentence, why);
