using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Accounts;

/// <summary>授权: that an account holds a role over a unit, a station or a deputy's own items.</summary>
public sealed class Grant
{
    private Grant(Role role, int? unitId, int? stationId, int? deputyId)
    {
        Role = role;
        UnitId = unitId;
        StationId = stationId;
        DeputyId = deputyId;
    }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public Role Role { get; private set; }

    /// <summary>Of unit staff.</summary>
    public int? UnitId { get; private set; }

    /// <summary>Of station staff.</summary>
    public int? StationId { get; private set; }

    /// <summary>Which deputy the person is.</summary>
    public int? DeputyId { get; private set; }

    /// <exception cref="RuleBrokenException">What the role is held over is missing, or something else is named.</exception>
    public static Grant Of(Role role, int? unitId = null, int? stationId = null, int? deputyId = null)
    {
        Rule.Require(role is not Role.UnitStaff || unitId is not null, "单位工作人员要写明是哪个单位。");
        Rule.Require(role is not Role.StationStaff || stationId is not null, "家站工作人员要写明是哪个家站。");
        Rule.Require(role is not Role.Deputy || deputyId is not null, "代表账号要写明是哪位代表。");
        return new Grant(
            role,
            role is Role.UnitStaff ? unitId : null,
            role is Role.StationStaff ? stationId : null,
            role is Role.Deputy ? deputyId : null);
    }

    public bool IsSameAs(Grant other) => (Role, UnitId, StationId, DeputyId) == (other.Role, other.UnitId, other.StationId, other.DeputyId);
}
