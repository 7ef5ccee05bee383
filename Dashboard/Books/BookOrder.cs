using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A book that was asked for and is not finished. Finished ones are in <see cref="FinishedBooks"/>.</summary>
/// <param name="Id">One for each click.</param>
/// <param name="Year">年度.</param>
/// <param name="Who">Who asked.</param>
/// <param name="Shelf">Where it will stand.</param>
/// <param name="Scope">For whom it is made.</param>
/// <param name="Progress">Null while it waits for the one before it.</param>
/// <param name="Mishap">The number by which the log knows why it failed; null unless it did.</param>
public sealed record BookOrder(Guid Id, int Year, Actor Who, Shelf Shelf, BookScope Scope, YearBookProgress? Progress = null, string? Mishap = null)
{
    internal bool IsSameBookAs(BookOrder other) => (Year, Shelf, Scope.VotersInFull) == (other.Year, other.Shelf, other.Scope.VotersInFull);
}
