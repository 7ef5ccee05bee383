using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>One opening of the form, sealed into its page: by it the same form sent twice is one submission with one code, and one sent the moment it was opened is looked at twice.</summary>
/// <param name="Seed">What that page knows and nothing that is kept.</param>
/// <param name="OpenedAt">UTC; null where the ticket is not ours.</param>
public sealed record SpeakTicket(byte[] Seed, DateTime? OpenedAt)
{
    private const string Purpose = "VoterLiaison.Speak";
    private const int Bytes = 32;
    private const int FormBytes = 16;

    public static string Write(IDataProtectionProvider protection, DateTime at) =>
        protection.CreateProtector(Purpose).Protect($"{Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes))} {at.Ticks.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A ticket that was not ours is none; what came with it is taken all the same.</summary>
    public static SpeakTicket Read(IDataProtectionProvider protection, string? written)
    {
        try
        {
            var parts = protection.CreateProtector(Purpose).Unprotect(written ?? "").Split(' ');
            return new SpeakTicket(Convert.FromHexString(parts[0]), new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc));
        }
        catch (CryptographicException)
        {
            return new SpeakTicket(RandomNumberGenerator.GetBytes(Bytes), null);
        }
    }

    /// <summary>What is sent from this page: the same a second time is the same sending, anything else is another.</summary>
    public Sending SendingOf(SpeakForm form, IEnumerable<Developed> photos)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Seed);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(form with { Ticket = "" }));
        foreach (var photo in photos)
        {
            hash.AppendData(SHA256.HashData(photo.Content));
        }

        var sent = hash.GetHashAndReset();
        return new Sending(new Guid(sent.AsSpan(0, FormBytes)), ReceiptCode.Of(sent.AsSpan(FormBytes, ReceiptCode.Bytes)));
    }
}

/// <param name="Form">By which it is known again.</param>
/// <param name="Code">The code of its receipt. Whoever knows the other half of the hash knows nothing of this one.</param>
public sealed record Sending(Guid Form, string Code);
