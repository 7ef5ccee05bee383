using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Where receipts are made and recognised. A code is told once, to whoever gets the receipt; what is kept of it is a keyed hash.</summary>
internal static class ReceiptBook
{
    private static readonly ReceiptSecret NoSecret = ReceiptSecret.Make(); // before the first receipt there is none, and asking shall look the same
    private static readonly byte[] NoHash = new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>A code nobody has.</summary>
    public static string NewCode() => ReceiptCode.Of(RandomNumberGenerator.GetBytes(ReceiptCode.Bytes));

    /// <summary>Gives out the next number, within a transaction that is under way.</summary>
    /// <param name="db">The transaction's.</param>
    /// <param name="code">What opens it together with the number.</param>
    /// <param name="at">When, UTC; the number is of that year in the district.</param>
    /// <param name="make">Makes the receipt from its number and the hash of its code.</param>
    public static async Task<IssuedReceipt> IssueAsync(LiaisonDbContext db, string code, DateTime at, Func<string, byte[], Receipt> make)
    {
        var number = await NextNumberAsync(db, ChinaTime.DayOf(at).Year);
        var secret = await db.ReceiptSecrets.SingleOrDefaultAsync() ?? db.Add(ReceiptSecret.Make()).Entity;
        db.Add(make(number, secret.HashOf(number, ReceiptCode.Read(code)!)));
        return new IssuedReceipt(number, code, ChinaTime.DayOf(at));
    }

    /// <summary>The receipt somebody holds in hand; null for a wrong number and a wrong code alike, after the same work.</summary>
    public static async Task<Receipt?> FindAsync(LiaisonDbContext db, string? number, string? code, CancellationToken cancellationToken = default)
    {
        var (named, signs) = (ReadNumber(number), ReceiptCode.Read(code));
        var receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(known => known.Number == named && known.RevokedAt == null, cancellationToken);
        var secret = await db.ReceiptSecrets.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? NoSecret;
        var isRight = CryptographicOperations.FixedTimeEquals(secret.HashOf(named, signs ?? ""), receipt?.CodeHash ?? NoHash);
        return isRight && signs is not null ? receipt : null;
    }

    /// <summary>2026-0147 as it may be typed: full-width digits, any dash or none, spaces around.</summary>
    internal static string ReadNumber(string? written)
    {
        var digits = string.Concat((written ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit).Take(12));
        return digits.Length > 4 ? $"{digits[..4]}-{digits[4..]}" : digits;
    }

    /// <summary>A code as it is printed, 4 × 4; empty where it is none.</summary>
    internal static string Grouped(string? written) => ReceiptCode.Read(written) is { } signs ? string.Join(' ', signs.Chunk(4).Select(part => new string(part))) : "";

    private static async Task<string> NextNumberAsync(LiaisonDbContext db, int year)
    {
        var series = await db.ReceiptSeries.FindAsync(year);
        if (series is null)
        {
            series = new ReceiptSeries(year);
            db.ReceiptSeries.Add(series);
        }

        return series.Next();
    }
}

/// <summary>A receipt at the one moment its code is known.</summary>
/// <param name="Number">2026-0147.</param>
/// <param name="Code">4 × 4 signs.</param>
/// <param name="On">The day, in the district.</param>
public sealed record IssuedReceipt(string Number, string Code, DateOnly On);
