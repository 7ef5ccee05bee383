using VoterLiaison.Dashboard.Reports;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard;

/// <content>Words of the contact work: plans, sessions, reports, inquiries, and what comes by the public pages.</content>
internal static partial class Wording
{
    public static string InWords(this ContactWay way) => way switch
    {
        ContactWay.MidYear => "年中集中联系",
        ContactWay.YearEnd => "年末听取意见和述职",
        ContactWay.SupervisionTopic => "围绕监督议题",
        ContactWay.Invitation => "应选民之约",
        ContactWay.CityDeputies => "市人大代表联系选民",
    };

    /// <summary>活动类型: one of the five ways, or ordinary reception.</summary>
    public static string InWords(this ContactWay? way) => way?.InWords() ?? "日常接待";

    public static string InWords(this TopicKind kind) => kind switch
    {
        TopicKind.Supervision => "监督议题",
        TopicKind.Research => "调研题目",
    };

    public static string InWords(this SettledPart part) => part switch
    {
        SettledPart.People => "人员",
        SettledPart.Time => "时间",
        SettledPart.Place => "地点",
    };

    public static string InWords(this Recurrence every) => every switch
    {
        Recurrence.Weekly => "每周",
        Recurrence.Fortnightly => "每两周",
        Recurrence.Monthly => "每月（同一个星期几）",
    };

    public static string InWords(this SessionAct act) => act switch
    {
        SessionAct.Plan => "公布",
        SessionAct.Change => "改安排",
        SessionAct.Hold => "登记接待",
        SessionAct.Correct => "更正登记",
        SessionAct.Confirm => "代表核对",
        SessionAct.HandOver => "登记到活动服务系统",
        SessionAct.Cancel => "取消",
    };

    public static string InWords(this LiaisonUnitKind kind) => kind switch
    {
        LiaisonUnitKind.StreetCommittee => "人大街工委",
        LiaisonUnitKind.JointGroup => "代表联组",
    };

    public static string InWords(this DeputyLevel level) => level switch
    {
        DeputyLevel.District => "区人大代表",
        DeputyLevel.City => "市人大代表",
    };

    public static string InWords(this OfficeStatus status) => status switch
    {
        OfficeStatus.InOffice => "在任",
        OfficeStatus.Suspended => "暂停执行职务",
        OfficeStatus.Resigned => "辞职",
        OfficeStatus.Recalled => "罢免",
        OfficeStatus.Ended => "资格终止",
    };

    public static string InWords(this ReportStatus status) => status switch
    {
        ReportStatus.Planned => "已安排",
        ReportStatus.Held => "已述职",
        ReportStatus.Drafted => "在写报告",
    };

    public static string InWords(this ReportState state) => state switch
    {
        ReportState.Unplanned => "未安排",
        ReportState.Planned => "已安排",
        ReportState.Held => "已述职",
        ReportState.Published => "已公布",
    };

    public static string InWords(this InquiryAct act) => act switch
    {
        InquiryAct.Asked => "提出询问",
        InquiryAct.Answered => "答复",
        InquiryAct.Told => "告知选民",
        InquiryAct.AskedAgain => "追问",
    };

    public static string InWords(this InquiryStage stage) => stage switch
    {
        InquiryStage.Asked => "待答复",
        InquiryStage.Answered => "待告知",
        InquiryStage.Told => "已告知",
    };

    public static string InWords(this SubmissionKind kind) => kind switch
    {
        SubmissionKind.Opinion => "意见和要求",
        SubmissionKind.Inquiry => "询问代表工作",
    };

    public static string InWords(this SubmissionStage stage) => stage switch
    {
        SubmissionStage.Waiting => "待受理",
        SubmissionStage.Parked => "先放一放",
        SubmissionStage.Accepted => "已登记",
        SubmissionStage.Merged => "已登记并案",
        SubmissionStage.PointedElsewhere => "已指路",
        SubmissionStage.Inquiry => "已登记为询问",
        SubmissionStage.Refused => "不收",
    };
}
