using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Books;

/// <summary>Where one account's books stand. Who may see more, or less, than when a book was made has another shelf, and is not offered the old one's.</summary>
/// <param name="Folder">Its folder in the folder of books: the account, and a key of all that decides what stands in its books.</param>
public sealed record Shelf(string Folder)
{
    public static Shelf Of(Actor who, Rights rights)
    {
        var reach = rights.For(Deed.ExportBooks);
        var decides = string.Create(
            CultureInfo.InvariantCulture,
            $"{reach.Everything}|{Ids(reach.Stations)}|{Ids(reach.Deputies)}|{BookScope.MayBeInFull(rights)}|{Ids(rights.OwnDeputies)}|{(who.AccountId is null ? who.Name : "")}");
        return new Shelf(string.Create(CultureInfo.InvariantCulture, $"{who.AccountId ?? 0}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(decides)))[..16]}"));
    }

    private static string Ids(IEnumerable<int> ids) => string.Join(',', ids.Order());
}
