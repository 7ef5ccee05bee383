using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Accounts;

/// <summary>Identity's store over the context of a transaction under way; what it changes is saved with the act.</summary>
internal sealed class AccountStore : UserOnlyStore<Account, LiaisonDbContext, int>
{
    public AccountStore(LiaisonDbContext db)
        : base(db) => AutoSaveChanges = false;
}
