using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Tells what became of a question about a deputy's work (第七条). An answer is told here once the voter was told.</summary>
internal static class InquiryStory
{
    public static ReceiptStory Tell(Inquiry inquiry, string number, IReadOnlyList<StoryStep> before, DateOnly today)
    {
        var told = inquiry.Entries.LastOrDefault(entry => entry.Act is InquiryAct.Told);
        return inquiry.Stage switch
        {
            InquiryStage.Asked => Make("已经请代表答复", StoryMark.UnderWay, "代表看得到您问的，看不到是谁问的。", "等代表答复。"),
            InquiryStage.Answered => Make("代表答复了，还没告诉您", StoryMark.UnderWay, "工作人员会告诉您。没有留电话的，答复会写在这里。", "等工作人员告诉您。"),
            InquiryStage.Told => Make("代表答复了", StoryMark.Done, $"{told?.On:M月d日}告诉了您。", null),
        };

        ReceiptStory Make(string verdict, StoryMark mark, string under, string? now) => new(number, today, verdict, mark, under)
        {
            Answers =
            [
                .. inquiry.Entries.Where(entry => entry.Act is InquiryAct.Answered && entry.Sequence < told?.Sequence).Reverse()
                    .Select(entry => new StoryAnswer("代表的答复", inquiry.WithoutTraces(entry.Text), $"{entry.On:yyyy年M月d日}答复")),
            ],
            Words = string.Join('\n', inquiry.Entries.Where(entry => entry.Act is InquiryAct.Asked or InquiryAct.AskedAgain).Select(entry => inquiry.WithoutTraces(entry.Text))),
            Steps =
            [
                .. before,
                .. inquiry.Entries.Select(entry => new StoryStep(entry.On, entry.Act switch
                {
                    InquiryAct.Asked => "登记为对代表工作的询问，请代表答复。",
                    InquiryAct.Answered => "代表答复了。",
                    InquiryAct.Told => "把答复告诉了您。",
                    InquiryAct.AskedAgain => "您又追问，请代表再答复。",
                })),
                .. now is null ? Array.Empty<StoryStep>() : [new StoryStep(null, now, StoryMark.UnderWay)],
            ],
        };
    }
}
