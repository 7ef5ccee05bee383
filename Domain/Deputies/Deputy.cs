using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Deputies;

/// <summary>人大代表. Two deputies may share a name; the certificate number tells them apart.</summary>
/// <remarks>
/// A district deputy was elected by an electoral district; a city deputy (第五条五) by an electing body and by no district.
/// Army and Shougang deputies belong to no street, so the unit may be missing.
/// </remarks>
public sealed class Deputy
{
    private readonly List<DeputyStation> _stations = [];

    private Deputy(string code, string name, DeputyLevel level, int term, int? unitId, int? electoralDistrictId, string? electingBody, string post)
    {
        Code = code;
        Name = name;
        Level = level;
        Term = term;
        UnitId = unitId;
        ElectoralDistrictId = electoralDistrictId;
        ElectingBody = electingBody;
        Post = post;
    }

    public int Id { get; private set; }

    /// <summary>代表证号, unique within the register.</summary>
    public string Code { get; private set; }

    public string Name { get; private set; }

    public DeputyLevel Level { get; private set; }

    /// <summary>届: the number of the congress's term.</summary>
    public int Term { get; private set; }

    public int? UnitId { get; private set; }

    public int? ElectoralDistrictId { get; private set; }

    /// <summary>选举单位, of a city deputy.</summary>
    public string? ElectingBody { get; private set; }

    /// <summary>单位和职务, as published.</summary>
    public string Post { get; private set; }

    public OfficeStatus Status { get; private set; } = OfficeStatus.InOffice;

    /// <summary>Since when the status stands; null while it never changed.</summary>
    public DateOnly? StatusSince { get; private set; }

    /// <summary>驻站: the stations where this deputy receives voters.</summary>
    public IReadOnlyList<DeputyStation> Stations => _stations;

    /// <summary>A deputy of the district congress.</summary>
    /// <exception cref="RuleBrokenException">The certificate number or the name is missing.</exception>
    public static Deputy OfDistrict(string code, string name, int term, int electoralDistrictId, int? unitId, string post) => new(
        Rule.Written(code, "请填写代表证号。"), Rule.Written(name, "请填写代表姓名。"), DeputyLevel.District, term, unitId, electoralDistrictId, null, post);

    /// <summary>A deputy of the municipal congress, who may be asked to carry an opinion (第六条五).</summary>
    /// <exception cref="RuleBrokenException">The certificate number, the name or the electing body is missing.</exception>
    public static Deputy OfCity(string code, string name, int term, string electingBody, int? unitId, string post) => new(
        Rule.Written(code, "请填写代表证号。"), Rule.Written(name, "请填写代表姓名。"), DeputyLevel.City, term, unitId, null,
        Rule.Written(electingBody, "市人大代表要写明选举单位。"), post);

    public void ReceivesAt(int stationId)
    {
        if (_stations.TrueForAll(station => station.StationId != stationId))
        {
            _stations.Add(new DeputyStation(stationId));
        }
    }

    /// <exception cref="RuleBrokenException">The change lies before the last one.</exception>
    public void ChangeStatus(OfficeStatus status, DateOnly since)
    {
        Rule.Require(StatusSince is null || since >= StatusSince, $"{Name}的任职状态在{StatusSince:yyyy年M月d日}已经变过，新的日期不能更早。");
        Status = status;
        StatusSince = since;
    }
}

/// <summary>One station where a deputy receives voters.</summary>
public sealed record DeputyStation(int StationId);

public enum DeputyLevel
{
    District = 1,
    City,
}

/// <summary>任职状态.</summary>
public enum OfficeStatus
{
    InOffice = 1,

    /// <summary>暂停执行职务.</summary>
    Suspended,

    /// <summary>辞职.</summary>
    Resigned,

    /// <summary>罢免.</summary>
    Recalled,

    /// <summary>资格终止.</summary>
    Ended,
}
