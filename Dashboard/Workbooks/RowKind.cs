namespace VoterLiaison.Dashboard.Workbooks;

public enum RowKind
{
    Detail,
    Subtotal,
    Total,
}
