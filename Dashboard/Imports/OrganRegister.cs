using System.Text.RegularExpressions;
using VoterLiaison.Domain.Organs;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>Finds the organs a ledger names, however it shortens them; the ones nobody knows are registered.</summary>
internal sealed partial class OrganRegister(IReadOnlyList<Organ> known)
{
    private readonly Dictionary<string, Organ> _byName = ByName(known);
    private readonly Dictionary<string, Organ> _byWords = []; // as ledgers write them, over and over
    private readonly List<Organ> _new = [];
    private Organ? _unstated = known.FirstOrDefault(organ => organ.Kind is OrganKind.Unstated);

    public IReadOnlyList<Organ> Known => known;

    /// <summary>Met in the ledger and not in the register. Their codes are provisional.</summary>
    public IReadOnlyList<Organ> New => _new;

    /// <summary>Stands where the ledger does not say who handled it.</summary>
    public Organ Unstated => _unstated ??= Register("（原台账未注明承办单位）", "未注明", OrganKind.Unstated);

    public Organ Named(string written) => _byWords.TryGetValue(written, out var organ) ? organ : _byWords[written] = Find(written);

    private Organ Find(string written)
    {
        var key = Key(written);
        if (key == OrganKind.Unstated.InWords())
        {
            return Unstated;
        }

        if (!_byName.TryGetValue(key, out var organ) && !_byName.TryGetValue("区" + key, out organ))
        {
            organ = Register(written, written, OrganKind.Outside);
        }

        return _byName[key] = organ;
    }

    private Organ Register(string name, string shortName, OrganKind kind)
    {
        var organ = new Organ($"NEW{_new.Count + 1}", name, shortName, kind);
        _new.Add(organ);
        return organ;
    }

    private static Dictionary<string, Organ> ByName(IReadOnlyList<Organ> known)
    {
        var byName = new Dictionary<string, Organ>();
        foreach (var organ in known)
        {
            byName.TryAdd(Key(organ.Name), organ);
            byName.TryAdd(Key(organ.ShortName), organ);
        }

        return byName;
    }

    /// <summary>The shortest usual form of a name: 石景山区住房和城乡建设委员会, 区住房城乡建设委 and 区住建委 are one.</summary>
    private static string Key(string name)
    {
        var key = Blank().Replace(name, "").Replace("北京市石景山区", "区").Replace("石景山区", "区").Replace("北京市", "市");
        foreach (var (whole, brief) in Abbreviations)
        {
            key = key.Replace(whole, brief);
        }

        return key == "区" ? "区政府" : key;
    }

    /// <summary>In this order; a later one works on what the earlier ones left.</summary>
    private static readonly (string Whole, string Brief)[] Abbreviations =
    [
        ("委员会", "委"), ("住房和城乡建设", "住建"), ("住房城乡建设", "住建"), ("发展和改革", "发改"), ("发展改革", "发改"), ("人力资源和社会保障", "人社"), ("人力社保", "人社"),
        ("城市管理综合行政执法", "城管执法"), ("城市管理", "城管"), ("卫生健康", "卫健"), ("市场监督管理", "市场监管"), ("规划和自然资源", "规自"), ("规划自然资源", "规自"),
        ("文化和旅游", "文旅"), ("街道办事处", "街道办"), ("人民政府", "政府"), ("人民法院", "法院"), ("人民检察院", "检察院"), ("监察委", "监委"),
    ];

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
