using VoterLiaison.Dashboard.Parts;

namespace VoterLiaison.Dashboard.Opinions;

internal static class OpinionSetup
{
    public static IServiceCollection AddOpinions(this IServiceCollection services) => services
        .AddScoped<OpinionDesk>()
        .AddScoped<Drafts>()
        .AddScoped<ChoiceQueries>()
        .AddScoped<OpinionQueries>()
        .AddScoped<ViewDesk>()
        .AddScoped<ViewQueries>()
        .AddSingleton<VoterRetention>()
        .AddHostedService<VoterRetentionBell>()
        .AddSingleton<LatenessNoting>()
        .AddHostedService<LatenessBell>()
        .AddSingleton<OfficeLimits>();
}
