using Microsoft.AspNetCore.Identity;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Data.Accounts;

/// <summary>账号: one person who may sign in. Moments are UTC.</summary>
public sealed class Account : IdentityUser<int>
{
    private readonly List<Grant> _grants = [];
    private readonly List<FormerPassword> _formerPasswords = [];

    /// <summary>姓名, as histories and the audit log name the person.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the account may do and how far.</summary>
    public IReadOnlyList<Grant> Grants => _grants;

    public IReadOnlyList<FormerPassword> FormerPasswords => _formerPasswords;

    public DateTime CreatedAt { get; set; }

    /// <summary>Since when nobody may sign in with it; null while it is in use.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Someone else chose the password: nothing can be done before the person has chosen one.</summary>
    public bool MustChangePassword { get; set; }

    public DateTime? PasswordSetAt { get; set; }

    public DateTime? LastSignedInAt { get; set; }

    /// <summary>The half minute, counted from 1970, whose one-time code was accepted last; neither it nor an older one opens anything again.</summary>
    public string? LastCode { get; set; }

    /// <summary>Came with the demonstration; its password is no secret.</summary>
    public bool IsDemonstration { get; init; }

    public void Hold(Grant grant)
    {
        if (!_grants.Exists(held => held.IsSameAs(grant)))
        {
            _grants.Add(grant);
        }
    }

    public void LetGo(Grant grant) => _grants.Remove(grant);

    /// <summary>Remembers a password that may not be chosen again soon.</summary>
    public void Remember(string hash, DateTime at, int many)
    {
        _formerPasswords.Add(new FormerPassword(hash, at));
        _formerPasswords.RemoveRange(0, Math.Max(0, _formerPasswords.Count - many));
    }
}

/// <summary>A password used before, as its hash.</summary>
public sealed class FormerPassword(string hash, DateTime setAt)
{
    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public string Hash { get; private set; } = hash;

    public DateTime SetAt { get; private set; } = setAt;
}
