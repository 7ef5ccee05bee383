namespace VoterLiaison.Dashboard.Parts;

/// <summary>Strokes on a field of 24 by 24.</summary>
internal static class IconPaths
{
    public static string Path(this IconName icon) => icon switch
    {
        IconName.Home => "M4 11l8-7 8 7M6 9.5V20h12V9.5",
        IconName.List => "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
        IconName.Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
        IconName.People => "M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 010 6M18 14c2 .8 3.2 2.8 3.5 6",
        IconName.Person => "M12 12a4 4 0 100-8 4 4 0 000 8zM4 20c.8-4 4-6 8-6s7.2 2 8 6",
        IconName.Pin => "M12 21s7-6.5 7-11.5a7 7 0 10-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
        IconName.Chart => "M4 20V4M4 20h16M8 16v-5M12.5 16V8M17 16v-8",
        IconName.Screen => "M3 5h18v12H3zM8 21h8",
        IconName.Help => "M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.5a2.5 2.5 0 115 0c0 2-2.5 2-2.5 4M12 17h.01",
        IconName.Search => "M11 18a7 7 0 100-14 7 7 0 000 14zM20 20l-4-4",
        IconName.Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
        IconName.Upload => "M12 16V5M7 9l5-5 5 5M5 20h14",
        IconName.Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        IconName.Plus => "M12 5v14M5 12h14",
        IconName.ChevronLeft => "M14 6l-6 6 6 6",
        IconName.ChevronRight => "M10 6l6 6-6 6",
        IconName.ChevronDown => "M6 10l6 6 6-6",
        IconName.ChevronUp => "M6 14l6-6 6 6",
        IconName.Close => "M6 6l12 12M18 6L6 18",
        IconName.Bell => "M6 16V11a6 6 0 1112 0v5l2 2H4zM10 21h4",
        IconName.Check => "M5 12l5 5 9-10",
        IconName.Copy => "M8 8h12v12H8zM4 16V4h12",
        IconName.Link => "M10 14a4 4 0 005.7 0l3-3a4 4 0 00-5.7-5.7l-1 1M14 10a4 4 0 00-5.7 0l-3 3a4 4 0 005.7 5.7l1-1",
        IconName.Keyboard => "M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M18 11h.01M8 15h8",
        IconName.Sun => "M12 16a4 4 0 100-8 4 4 0 000 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4",
        IconName.Pulse => "M3 12h4l2.5-7 5 14 2.5-7h4",
        IconName.Moon => "M20 14.5A8.5 8.5 0 019.5 4 8.5 8.5 0 1020 14.5z",
    };
}
