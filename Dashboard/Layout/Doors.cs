using Microsoft.AspNetCore.Components.Routing;
using VoterLiaison.Dashboard.Parts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>The ways through the house: a few halls, and in each the rooms that belong together.</summary>
internal static class Doors
{
    private static readonly Hall[] All =
    [
        new('w', "待回话", IconName.Person, [new("待回话", Addresses.Mine, Deed.ObjectToRecord)]),
        new('z', "总览", IconName.Home, [new("总览", Addresses.Board(), Deed.SeeCounts, NavLinkMatch.All)]),
        new('y', "意见", IconName.List, [new("意见", Addresses.Opinions(), Deed.ReadOpinions), new("来件", Addresses.SubmissionsPattern, Deed.ReceiveSubmissions), new("公示", Addresses.NoticesPattern, Deed.PublishNotices)]),
        new('c', "催办", IconName.Bell, [new("催办", Addresses.Chasing(), Deed.Chase)]),
        new('j', "接待", IconName.Calendar, [new("接待安排", Addresses.SessionsPattern, Deed.PlanSessions), new("接待计划", Addresses.PlansPattern, Deed.PlanContacts), new("议题", Addresses.TopicsPattern, Deed.PlanContacts), new("接待登记", Addresses.Keying, Deed.Collect), new("登记表", Addresses.LedgersPattern, Deed.PlanSessions)]),
        new('d', "代表", IconName.Person, [new("履职", Addresses.PerformancePattern, Deed.KeepPerformance), new("询问", Addresses.InquiriesPattern, Deed.KeepInquiries)]),
        new('m', "名册", IconName.Pin, [new("家和站", Addresses.RegistersPattern, Deed.KeepRegisters, NavLinkMatch.All), new("代表", Addresses.DeputyRegisterPattern, Deed.KeepRegisters), new("选区", Addresses.DistrictRegisterPattern, Deed.KeepRegisters), new("承办单位", Addresses.OrganRegister, Deed.KeepRegisters)]),
        new('r', "导入", IconName.Upload, [new("导入", Addresses.Imports, Deed.ImportLedgers)]),
        new('n', "年度表册", IconName.Chart, [new("年度表册", Addresses.Books, Deed.ExportBooks), new("统计", Addresses.StatisticsPattern, Deed.ExportBooks), new("封账", Addresses.ClosingPattern, Deed.ExportBooks)]),
        new('h', "账号", IconName.People, [new("账号", Addresses.Accounts, Deed.ManageAccounts), new("大屏密钥", Addresses.DisplayKeys, Deed.ManageDisplayKeys)]),
        new('x', "运行", IconName.Pulse, [new("运行状况", Addresses.Upkeep, Deed.WatchUpkeep)]),
        new('s', "审计", IconName.Check, [new("审计", Addresses.Audit, Deed.ReadAudit)]),
    ];

    /// <summary>Where one goes by the name of an act, beside the rooms themselves.</summary>
    private static readonly Way[] Acts =
    [
        new("记一件意见", "收集 登记", Addresses.Keying, rights => rights.May(Deed.Collect) && rights.OwnDeputies.Count == 0),
        new("收一条意见", "记一件意见 收集", Addresses.MyCollecting, rights => rights.OwnDeputies.Count > 0 && rights.May(Deed.Collect)),
        new("我的接待", "接待安排", Addresses.MySessions, rights => rights.May(Deed.ObjectToRecord)),
        new("我的履职", "述职", Addresses.MyYear, rights => rights.May(Deed.ObjectToRecord)),
        new("大屏", "投屏", Addresses.Wall, rights => rights.May(Deed.SeeCounts)),
        new("年历", "节假日 工作日", Addresses.Calendar, rights => rights.May(Deed.KeepCalendar)),
        new("日历订阅", "手机", Addresses.CalendarFeeds, rights => rights.May(Deed.SubscribeCalendar)),
        new("我的账号", "口令 密码 两步验证", Addresses.OwnAccount, _ => true),
        new("帮助", "快捷键 口径", Addresses.Help, _ => true),
    ];

    /// <summary>Only the doors that open are shown; the others are not said to exist.</summary>
    public static IReadOnlyList<Hall> For(Rights rights) =>
        [.. All.Select(hall => hall with { Rooms = [.. hall.Rooms.Where(room => rights.May(room.For))] }).Where(hall => hall.Rooms.Count > 0)];

    /// <summary>All that opens for somebody, by name: the rooms, and a few acts.</summary>
    public static IReadOnlyList<Way> WaysFor(Rights rights) =>
        [.. For(rights).SelectMany(hall => hall.Rooms.Select(room => new Way(room.Name, hall.Name == room.Name ? "" : hall.Name, room.Address, _ => true))), .. Acts.Where(act => act.IsOpen(rights))];

    /// <summary>As the page at an address of this house is called, which may stand in another address; null where it is none that opens for somebody by its name.</summary>
    public static string? NameOf(Rights rights, string address) =>
        Addresses.LocalOrHome(address) == address ? WaysFor(rights).FirstOrDefault(way => way.Address == address.Split('?', '#')[0])?.Name : null;
}

/// <summary>A page by a name it is asked for.</summary>
/// <param name="Name">As it is read.</param>
/// <param name="Also">Other words it is looked for by.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsOpen">Whether it is there for somebody.</param>
internal sealed record Way(string Name, string Also, string Address, Func<Rights, bool> IsOpen);

/// <summary>Rooms that belong together; it leads to the first that opens.</summary>
/// <param name="Key">After G it leads there: the first sound of the name, where no other has it.</param>
/// <param name="Name">As it is read.</param>
/// <param name="Icon">Its sign.</param>
/// <param name="Rooms">In order.</param>
internal sealed record Hall(char Key, string Name, IconName Icon, IReadOnlyList<Door> Rooms)
{
    public string Address => Rooms[0].Address;

    public bool Holds(string path) => Open(path) is not null;

    /// <summary>The room a page lies in; of a room within a room the inner one.</summary>
    public Door? Open(string path) => Rooms.Where(room => room.LeadsTo(path)).MaxBy(room => room.Address.Length);
}

/// <summary>A way to one room.</summary>
internal sealed record Door(string Name, string Address, Deed For, NavLinkMatch Match = NavLinkMatch.Prefix)
{
    /// <summary>Whether a page lies in the room.</summary>
    public bool LeadsTo(string path) => path == Address || (Match is NavLinkMatch.Prefix && path.StartsWith($"{Address}/", StringComparison.Ordinal));
}
