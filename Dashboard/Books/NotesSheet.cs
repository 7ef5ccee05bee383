using VoterLiaison.Dashboard.Workbooks;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>说明: what the book is, what each number means, and how many rows each sheet has.</summary>
internal static class NotesSheet
{
    private static readonly Column[] _columns = [new("项目", 26), new("说明", 118, ColumnKind.LongText)];

    /// <param name="figures">The figures of the book.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="rows">The sheets that follow, with the rows of each.</param>
    public static Sheet Of(YearFigures figures, BookFrame frame, IReadOnlyList<(string Tab, int Rows, string What)> rows) =>
        frame.Sheet(Tabs.Notes, $"联系选民{(frame.Period.Year is null ? "" : "年度")}表册说明", "", _columns,
        [
            .. About(figures, frame),
            .. Section("各表行数", rows.Select(sheet => (sheet.Tab, $"{sheet.Rows} 行，不含小计、合计。{sheet.What}"))),
            .. Section("口径", Measure.All.Select(measure => (measure.InWords(), measure.Definition()))),
            .. Section("比率", RateWording.All),
            .. Section("期限", Clocks(figures.Limits)),
            .. Section("接待和述职", ContactWording.All),
        ]) with
        {
            Filtered = false,
        };

    private static IEnumerable<SheetRow> About(YearFigures figures, BookFrame frame) => Section("表册",
    [
        ("统计期间", $"{frame.Period.InWords}，按收集日期（北京时间），首尾两天都算。"),
        ("范围", figures.Scope.Reach.Everything ? "全区各家站收集的意见。" : $"{figures.Scope.Title}收集的意见。各表的件数、比率、结转都只算范围内的，不是全区的数。并入范围以外主件的，只写“另一件”。"),
        ("选民信息", figures.Scope.Voters.Masking),
        ("数据截至", $"{frame.AsOfInWords}。此后的登记和改动不在本表册内。"),
        .. figures.Closed is { } closed ? [("封账", $"{closed.InWords}。这一册是现在的数据，可能与封存的不同；封存的册子在“年度封账”一页。")] : Array.Empty<(string, string)>(),
        ($"{frame.Period.This}收集", figures.Total.Counts.Collected == 0 ? "统计期间内没有收集到意见，各表只有表头和零。" : $"{figures.Total.Counts.Collected} 件。"),
        ("编制方法", "由“代表联系选民工作台”从意见、接待、述职登记直接生成，各表取自同一时刻的数据，彼此一致，也与同一时刻、同一范围的网页总览一致。没有抽样，没有删减行；过长的文字在单元格末尾注明“全文过长”。"),
        ("顺序", "联系单位按八宝山、老山、八角、古城、苹果园、金顶街、广宁、五里坨、鲁谷、首钢代表联组的法定顺序，代表按名册顺序，承办单位按一府一委两院顺序。不作排名。"),
        ("单位", "件、件次、场、人、人次各自计算，互不相加。"),
        ("核对", $"应当相等的数都列在“{Tabs.Checks}”，两边的数并列，相等的写“✓”，不等的写差。"),
        ("找到某一件", $"意见编号就是它在系统里的地址：{WayTo(frame.Office)}后面接编号。登录后在顶部的搜索框（Ctrl K）里输入编号，也能打开。"),
        ("依据", "《北京市石景山区人民代表大会代表联系选民办法》（石常发〔2019〕14号）。"),
    ]);

    /// <summary>Where opinions are opened by their numbers; in words where the office has not said its address.</summary>
    private static string WayTo(LiaisonOptions office) => $"{(office.PublicAddress.Length > 0 ? office.PublicAddress.TrimEnd('/') : "系统网址")}{Addresses.Opinion("")}";

    private static IEnumerable<(string Name, string Definition)> Clocks(ClockLimits limits) =>
    [
        ("答复期限（一、二）", "人代会议案建议、闭会期间建议：自交办之日起三个月；经同意延期的，自交办之日起六个月；重新办理的，自交办之日起两个月。没有交办不计期限。"),
        ("答复期限（三、四、五）", $"列席会议提出、向一府一委两院反映、向市人大代表反映：自转交之日起 {limits.AnswerDays} 天（本室设定，《办法》只说及时）。"),
        ("反馈期限", $"自有答复或解释之日起 {limits.FeedbackDays} 天（本室设定）。"),
        ("逾期", "按天计算，期限当天不算逾期，第二天起算。两个期限分别计算。"),
    ];

    private static IEnumerable<SheetRow> Section(string title, IEnumerable<(string Name, string Words)> lines) =>
        lines.Select(line => SheetRow.Detail(line.Name, line.Words)).Prepend(SheetRow.Subtotal(title, null as string));
}
