namespace VoterLiaison.Dashboard.Books;

/// <summary>A book that was asked for and is not finished. Finished ones are in <see cref="FinishedBooks"/>.</summary>
/// <param name="Id">One for each click.</param>
/// <param name="Year">年度.</param>
/// <param name="Progress">Null while it waits for the one before it.</param>
/// <param name="Mishap">The number by which the log knows why it failed; null unless it did.</param>
public sealed record BookOrder(Guid Id, int Year, YearBookProgress? Progress = null, string? Mishap = null);
