namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>A sheet whose rows are in the spool; <see cref="FilteredRows"/> counts those from the top to the last one that is no total.</summary>
internal sealed record SpooledSheet(Sheet Sheet, string Name, long Rows, long FilteredRows);
