using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditQueries>()
        .AddScoped<AuditWorkbook>()
        .AddSingleton<SettingsInForce>()
        .AddSingleton<AuditKeeping>()
        .AddHostedService(provider => provider.GetRequiredService<AuditKeeping>());

    /// <summary>The book is fetched by a plain link, which needs no circuit. An address that asks for something unknown is none: it would give out more than was meant.</summary>
    public static void MapAudit(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Addresses.AuditExport, async (HttpRequest request, AuditWorkbook workbook, CancellationToken cancellationToken) =>
    {
        var asked = AuditAddress.Parse(request.QueryString.Value);
        if (asked.Ignored.Count > 0)
        {
            return Results.NotFound();
        }

        var (book, name) = await workbook.WriteAsync(asked.Filter, cancellationToken);
        return Results.File(book, MediaTypes.Excel, name);
    }).RequireAuthorization(nameof(Deed.ReadAudit));
}
