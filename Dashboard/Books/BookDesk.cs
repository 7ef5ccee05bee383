using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Late;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Books;

/// <summary>A person's own books: orders them, lists them and hands them out. Each time the database says what the person may have.</summary>
public sealed class BookDesk(
    WriteDoor door, Doorkeeper doorkeeper, IDbContextFactory<LiaisonDbContext> contexts, YearBook books, BookBindery bindery, FinishedBooks finished)
{
    /// <summary>What the person may order and fetch at this moment.</summary>
    public async Task<OwnBooks> OwnAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var who = await doorkeeper.AdmitAsync(db, cancellationToken);
        var shelf = Shelf.Of(who.Actor, who.Rights);
        var reach = who.Rights.For(Deed.ExportBooks);
        return new OwnBooks(
            shelf,
            await StationDirectory.PartInWordsAsync(db, who.Rights, Deed.ExportBooks, cancellationToken),
            await BookParts.OfferedAsync(db, reach, cancellationToken),
            BookScope.MayBeInFull(who.Rights),
            who.Rights.May(Deed.PlanSessions),
            await db.YearsAsync(db.Opinions.Within(reach), cancellationToken),
            await db.StandingClosingsAsync(cancellationToken),
            reach.IsNothing ? [] : finished.On(shelf));
    }

    /// <summary>Asks for a book.</summary>
    /// <exception cref="OutOfReachException">The person may not export that part, or not with names and telephones whole.</exception>
    public async Task OrderAsync(BookRequest request)
    {
        var (who, scope) = await door.WriteAsync(Deed.ExportBooks, async writing => (writing.Who, await ScopeAsync(writing, request)));
        bindery.Order(request, who.Actor, Shelf.Of(who.Actor, who.Rights), scope);
    }

    /// <summary>Writes a book to a file of the caller's choosing.</summary>
    public async Task WriteAsync(BookRequest request, string path, IProgress<YearBookProgress>? progress, CancellationToken cancellationToken)
    {
        var (who, scope) = await door.WriteAsync(Deed.ExportBooks, async writing => (writing.Who, await ScopeAsync(writing, request)), cancellationToken);
        await books.WriteAsync(request.Period, scope, path, who.Actor, progress, cancellationToken);
    }

    /// <summary>Where a book of the person's own lies, once its fetching stands in the audit log; null where there is none of that name for them.</summary>
    public Task<FinishedBook?> FetchAsync(string name, CancellationToken cancellationToken = default) => door.WriteAsync(
        Deed.ExportBooks,
        async writing =>
        {
            var book = finished.On(Shelf.Of(writing.Who.Actor, writing.Who.Rights)).FirstOrDefault(own => own.Name == name);
            if (book is not null)
            {
                await writing.RecordAsync(AuditAct.BookFetched, book.Title, $"{book.Name}，{book.Masking}");
            }

            return book;
        },
        cancellationToken);

    private static async Task<BookScope> ScopeAsync(Writing writing, BookRequest request)
    {
        var rights = writing.Who.Rights;
        if (request.VotersInFull && !BookScope.MayBeInFull(rights))
        {
            throw new OutOfReachException("您的账号只能导出隐去选民信息的表册。", Deed.ExportVoters.InWords());
        }

        var (reach, title) = await BookParts.ResolveAsync(writing.Db, rights, request.Part, CancellationToken.None);
        return new BookScope(reach, title, request.VotersInFull, rights.OwnDeputies);
    }
}

/// <param name="Shelf">Where their books stand.</param>
/// <param name="Part">The part of the district their books are of, in words.</param>
/// <param name="Parts">What a book can be narrowed to.</param>
/// <param name="MayBeInFull">Whether they may ask for names and telephones whole.</param>
/// <param name="MayKeepLedgers">Whether the ledgers of receptions are open to them.</param>
/// <param name="Years">The years that have opinions there, newest first.</param>
/// <param name="Closed">The years that are closed.</param>
/// <param name="Finished">Newest first.</param>
public sealed record OwnBooks(
    Shelf Shelf, string Part, IReadOnlyList<NamedPart> Parts, bool MayBeInFull, bool MayKeepLedgers, IReadOnlyList<int> Years, IReadOnlyList<StandingClosing> Closed,
    IReadOnlyList<FinishedBook> Finished);
