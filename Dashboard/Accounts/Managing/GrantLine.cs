using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Accounts.Managing;

/// <summary>One row of the rights in a form: a role, and of what.</summary>
public sealed class GrantLine
{
    private Role? _role;

    public Role? Role
    {
        get => _role;
        set => (_role, ScopeId) = (value, value == _role ? ScopeId : null);
    }

    public int? ScopeId { get; set; }

    public static GrantLine Of(Grant grant) => new() { Role = grant.Role, ScopeId = grant.UnitId ?? grant.StationId ?? grant.DeputyId };

    /// <exception cref="RuleBrokenException">The role, or of what, is not chosen.</exception>
    public Grant ToGrant() => Grant.Of(Role ?? throw new RuleBrokenException("请选择权限，或去掉空着的一项。"), ScopeId, ScopeId, ScopeId);
}
