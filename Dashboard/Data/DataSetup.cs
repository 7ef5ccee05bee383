using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Seeding;

namespace VoterLiaison.Dashboard.Data;

internal static class DataSetup
{
    public static IServiceCollection AddLiaisonData(this IServiceCollection services) => services
        .AddSingleton<DataFolder>()
        .AddSingleton<ChangeSignal>()
        .AddSingleton<RingOnCommit>()
        .AddSingleton<Reserve>()
        .AddSingleton<LiaisonStore>()
        .AddSingleton<WriteWatch>()
        .AddSingleton<BatchWriter>()
        .AddSingleton<ReferenceData>()
        .AddSingleton<Demonstration>()
        .AddSingleton<FolderLock>()
        .AddSingleton<Residue>()
        .AddSingleton<DatabaseBackup>()
        .AddSingleton<Restoration>()
        .AddSingleton<Database>()
        .AddHostedService<DatabaseClosing>()
        .AddDbContextFactory<LiaisonDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<DataFolder>().ConnectionString)
            .AddInterceptors(new SqlitePragmas(), provider.GetRequiredService<RingOnCommit>()));
}
