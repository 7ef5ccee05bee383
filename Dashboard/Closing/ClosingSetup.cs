using System.Text;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Closing;

internal static class ClosingSetup
{
    public static IServiceCollection AddClosing(this IServiceCollection services) => services
        .AddSingleton<YearClosing>()
        .AddSingleton<ClosingBench>()
        .AddScoped<ClosingDesk>()
        .AddScoped<ClosingQueries>()
        .AddHostedService(provider => provider.GetRequiredService<ClosingBench>());

    /// <summary>A frozen book is fetched by a plain link: the very bytes that were frozen, or a sentence if they no longer are these.</summary>
    public static void MapClosing(this WebApplication app) => app.MapGet(
        Addresses.FrozenBookPattern,
        async (int year, int edition, string part, ClosingDesk desk, CancellationToken cancellationToken) => await desk.FetchAsync(year, edition, part, cancellationToken) switch
        {
            null => Results.NotFound(),
            { Content: { } content } book => Results.File(content, MediaTypes.Excel, book.Name),
            { } damaged => Results.Text(damaged.DamagedInWords, "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status409Conflict),
        }).RequireAuthorization(nameof(Deed.ExportBooks));
}
