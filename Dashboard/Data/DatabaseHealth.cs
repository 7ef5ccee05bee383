using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Ready means that the database answers and is of this version.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<LiaisonDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("The database is not of this version.")
            : HealthCheckResult.Healthy();
    }
}
