using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A book that was asked for and is not finished. Finished ones are in <see cref="FinishedBooks"/>.</summary>
/// <param name="Id">One for each click.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Who">Who asked.</param>
/// <param name="Shelf">Where it will stand.</param>
/// <param name="Scope">For whom it is made, and of which part of the district.</param>
/// <param name="Progress">Null while it waits for the one before it.</param>
/// <param name="Refusal">Why it could not be made, in words; null unless it ended so.</param>
public sealed record BookOrder(Guid Id, BookRequest Request, Actor Who, Shelf Shelf, BookScope Scope, YearBookProgress? Progress = null, string? Refusal = null)
{
    /// <summary>2026年度表册（八角街道）.</summary>
    public string Title => Request.Part.IsAll ? Request.Period.FileTitle : $"{Request.Period.FileTitle}（{Scope.Title}）";

    internal bool IsSameBookAs(BookOrder other) => (Request, Shelf) == (other.Request, other.Shelf);
}
