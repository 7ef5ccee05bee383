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
    private readonly List<OfficeChange> _officeChanges = [];

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

    /// <summary>公布的联系方式; empty where the number of the deputy's first station is published. Never a private mobile by default.</summary>
    public string PublicContact { get; private set; } = "";

    public OfficeStatus Status { get; private set; } = OfficeStatus.InOffice;

    /// <summary>Since when the status stands; null while it never changed.</summary>
    public DateOnly? StatusSince { get; private set; }

    /// <summary>驻站: the stations where this deputy receives voters.</summary>
    public IReadOnlyList<DeputyStation> Stations => _stations;

    /// <summary>任职变动, in the order they were entered.</summary>
    public IReadOnlyList<OfficeChange> OfficeChanges => _officeChanges;

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

    public void NoLongerReceivesAt(int stationId) => _stations.RemoveAll(station => station.StationId == stationId);

    /// <summary>驻站: exactly these stations from now on.</summary>
    public void ReceivesAtOnly(IReadOnlyCollection<int> stationIds)
    {
        _stations.RemoveAll(station => !stationIds.Contains(station.StationId));
        foreach (var id in stationIds)
        {
            ReceivesAt(id);
        }
    }

    /// <summary>What is known and published of the deputy now.</summary>
    public DeputyFacts AsDescribed() => new()
    {
        Name = Name,
        Term = Term,
        UnitId = UnitId,
        ElectoralDistrictId = ElectoralDistrictId,
        ElectingBody = ElectingBody,
        Post = Post,
        PublicContact = PublicContact,
    };

    /// <summary>Changes what is known and published of the deputy. The certificate number stays.</summary>
    /// <exception cref="RuleBrokenException">The name is missing, a district deputy has no electoral district, or a city deputy no electing body.</exception>
    public void Describe(DeputyFacts facts)
    {
        Name = Rule.Written(facts.Name, "请填写代表姓名。");
        Rule.Require(facts.Term > 0, "请填写届次。");
        Rule.Require(Level is not DeputyLevel.District || facts.ElectoralDistrictId is not null, "区人大代表要写明选区。");
        ElectingBody = Level is DeputyLevel.City ? Rule.Written(facts.ElectingBody, "市人大代表要写明选举单位。") : null;
        ElectoralDistrictId = Level is DeputyLevel.District ? facts.ElectoralDistrictId : null;
        (Term, UnitId, Post, PublicContact) = (facts.Term, facts.UnitId, facts.Post.Trim(), facts.PublicContact.Trim());
    }

    /// <summary>任职变动: suspended, resigned, recalled, ended, or in office again.</summary>
    /// <exception cref="RuleBrokenException">The change lies before the last one, or changes nothing.</exception>
    public void ChangeStatus(OfficeStatus status, DateOnly since, string note = "")
    {
        Rule.Require(status != Status, $"{Name}的任职状态本来就是这样，没有变动。");
        Rule.Require(StatusSince is null || since >= StatusSince, $"{Name}的任职状态在{StatusSince:yyyy年M月d日}已经变过，新的日期不能更早。");
        Status = status;
        StatusSince = since;
        _officeChanges.Add(new OfficeChange(status, since, note.Trim()));
    }
}

/// <summary>What is known and published of a deputy.</summary>
public sealed record DeputyFacts
{
    public required string Name { get; init; }

    /// <summary>届.</summary>
    public required int Term { get; init; }

    /// <summary>街道或者联组; null for those of no street.</summary>
    public int? UnitId { get; init; }

    /// <summary>Of a district deputy.</summary>
    public int? ElectoralDistrictId { get; init; }

    /// <summary>Of a city deputy.</summary>
    public string? ElectingBody { get; init; }

    public string Post { get; init; } = "";

    public string PublicContact { get; init; } = "";
}

/// <summary>任职变动.</summary>
public sealed class OfficeChange
{
    internal OfficeChange(OfficeStatus status, DateOnly since, string note)
    {
        (Status, Since, Note) = (status, since, note);
    }

    public int Id { get; private set; }

    public int DeputyId { get; private set; }

    public OfficeStatus Status { get; private set; }

    public DateOnly Since { get; private set; }

    public string Note { get; private set; }
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
