using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Books;

public static class BooksSetup
{
    public static IServiceCollection AddBooks(this IServiceCollection services) => services
        .AddSingleton<YearBook>()
        .AddSingleton<FinishedBooks>()
        .AddSingleton<BookBindery>()
        .AddScoped<BookDesk>()
        .AddHostedService(provider => provider.GetRequiredService<BookBindery>())
        .AddHostedService<BookClearance>();

    /// <summary>A finished book is fetched by a plain link, which needs no circuit. Somebody else's is not there.</summary>
    public static void MapBooks(this WebApplication app) => app.MapGet(
        $"{Addresses.Books}/{{name}}",
        async (string name, BookDesk desk, FinishedBooks books, CancellationToken cancellationToken) =>
            await desk.FetchAsync(name, cancellationToken) is { } book ? Results.File(books.PathOf(book), MediaTypes.Excel, book.DownloadName) : Results.NotFound()).RequireAuthorization(nameof(Deed.ExportBooks));
}
