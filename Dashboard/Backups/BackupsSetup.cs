namespace VoterLiaison.Dashboard.Backups;

internal static class BackupsSetup
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton<BackupTaking>()
        .AddSingleton<BackupShelf>()
        .AddSingleton<BackupRounds>()
        .AddHostedService(provider => provider.GetRequiredService<BackupRounds>());
}
