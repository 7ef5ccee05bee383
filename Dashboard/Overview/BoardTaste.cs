namespace VoterLiaison.Dashboard.Overview;

/// <summary>How a person likes the board: in which order, and how close its rows stand. The browser keeps both as cookies (js/start.js), so that the board is right at its first paint.</summary>
public sealed class BoardTaste
{
    internal const string SortCookie = "board-sort";
    internal const string DensityCookie = "board-density";

    public BoardSort Sort { get; set; }

    public BoardDensity Density { get; set; }

    /// <summary>What a cookie holds; anything else is as if there were none.</summary>
    internal static T Of<T>(string? cookie)
        where T : struct, Enum => Enum.TryParse<T>(cookie, out var kept) && Enum.IsDefined(kept) ? kept : default;
}

/// <summary>The order of units, and of stations within them. It is set when the board opens or another is chosen: rows do not jump while numbers change.</summary>
public enum BoardSort
{
    /// <summary>按官方顺序.</summary>
    Official = 0,

    /// <summary>待反馈多的在前.</summary>
    AwaitingFeedback,

    /// <summary>逾期多的在前.</summary>
    Overdue,

    /// <summary>未办结多的在前.</summary>
    Outstanding,

    /// <summary>最久没有动静的在前.</summary>
    LongestStill,
}

public enum BoardDensity
{
    /// <summary>As close as the screen asks for.</summary>
    Usual = 0,

    Close,

    Wide,
}

internal static class BoardTasteWording
{
    public static string InWords(this BoardSort sort) => sort switch
    {
        BoardSort.Official => "按官方顺序",
        BoardSort.AwaitingFeedback => "待反馈多的在前",
        BoardSort.Overdue => "逾期多的在前",
        BoardSort.Outstanding => "未办结多的在前",
        BoardSort.LongestStill => "最久没有动静的在前",
    };

    public static string InWords(this BoardDensity density) => density switch
    {
        BoardDensity.Usual => "行距适中",
        BoardDensity.Close => "行距紧凑",
        BoardDensity.Wide => "行距宽松",
    };

    public static string? Class(this BoardDensity density) => density switch
    {
        BoardDensity.Usual => null,
        BoardDensity.Close => "close",
        BoardDensity.Wide => "wide",
    };
}
