using Microsoft.Extensions.Localization;
using MudBlazor;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>What MudBlazor's controls say to a screen reader, in Chinese.</summary>
internal sealed class ChineseMudLocalizer : MudLocalizer
{
    private static readonly Dictionary<string, string> _words = new()
    {
        ["MudBaseDatePicker_NextMonth"] = "下一月 {0}",
        ["MudBaseDatePicker_NextYear"] = "下一年 {0}",
        ["MudBaseDatePicker_Open"] = "打开日历",
        ["MudBaseDatePicker_PrevMonth"] = "上一月 {0}",
        ["MudBaseDatePicker_PrevYear"] = "上一年 {0}",
        ["MudDialog_Close"] = "关闭",
        ["MudInput_Clear"] = "清空",
        ["MudInput_Decrement"] = "减一",
        ["MudInput_Increment"] = "加一",
        ["MudSelect_SelectAll"] = "全选",
        ["MudSnackbar_Close"] = "关闭",
    };

    public override LocalizedString this[string key] =>
        _words.TryGetValue(key, out var words) ? new(key, words) : new(key, key, resourceNotFound: true);

    public override LocalizedString this[string key, params object[] arguments] =>
        _words.TryGetValue(key, out var words) ? new(key, string.Format(null, words, arguments)) : new(key, key, resourceNotFound: true);
}
