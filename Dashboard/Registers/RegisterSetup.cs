namespace VoterLiaison.Dashboard.Registers;

internal static class RegisterSetup
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddScoped<RegisterDesk>()
        .AddScoped<RegisterQueries>()
        .AddScoped<RosterDesk>();

    /// <summary>The roster's template, fetched by a plain link, which needs no circuit.</summary>
    public static void MapRegisters(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        Addresses.RosterTemplate,
        () => Results.File(RosterFile.Template(), MediaTypes.Excel, "代表名册样表.xlsx"))
        .RequireAuthorization(nameof(Domain.Accounts.Deed.KeepRegisters));
}
