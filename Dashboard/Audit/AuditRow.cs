using System.Linq.Expressions;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>One entry of the audit log in a list.</summary>
/// <param name="Id">From 1.</param>
/// <param name="At">UTC.</param>
/// <param name="Who">The person's name then.</param>
/// <param name="UserName">The account's user name now; null where there was no account.</param>
/// <param name="Role">The roles then, in words.</param>
/// <param name="Address">Where from.</param>
/// <param name="Act">What was done.</param>
/// <param name="About">To which object.</param>
/// <param name="Detail">What else is to be said.</param>
/// <param name="Result">Whether it was done.</param>
/// <param name="Hash">The entry's own.</param>
public sealed record AuditRow(
    int Id, DateTime At, string Who, string? UserName, string Role, string Address, AuditAct Act, string About, string Detail, AuditResult Result, string Hash)
{
    internal static Expression<Func<AuditEntry, AuditRow>> From(LiaisonDbContext db) => entry => new AuditRow(
        entry.Id, entry.At, entry.Who, db.Accounts.Where(account => account.Id == entry.AccountId).Select(account => account.UserName).FirstOrDefault(),
        entry.Role, entry.Address, entry.Act, entry.About, entry.Detail, entry.Result, entry.Hash);
}

/// <param name="Rows">Those of this page, the newest first.</param>
/// <param name="Total">How many the filter finds.</param>
public sealed record AuditPageOfRows(IReadOnlyList<AuditRow> Rows, int Total)
{
    public static AuditPageOfRows Nothing { get; } = new([], 0);
}
