using Microsoft.AspNetCore.Components.Routing;
using VoterLiaison.Dashboard.Parts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>The ways through the house: a few halls, and in each the rooms that belong together.</summary>
internal static class Doors
{
    private static readonly Hall[] All =
    [
        new("待回话", IconName.Person, [new("待回话", Addresses.Mine, Deed.ObjectToRecord)]),
        new("总览", IconName.Home, [new("总览", Addresses.Board(), Deed.SeeCounts, NavLinkMatch.All)]),
        new("意见", IconName.List, [new("意见", Addresses.Opinions(), Deed.ReadOpinions), new("来件", Addresses.SubmissionsPattern, Deed.ReceiveSubmissions), new("公示", Addresses.NoticesPattern, Deed.PublishNotices)]),
        new("催办", IconName.Bell, [new("催办", Addresses.Chasing(), Deed.Chase)]),
        new("接待", IconName.Calendar, [new("接待安排", Addresses.SessionsPattern, Deed.PlanSessions), new("接待计划", Addresses.PlansPattern, Deed.PlanContacts), new("议题", Addresses.TopicsPattern, Deed.PlanContacts), new("接待登记", Addresses.Keying, Deed.Collect), new("登记表", Addresses.LedgersPattern, Deed.PlanSessions)]),
        new("代表", IconName.Person, [new("履职", Addresses.PerformancePattern, Deed.KeepPerformance), new("询问", Addresses.InquiriesPattern, Deed.KeepInquiries)]),
        new("名册", IconName.Pin, [new("家和站", Addresses.RegistersPattern, Deed.KeepRegisters, NavLinkMatch.All), new("代表", Addresses.DeputyRegisterPattern, Deed.KeepRegisters), new("选区", Addresses.DistrictRegisterPattern, Deed.KeepRegisters), new("承办单位", Addresses.OrganRegister, Deed.KeepRegisters)]),
        new("导入", IconName.Upload, [new("导入", Addresses.Imports, Deed.ImportLedgers)]),
        new("年度表册", IconName.Chart, [new("年度表册", Addresses.Books, Deed.ExportBooks), new("统计", Addresses.StatisticsPattern, Deed.ExportBooks), new("封账", Addresses.ClosingPattern, Deed.ExportBooks)]),
        new("账号", IconName.People, [new("账号", Addresses.Accounts, Deed.ManageAccounts), new("大屏密钥", Addresses.DisplayKeys, Deed.ManageDisplayKeys)]),
        new("审计", IconName.Check, [new("审计", Addresses.Audit, Deed.ReadAudit)]),
    ];

    /// <summary>Only the doors that open are shown; the others are not said to exist.</summary>
    public static IReadOnlyList<Hall> For(Rights rights) =>
        [.. All.Select(hall => hall with { Rooms = [.. hall.Rooms.Where(room => rights.May(room.For))] }).Where(hall => hall.Rooms.Count > 0)];
}

/// <summary>Rooms that belong together; it leads to the first that opens.</summary>
internal sealed record Hall(string Name, IconName Icon, IReadOnlyList<Door> Rooms)
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
