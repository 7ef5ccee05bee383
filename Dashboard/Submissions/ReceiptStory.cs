namespace VoterLiaison.Dashboard.Submissions;

/// <summary>What became of it, as whoever holds the receipt reads it: plain words with dates, and nobody's name or phone.</summary>
/// <param name="Number">The receipt's.</param>
/// <param name="ReadOn">The day it is read.</param>
/// <param name="Verdict">The sentence one came for.</param>
/// <param name="Mark">What sort of sentence it is.</param>
/// <param name="Told">What stands under it.</param>
public sealed record ReceiptStory(string Number, DateOnly ReadOn, string Verdict, StoryMark Mark, string Told)
{
    /// <summary>The answers and explanations the voter may know, the latest first.</summary>
    public IReadOnlyList<StoryAnswer> Answers { get; init; } = [];

    /// <summary>The voter's own words, whole.</summary>
    public string Words { get; init; } = "";

    public IReadOnlyList<StoryStep> Steps { get; init; } = [];

    /// <summary>The voter was told and has not said yet what they think of it.</summary>
    public bool MayRate { get; init; }

    /// <summary>What remains to be said at the end.</summary>
    public string? Note { get; init; }
}

/// <param name="Title">Whose word it is, or what it is.</param>
/// <param name="Text">As it was given.</param>
/// <param name="Small">Since when, and how it was told.</param>
public sealed record StoryAnswer(string Title, string Text, string Small)
{
    public IEnumerable<string> Paragraphs => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <param name="On">The day; null for now.</param>
/// <param name="Text">What happened.</param>
/// <param name="Mark">Done, going on, or ahead.</param>
public sealed record StoryStep(DateOnly? On, string Text, StoryMark Mark = StoryMark.Done);

public enum StoryMark
{
    /// <summary>Done, a tick.</summary>
    Done,

    /// <summary>It cannot be done, or belongs elsewhere.</summary>
    Calm,

    /// <summary>Under way.</summary>
    UnderWay,

    /// <summary>Later than was said.</summary>
    Late,

    /// <summary>Still to come.</summary>
    Ahead,
}
