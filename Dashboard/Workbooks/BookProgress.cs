namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>How far a book is: rows read from their source, then rows written into the file. Both count to the same number.</summary>
public sealed record BookProgress(long RowsRead, long RowsWritten, bool IsComplete);
