using System.Collections.Frozen;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Books;

/// <summary>表册范围: for whom a book is made, which decides what stands in it.</summary>
/// <param name="Reach">Only opinions within it are in the book, in rows and in numbers.</param>
/// <param name="Title">The part of the district it is, in words: 全区, 八角街道.</param>
/// <param name="VotersInFull">Names and telephones whole; otherwise masked.</param>
/// <param name="OwnDeputies">The deputies the reader is: 第七条, who spoke of their own work is not said to them.</param>
public sealed record BookScope(Reach Reach, string Title, bool VotersInFull, FrozenSet<int> OwnDeputies)
{
    /// <summary>The whole district, masked.</summary>
    public static BookScope Whole { get; } = new(Reach.All, "全区", VotersInFull: false, []);

    /// <summary>Whether somebody may have names and telephones whole: everywhere the book reaches, or not at all.</summary>
    public static bool MayBeInFull(Rights rights) => VotersInWords.MayBeInFull(rights);

    internal static string Masking(bool votersInFull) => votersInFull ? "选民信息未隐去" : "选民信息已隐去";

    internal VotersInWords Voters => new(VotersInFull, OwnDeputies);
}
