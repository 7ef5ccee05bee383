using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>The office's words, said as one would to the voter.</summary>
internal static class StoryWording
{
    public static string AsTold(this FeedbackMeans means) => means switch
    {
        FeedbackMeans.InPerson => "当面告诉您结果",
        FeedbackMeans.Telephone => "打电话告诉您结果",
        FeedbackMeans.TextMessage => "发短信告诉您结果",
        FeedbackMeans.Writing => "写信告诉您结果",
        FeedbackMeans.Online => "在网上告诉您结果",
        FeedbackMeans.PublicNotice => "公告了结果",
        FeedbackMeans.Receipt => "把结果写在了这里",
    };

    /// <param name="channel">第六条.</param>
    /// <param name="organ">To whom, where that is known at once.</param>
    public static string AsTold(this ForwardingChannel channel, string organ) => channel switch
    {
        ForwardingChannel.CongressSession => "代表在人民代表大会上提了出来。",
        ForwardingChannel.BetweenSessions => "代表在闭会期间提出了建议。",
        ForwardingChannel.CommitteeMeeting => "代表在列席会议时提了出来。",
        ForwardingChannel.StateOrgan => $"代表把它反映给{organ}。",
        ForwardingChannel.MunicipalDeputy => "代表请市人大代表向上反映。",
    };

    /// <summary>Where a submission stands before it is an opinion or an inquiry.</summary>
    public static (string Verdict, StoryMark Mark, string Told) AsTold(this Submission submission, string station) => submission.Stage switch
    {
        SubmissionStage.Waiting => ("收到了，还没有登记", StoryMark.UnderWay, $"{station}的工作人员看过后登记。"),
        SubmissionStage.Parked => ("收到了，还没有登记", StoryMark.UnderWay, $"先放在一边，等{station}的工作人员看一看再定。没有丢。"),
        SubmissionStage.Refused => ("没有登记", StoryMark.Calm, $"原因：{submission.RefusedWhy?.TrimEnd('。')}。您觉得不该这样，可以到家站当面说，也可以重新提一次。"),
        SubmissionStage.Accepted or SubmissionStage.Merged or SubmissionStage.PointedElsewhere or SubmissionStage.Inquiry => ("已经登记", StoryMark.UnderWay, ""),
    };
}
