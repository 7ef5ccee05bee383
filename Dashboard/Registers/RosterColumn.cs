using System.Collections.Frozen;
using System.Text.RegularExpressions;
using VoterLiaison.Dashboard.Ledgers;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>What a column of a deputies' roster means.</summary>
public enum RosterColumn
{
    /// <summary>代表证号: the key.</summary>
    Code = 1,
    Name,
    Level,
    Term,

    /// <summary>选区 of a district deputy, 选举单位 of a city deputy.</summary>
    District,
    ElectingBody,
    Unit,
    Post,
    Stations,
    Contact,
    Status,

    /// <summary>任职变动日期.</summary>
    StatusSince,
}

/// <summary>The headings a roster's columns go by.</summary>
internal static partial class RosterHeadings
{
    private static readonly FrozenDictionary<string, RosterColumn> _known = new Dictionary<RosterColumn, string>
    {
        [RosterColumn.Code] = "代表证号 代表证编号 证号 证件编号 代表编号 代表证号码",
        [RosterColumn.Name] = "姓名 代表姓名 代表",
        [RosterColumn.Level] = "层级 代表层级 级别 代表级别",
        [RosterColumn.Term] = "届次 届 届别",
        [RosterColumn.District] = "选区 所在选区 选区号 选区名称 选区/选举单位",
        [RosterColumn.ElectingBody] = "选举单位",
        [RosterColumn.Unit] = "单位/街道 街道 联系单位 所属街道 所属联组 街道/联组 联组 代表联组 所在街道",
        [RosterColumn.Post] = "单位和职务 单位及职务 工作单位及职务 工作单位和职务 单位职务 职务 工作单位",
        [RosterColumn.Stations] = "驻站 驻站家站 联络站 家站 接待家站",
        [RosterColumn.Contact] = "联系方式 公布联系方式 公布的联系方式 联系电话",
        [RosterColumn.Status] = "任职状态 状态 任职情况",
        [RosterColumn.StatusSince] = "任职变动日期 变动日期 状态日期",
    }.SelectMany(column => column.Value.Split(' '), (column, heading) => (heading, column.Key)).ToFrozenDictionary(known => known.heading, known => known.Key);

    public static RosterColumn? Meaning(object? heading) =>
        _known.TryGetValue(Padding().Replace(LedgerText.Of(heading), "").Replace('／', '/'), out var column) ? column : null;

    /// <summary>Spaces, line breaks, colons, stars and what stands in brackets do not matter.</summary>
    [GeneratedRegex(@"[\s:：*＊]|\([^)]*\)|（[^）]*）")]
    private static partial Regex Padding();
}
