using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>How rosters write units, stations, districts and states of office: 八角街道, 八角, 首钢联组, 第31选区, 31.</summary>
internal sealed partial class RosterNames(IReadOnlyList<LiaisonUnit> units, IReadOnlyList<Station> stations, IReadOnlyList<ElectoralDistrict> districts)
{
    private static readonly string[] _noUnit = ["无", "-", "—", "/", "不属街道", "部队", "驻区部队", "军队"];
    private readonly ILookup<string, LiaisonUnit> _units = units.SelectMany(unit => new[] { unit.Code, Key(unit.ShortName), Key(unit.Name) }.Distinct(), (unit, key) => (unit, key)).ToLookup(pair => pair.key, pair => pair.unit);

    /// <summary>The unit that is meant; null with <paramref name="none"/> for those of no street.</summary>
    public LiaisonUnit? Unit(string written, out bool none)
    {
        none = _noUnit.Contains(written);
        return none ? null : _units[written].Concat(_units[Key(written)]).FirstOrDefault();
    }

    /// <summary>By code, or by name with or without what kind of place it is.</summary>
    public Station? Station(string written) =>
        stations.FirstOrDefault(station => station.Code.Equals(written, StringComparison.OrdinalIgnoreCase) || station.Name == written)
        ?? (stations.Where(station => station.ClosedOn is null && PlaceKey(station.Name) == PlaceKey(written)).ToList() is [var only] ? only : null);

    public ElectoralDistrict? District(string written) =>
        districts.FirstOrDefault(district => district.Name == written)
        ?? (Number().Match(written) is { Success: true } number && int.TryParse(number.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? districts.FirstOrDefault(district => district.Number == n) : null);

    public static DeputyLevel? Level(string written) => written switch
    {
        "区" or "区级" or "区人大代表" or "区代表" => DeputyLevel.District,
        "市" or "市级" or "市人大代表" or "市代表" => DeputyLevel.City,
        _ => null,
    };

    /// <summary>17, 第17届, 十七届.</summary>
    public static int? Term(string written)
    {
        var plain = written.Replace("第", "", StringComparison.Ordinal).Replace("届", "", StringComparison.Ordinal).Trim();
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var term) && term is > 0 and < 100 ? term : InChinese(plain);
    }

    public static OfficeStatus? Status(string written) => written switch
    {
        "在任" or "在职" or "现任" => OfficeStatus.InOffice,
        "暂停" or "暂停执行职务" or "暂停执行代表职务" => OfficeStatus.Suspended,
        "辞职" or "辞去职务" or "已辞职" => OfficeStatus.Resigned,
        "罢免" or "已罢免" => OfficeStatus.Recalled,
        "终止" or "资格终止" or "代表资格终止" or "离任" => OfficeStatus.Ended,
        _ => null,
    };

    private static int? InChinese(string written)
    {
        const string digits = "〇一二三四五六七八九";
        return written.Split('十') switch
        {
            [{ Length: 1 } ones] when digits.IndexOf(ones[0], StringComparison.Ordinal) is > 0 and var n => n,
            [{ Length: <= 1 } tens, { Length: <= 1 } ones] when Digit(tens, 1) is { } t && Digit(ones, 0) is { } o => (10 * t) + o,
            _ => null,
        };

        static int? Digit(string written, int empty) => written.Length == 0 ? empty : digits.IndexOf(written[0], StringComparison.Ordinal) is > 0 and var n ? n : null;
    }

    private static string Key(string written) => Kind().Replace(District().Replace(written.Replace(" ", "", StringComparison.Ordinal), ""), "");

    private static string PlaceKey(string written) => Place().Replace(written.Replace(" ", "", StringComparison.Ordinal), "");

    [GeneratedRegex("^(北京市)?(石景山区|区)?(人大)?")]
    private static partial Regex District();

    /// <summary>What kind of unit it is; 金顶街 keeps its own 街.</summary>
    [GeneratedRegex("(?<=.)(街道(人大)?工作?委(员会)?|人大街工委|街道办事处|街道办|街工委|街道|总公司|集团(公司)?|公司|地区)?(代表)?(联组|组)?$")]
    private static partial Regex Kind();

    [GeneratedRegex("(人大)?(代表之家|代表联络站|联络站|之家)$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^第?(?<n>\d{1,4})(号)?(选区)?$")]
    private static partial Regex Number();
}
