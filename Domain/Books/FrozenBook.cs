using System.Security.Cryptography;

namespace VoterLiaison.Domain.Books;

/// <summary>封存的表册: the very bytes that were made when the year was closed, of the district or of one unit. It is never made anew.</summary>
public sealed class FrozenBook
{
    private FrozenBook(int closedYearId, int? unitId, string title, int rows, int size, string sha256)
    {
        (ClosedYearId, UnitId, Title) = (closedYearId, unitId, title);
        (Rows, Size, Sha256) = (rows, size, sha256);
    }

    public int Id { get; private set; }

    public int ClosedYearId { get; private set; }

    /// <summary>Null: of the whole district.</summary>
    public int? UnitId { get; private set; }

    /// <summary>The stations it is of, as the unit had them then; empty where it is of the whole district.</summary>
    public IReadOnlyList<int> StationIds { get; private set; } = [];

    /// <summary>The part of the district in words: 全区, 八角街道.</summary>
    public string Title { get; private set; }

    /// <summary>Of its ledgers.</summary>
    public int Rows { get; private set; }

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    /// <summary>Of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; }

    public byte[] Content { get; private set; } = [];

    /// <summary>Whether the bytes still are those that were frozen.</summary>
    public bool IsIntact => HashOf(Content) == Sha256;

    public static FrozenBook Of(ClosedYear year, FrozenPart part, int rows, byte[] content) =>
        new(year.Id, part.UnitId, part.Title, rows, content.Length, HashOf(content)) { StationIds = [.. part.StationIds], Content = content };

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>The part of the district a frozen book is of.</summary>
/// <param name="UnitId">Null: all of it.</param>
/// <param name="StationIds">The stations of the unit.</param>
/// <param name="Title">In words.</param>
public sealed record FrozenPart(int? UnitId, IReadOnlyList<int> StationIds, string Title);
