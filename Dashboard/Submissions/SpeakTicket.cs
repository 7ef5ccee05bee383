using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>One opening of the form: by it the same form sent twice is one submission, and one sent the moment it was opened is looked at twice.</summary>
/// <param name="Form">The form's own number.</param>
/// <param name="OpenedAt">UTC; null where the ticket is not ours.</param>
public sealed record SpeakTicket(Guid Form, DateTime? OpenedAt)
{
    private const string Purpose = "VoterLiaison.Speak";

    public static string Write(IDataProtectionProvider protection, DateTime at) =>
        protection.CreateProtector(Purpose).Protect($"{Guid.NewGuid():N} {at.Ticks.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A ticket that was not ours is none; what came with it is taken all the same.</summary>
    public static SpeakTicket Read(IDataProtectionProvider protection, string? written)
    {
        try
        {
            var parts = protection.CreateProtector(Purpose).Unprotect(written ?? "").Split(' ');
            return new SpeakTicket(Guid.ParseExact(parts[0], "N"), new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc));
        }
        catch (CryptographicException)
        {
            return new SpeakTicket(Guid.NewGuid(), null);
        }
    }
}
