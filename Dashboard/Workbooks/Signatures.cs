namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>The last line of a table: 填表人, 审核人, 联系电话, 填报日期. What is empty is left to be written by hand.</summary>
public sealed record Signatures(DateOnly ReportedOn, string PreparedBy = "", string ReviewedBy = "", string Phone = "");
