namespace VoterLiaison.Dashboard.Imports;

/// <summary>A report as text, and the words for how far an import is.</summary>
internal static class ImportInWords
{
    private const int RowsSaid = 50;

    public static string Of(ImportReport report, bool dryRun) => string.Join(Environment.NewLine, [
        report.StationCode == ImportDesk.AsWritten
            ? $"{report.FileName} → {report.ByStation.Count} 个家站：{string.Join('，', report.ByStation.Select(station => $"{station.Key} {station.Value:N0} 件"))}"
            : $"{report.FileName} → {report.StationName}（{report.StationCode}）",
        .. report.Before is null ? [] : new[] { report.Before },
        $"工作表“{report.Sheet}”，数据 {report.Rows:N0} 行：新 {report.Opinions + report.FurtherRows:N0} 行，已登记过 {report.RecognisedRows:N0} 行，不能登记 {report.Refused.Count:N0} 行。",
        .. report.OtherSheets.Count == 0 ? [] : new[] { $"没有读的工作表：{string.Join('、', report.OtherSheets)}。" },
        .. report.ColumnsLeft.Count == 0 ? [] : new[] { $"没有取用的列：{string.Join('、', report.ColumnsLeft)}。" },
        .. report.Receptions == 0 ? [] : new[] { $"接待 {report.Receptions:N0} 场，{report.VoterTimes:N0} 人次。" },
        .. report.Opinions == 0 ? [] : Opinions(report),
        .. Notes("不能登记", report.Refused),
        .. Notes("与已登记的不同，未改动", report.Differences),
        .. report.Remarks.Count == 0 ? [] : new[] { "说明：" },
        .. report.Remarks.Select(remark => $"  · {remark.Sentence}（{(remark.Lines.Count == report.Rows ? "全部各行" : remark.LinesInWords)}）"),
        Outcome(report, dryRun),
    ]);

    public static string InWords(this ImportStep step) => step switch
    {
        ImportStep.Reading => "正在核对",
        ImportStep.Choosing => "核对工作表和各列",
        ImportStep.Tried => "核对结果，尚未写入",
        ImportStep.Writing => "正在写入",
        ImportStep.Written => "导入结果",
        ImportStep.Refused => "不能导入",
        ImportStep.Stopped => "已停止",
    };

    public static string Outcome(ImportReport report, bool dryRun) => report switch
    {
        { Batches: { Count: > 1 } batches } => $"已登记 {report.Written}，为第 {batches[0]} 至 {batches[^1]} 批导入，一个家站一批，可以一起撤销。",
        { BatchId: { } batch } => $"已登记 {report.Written}，为第 {batch} 批导入，可以整批撤销。",
        { IsEmpty: true, Refused.Count: 0 } => "没有新的意见，什么也没有写入。",
        { Refused.Count: > 0 } when !dryRun => "有不能登记的行，整份没有写入。请改正后再导入，或选择跳过这些行。",
        _ when dryRun => "只作核对，什么也没有写入。",
        _ => "什么也没有写入。",
    };

    private static IEnumerable<string> Opinions(ImportReport report)
    {
        yield return $"意见 {report.Opinions:N0} 件：转交 {report.Forwarded:N0}，答复 {report.Answered:N0}（答复 {report.Answers:N0} 份），反馈 {report.FedBack:N0}，待反馈 {report.AwaitingFeedback:N0}。";
        yield return $"按收集年度：{string.Join('，', report.ByYear.Select(year => $"{year.Key} 年 {year.Value:N0}"))}。";
        if (report.NewOrgans.Count > 0)
        {
            yield return $"新登记的承办单位 {report.NewOrgans.Count} 个：{string.Join('、', report.NewOrgans)}。";
        }
    }

    private static IEnumerable<string> Notes(string title, IReadOnlyList<RowNote> notes)
    {
        if (notes.Count > 0)
        {
            yield return $"{title}：{notes.Count:N0} 行";
        }

        foreach (var note in notes.Take(RowsSaid))
        {
            yield return $"  第 {note.Line} 行：{note.Sentence}";
        }

        if (notes.Count > RowsSaid)
        {
            yield return $"  ……另有 {notes.Count - RowsSaid:N0} 行";
        }
    }
}
