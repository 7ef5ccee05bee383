using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>Where keys for screens on the wall are made and revoked.</summary>
public sealed class DisplayKeyDesk(WriteDoor door, OpenConnections connections)
{
    private const int Bytes = 32;
    private const int HintLength = 6;
    private const int LongestName = 60;

    /// <summary>Makes a key of 256 random bits; only its hash is kept.</summary>
    /// <param name="name">Where the screen hangs.</param>
    public async Task<string> AddAsync(string name)
    {
        var written = name.Trim();
        if (written.Length is 0 or > LongestName)
        {
            throw new RuleBrokenException($"请写明大屏挂在哪里，不超过 {LongestName} 字。");
        }

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        await door.WriteAsync(Deed.ManageDisplayKeys, async writing =>
        {
            if (await writing.Db.DisplayKeys.AnyAsync(known => known.Name == written && known.RevokedAt == null))
            {
                throw new RuleBrokenException($"“{written}”已经有一个密钥。换一个名称，或先撤销原来的。");
            }

            writing.Db.Add(new DisplayKey(written, key[..HintLength], DisplayKeyHandler.HashOf(key), writing.At, writing.Who.Name));
            await writing.RecordAsync(AuditAct.DisplayKeyAdded, About(written, key[..HintLength]));
        });
        return key;
    }

    /// <summary>The key opens nothing any more, and screens that are connected with it are cut off at once.</summary>
    public async Task RevokeAsync(int id)
    {
        await door.WriteAsync(Deed.ManageDisplayKeys, async writing =>
        {
            var key = await writing.Db.DisplayKeys.SingleOrDefaultAsync(known => known.Id == id) ?? throw new RuleBrokenException($"没有第 {id} 号大屏密钥。");
            if (key.RevokedAt is not null)
            {
                throw new RuleBrokenException($"“{key.Name}”的密钥已经撤销。");
            }

            key.Revoke(writing.At);
            await writing.RecordAsync(AuditAct.DisplayKeyRevoked, About(key.Name, key.Hint));
        });
        connections.Cut(AccessClaims.OwnerOf(id));
    }

    private static string About(string name, string hint) => $"大屏密钥 {name}（{hint}…）";
}
