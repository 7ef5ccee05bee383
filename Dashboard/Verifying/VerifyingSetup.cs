namespace VoterLiaison.Dashboard.Verifying;

internal static class VerifyingSetup
{
    public static IServiceCollection AddVerifying(this IServiceCollection services) => services.AddSingleton<Verification>();
}
