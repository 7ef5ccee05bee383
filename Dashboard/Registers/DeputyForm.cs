using VoterLiaison.Domain.Deputies;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>A deputy, as a person writes it. The certificate number and the level are given once.</summary>
public sealed record DeputyForm
{
    public string Code { get; set; } = "";
    public DeputyLevel Level { get; set; } = DeputyLevel.District;
    public string Name { get; set; } = "";
    public int Term { get; set; }
    public int? UnitId { get; set; }
    public int? ElectoralDistrictId { get; set; }
    public string ElectingBody { get; set; } = "";
    public string Post { get; set; } = "";
    public string PublicContact { get; set; } = "";
    public List<int> StationIds { get; set; } = [];

    public DeputyFacts Facts => new()
    {
        Name = Name,
        Term = Term,
        UnitId = UnitId,
        ElectoralDistrictId = ElectoralDistrictId,
        ElectingBody = ElectingBody,
        Post = Post,
        PublicContact = PublicContact,
    };

    /// <summary>The deputy's stations must be loaded.</summary>
    public static DeputyForm Of(Deputy deputy) => new()
    {
        Code = deputy.Code,
        Level = deputy.Level,
        Name = deputy.Name,
        Term = deputy.Term,
        UnitId = deputy.UnitId,
        ElectoralDistrictId = deputy.ElectoralDistrictId,
        ElectingBody = deputy.ElectingBody ?? "",
        Post = deputy.Post,
        PublicContact = deputy.PublicContact,
        StationIds = [.. deputy.Stations.Select(link => link.StationId).Order()],
    };

    public bool Equals(DeputyForm? other) =>
        other is not null && (Code, Level) == (other.Code, other.Level) && Facts == other.Facts && StationIds.Order().SequenceEqual(other.StationIds.Order());

    public override int GetHashCode() => Facts.GetHashCode();
}
