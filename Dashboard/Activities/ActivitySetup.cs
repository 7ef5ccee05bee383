using VoterLiaison.Dashboard.Activities.Ledgers;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Activities;

internal static class ActivitySetup
{
    public static IServiceCollection AddActivities(this IServiceCollection services) => services
        .AddScoped<SessionDesk>()
        .AddScoped<SessionQueries>()
        .AddScoped<LedgerQueries>()
        .AddScoped<LedgerFiles>();

    /// <summary>The ledgers are fetched by plain links, which need no circuit. An address that cannot be read is none: it would give out more than was meant.</summary>
    public static void MapActivities(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Addresses.LedgerBookPattern, (string? from, string? to, string? unit, string? station, string? voters, LedgerFiles files, TimeProvider clock, CancellationToken cancellationToken) =>
            SendAsync(LedgerFilter.Of(from, to, unit, station, clock.Today()), MediaTypes.Excel, filter => files.BookAsync(filter, voters == Addresses.InFull, cancellationToken))).RequireAuthorization(nameof(Deed.ExportBooks));
        endpoints.MapGet(Addresses.RegisterBookPattern, (string? from, string? to, string? unit, string? station, string? which, LedgerFiles files, TimeProvider clock, CancellationToken cancellationToken) =>
            SendAsync(LedgerFilter.Of(from, to, unit, station, clock.Today()), MediaTypes.Excel, filter => files.RegisterBookAsync(filter, which == Addresses.Everything, cancellationToken))).RequireAuthorization(nameof(Deed.ExportBooks));
        endpoints.MapGet(Addresses.RegisterTextPattern, (string? from, string? to, string? unit, string? station, string? which, LedgerFiles files, TimeProvider clock, CancellationToken cancellationToken) =>
            SendAsync(LedgerFilter.Of(from, to, unit, station, clock.Today()), "text/csv; charset=utf-8", filter => files.RegisterTextAsync(filter, which == Addresses.Everything, cancellationToken))).RequireAuthorization(nameof(Deed.ExportBooks));
    }

    private static async Task<IResult> SendAsync(LedgerFilter? filter, string type, Func<LedgerFilter, Task<LedgerFile>> write)
    {
        if (filter is null)
        {
            return Results.NotFound();
        }

        try
        {
            var file = await write(filter);
            return Results.File(file.Content, type, file.Name);
        }
        catch (Access.OutOfReachException)
        {
            return Results.NotFound(); // an address is as if there were none
        }
    }
}
