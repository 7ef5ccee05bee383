using System.ComponentModel.DataAnnotations;
using VoterLiaison.Dashboard.Workbooks;

namespace VoterLiaison.Dashboard.Books;

/// <summary>自有模板: what the named cells of the office's own file are filled with.</summary>
internal static class OwnTemplate
{
    public static BookTemplate? Of(YearFigures figures, BookFrame frame) => frame.Office.BookTemplate.Length == 0 ? null : new BookTemplate(frame.Office.BookTemplate, Words(figures, frame));

    private static Dictionary<string, Cell> Words(YearFigures figures, BookFrame frame)
    {
        var (total, counts, sessions, balance, signed) = (figures.Total, figures.Total.Counts, figures.Contacts.Total, figures.Balance, frame.Signatures);
        return new Dictionary<string, Cell>
        {
            ["年度"] = figures.Period.Year is { } year ? $"{year}" : figures.Period.Name,
            ["填报单位"] = frame.Office.OfficeName,
            ["统计期间"] = frame.Period.InWords,
            ["范围"] = figures.Scope.Title,
            ["数据截至"] = frame.AsOfInWords,
            ["填报日期"] = signed.ReportedOn,
            ["填表人"] = signed.PreparedBy,
            ["审核人"] = signed.ReviewedBy,
            ["联系电话"] = signed.Phone,
            ["收集"] = counts.Collected,
            ["转交"] = counts.Forwarded,
            ["答复"] = counts.Answered,
            ["反馈"] = counts.FedBack,
            ["当场解释"] = counts.Explained,
            ["超出范围"] = counts.OutOfScope,
            ["并案"] = counts.Merged,
            ["待转交"] = counts.ToForward,
            ["待反馈"] = counts.AwaitingFeedback,
            ["未办结"] = counts.Outstanding,
            ["逾期"] = counts.Overdue,
            ["答复率"] = total.AnswerRate.Share,
            ["按期答复率"] = total.InTimeRate.Share,
            ["反馈率"] = total.FeedbackRate.Share,
            ["满意率"] = total.SatisfiedRate.Share,
            ["接待场次"] = sessions.Sessions,
            ["进站代表人次"] = sessions.Visits,
            ["接待选民人次"] = sessions.VoterTimes,
            ["年初未办结"] = balance.Opening,
            ["本年收集"] = balance.Received,
            ["本年办结"] = balance.Concluded,
            ["年末未办结"] = balance.Closing,
        };
    }
}

/// <summary>A template that is not there or cannot be used stops the app at start, and not in December.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UsableTemplateAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value is string { Length: > 0 } path && !BookTemplate.IsUsable(path)
        ? new ValidationResult($"Liaison:BookTemplate 里写的“{path}”不存在，或者不能用作模板。请用 Excel 或 WPS 另存为 .xlsx 再试。", [validationContext.MemberName!])
        : ValidationResult.Success;
}
