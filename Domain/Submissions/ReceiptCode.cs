using System.Text;

namespace VoterLiaison.Domain.Submissions;

/// <summary>查询码: 80 bits in Crockford's base 32, written 4 × 4. Whoever has number and code may read what became of it; nobody else.</summary>
public static class ReceiptCode
{
    /// <summary>How many random bytes make a code.</summary>
    public const int Bytes = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;

    /// <summary>7KQM 2XHD 9VRT 4WNP.</summary>
    /// <exception cref="ArgumentException">There are not ten bytes.</exception>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes)
        {
            throw new ArgumentException($"A code is made of {Bytes} bytes.", nameof(random));
        }

        var code = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in random)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                code.Append(code.Length % 5 == 4 ? " " : "").Append(Alphabet[(held >> bits) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return code.ToString();
    }

    /// <summary>The sixteen signs as they were meant: case, spaces and hyphens do not matter; O is 0, I and L are 1. Null when it cannot be a code.</summary>
    public static string? Read(string? written)
    {
        var signs = new StringBuilder();
        foreach (var sign in (written ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            var meant = sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign };
            if (Alphabet.Contains(meant, StringComparison.Ordinal))
            {
                signs.Append(meant);
            }
            else if (!char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '—' or '_' or '.'))
            {
                return null;
            }
        }

        return signs.Length == Length ? signs.ToString() : null;
    }
}
