using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Closing;

/// <param name="MayClose">Whether the person may close and reopen.</param>
/// <param name="Years">Newest first.</param>
public sealed record ClosingYears(bool MayClose, IReadOnlyList<YearRow> Years);

/// <param name="Year">Which.</param>
/// <param name="Closings">Newest first.</param>
/// <param name="WhyNot">Why it cannot be closed now; null where it can.</param>
public sealed record YearRow(int Year, IReadOnlyList<ClosingRow> Closings, string? WhyNot)
{
    public ClosingRow? Standing => Closings.FirstOrDefault(closed => closed.Stands);
}

/// <summary>One closing of a year, standing or reopened, without what was frozen.</summary>
/// <param name="Year">Which year.</param>
/// <param name="Edition">第几次封账.</param>
/// <param name="AsOf">UTC.</param>
/// <param name="ClosedBy">Who closed it.</param>
/// <param name="ClosedAt">UTC.</param>
/// <param name="ReopenedAt">UTC; null while it stands.</param>
/// <param name="ReopenedBy">Who reopened it.</param>
/// <param name="ReopenedWhy">For which reason.</param>
public sealed record ClosingRow(int Year, int Edition, DateTime AsOf, string ClosedBy, DateTime ClosedAt, DateTime? ReopenedAt, string? ReopenedBy, string? ReopenedWhy)
{
    public bool Stands => ReopenedAt is null;

    /// <summary>封账截止: what is entered later for this day or before is late.</summary>
    public DateOnly CutOffOn => ClosedYear.LastDayOf(Year);
}

/// <summary>A closing, with the books that were frozen by it.</summary>
public sealed record ClosingWithBooks(ClosingRow Closing, IReadOnlyList<FrozenBookRow> Books);

/// <param name="Year">Which.</param>
/// <param name="Standing">Its closing, if it is closed.</param>
/// <param name="Books">Of all its closings, newest first.</param>
/// <param name="Differences">Where the numbers of today are others than those that were frozen.</param>
/// <param name="Beside">The year beside the one before.</param>
/// <param name="Late">What was entered late; null where it is not closed.</param>
/// <param name="Open">What is still open, for whoever may close it now; null otherwise.</param>
public sealed record YearView(int Year, ClosedYear? Standing, IReadOnlyList<FrozenBookRow> Books, IReadOnlyList<Difference> Differences, YearBeside Beside, LateView? Late, OpenThings? Open);

public sealed record FrozenBookRow(int Edition, bool Stands, string Title, int Rows, int Size, string Sha256, string Address);

/// <param name="Station">Where.</param>
/// <param name="Number">Which number.</param>
/// <param name="Frozen">As it was closed.</param>
/// <param name="Live">As it stands now.</param>
/// <param name="Rows">The address of the rows it counts now; null where no list is of just these.</param>
public sealed record Difference(string Station, FrozenNumber Number, int Frozen, int Live, string? Rows);

/// <param name="Frozen">Both as they were closed; otherwise both as they stand now.</param>
/// <param name="Rows">One for each number.</param>
public sealed record YearBeside(bool Frozen, IReadOnlyList<TotalRow> Rows);

public sealed record TotalRow(FrozenNumber Number, int Now, string? NowRows, int Before, string? BeforeRows);

/// <param name="Entries">How many there are.</param>
/// <param name="Line">How the balance goes on, in words.</param>
/// <param name="Page">Which page of them, from 1.</param>
/// <param name="Rows">Those of the page, newest first.</param>
public sealed record LateView(int Entries, string Line, int Page, IReadOnlyList<LateRow> Rows);

/// <param name="Id">Of the entry.</param>
/// <param name="Number">意见编号.</param>
/// <param name="Station">Where it was collected.</param>
/// <param name="Act">What was done.</param>
/// <param name="On">The day it was done.</param>
/// <param name="At">When it was entered, by the wall clock of the district.</param>
/// <param name="By">Who entered it.</param>
/// <param name="Note">In words, without who spoke.</param>
public sealed record LateRow(int Id, string Number, string Station, OpinionAct Act, DateOnly On, DateTime At, string By, string Note);

/// <summary>What is looked through before a year is closed.</summary>
/// <param name="CarriedOver">年末未办结: goes over into the next year.</param>
/// <param name="ToForward">待转交.</param>
/// <param name="AwaitingFeedback">待反馈.</param>
/// <param name="Sessions">Receptions of the year that were neither entered nor cancelled.</param>
/// <param name="Waiting">来件 of the year that nobody took in.</param>
/// <param name="Parked">来件 of the year that were put aside.</param>
public sealed record OpenThings(int CarriedOver, int ToForward, int AwaitingFeedback, int Sessions, int Waiting, int Parked);
