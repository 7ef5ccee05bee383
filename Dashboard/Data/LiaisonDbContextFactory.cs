using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace VoterLiaison.Dashboard.Data;

/// <summary>For <c>dotnet ef migrations add</c> alone: it needs a model and no data folder.</summary>
internal sealed class LiaisonDbContextFactory : IDesignTimeDbContextFactory<LiaisonDbContext>
{
    public LiaisonDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LiaisonDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
