using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>A new unit, as a person writes it.</summary>
public sealed record UnitForm
{
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public string ShortName { get; set; } = "";
    public LiaisonUnitKind? Kind { get; set; }
}

/// <summary>An electoral district, as a person writes it.</summary>
public sealed record DistrictForm
{
    public int Number { get; set; }
    public string Name { get; set; } = "";
    public int? UnitId { get; set; }
    public string Communities { get; set; } = "";

    public static DistrictForm Of(ElectoralDistrict district) => new()
    {
        Number = district.Number,
        Name = district.Name,
        UnitId = district.UnitId,
        Communities = district.Communities,
    };
}

/// <summary>An organ, as a person writes it.</summary>
public sealed record OrganForm
{
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public string ShortName { get; set; } = "";
    public OrganKind? Kind { get; set; }

    public static OrganForm Of(Organ organ) => new() { Code = organ.Code, Name = organ.Name, ShortName = organ.ShortName, Kind = organ.Kind };
}
