using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;
using static VoterLiaison.Domain.Opinions.PaperDistrict;

namespace VoterLiaison.Domain.Submissions;

public sealed class SubmissionTests
{
    private static readonly Signature Clerk = new("值班员", ChinaTime.StartOf(March2).AddHours(12));

    private static readonly Station GuchengSouth = new(1, "BJ02", "古城南路联络站", StationKind.Station, "", "");

    [Fact]
    public void What_is_put_aside_says_why_and_comes_back_only_from_there()
    {
        var sent = Sent();
        Assert.Equal("它没有被放在一边。", Refused(() => sent.Unpark(Clerk)));
        Assert.Equal("请写明为什么先放一放。", Refused(() => sent.Park(" ", Clerk.At)));
        sent.Park("像是广告。", Clerk.At);

        sent.Unpark(Clerk);

        Assert.Equal(SubmissionStage.Waiting, sent.Stage);
    }

    [Fact]
    public void It_is_passed_with_a_reason_to_another_station_that_is_open()
    {
        var closed = new Station(1, "BJ03", "古城联络站", StationKind.Station, "", "");
        closed.Close(March2);
        var sent = Sent();

        Assert.Equal("它本来就在八角代表之家。", Refused(() => sent.PassTo(Home, "离得近。", Clerk)));
        Assert.Equal("古城联络站已经停用，请转给别的家站。", Refused(() => sent.PassTo(closed, "离得近。", Clerk)));
        Assert.Equal("请写明为什么转给这个家站。", Refused(() => sent.PassTo(GuchengSouth, "", Clerk)));
        sent.PassTo(GuchengSouth, "说的是古城南路。", Clerk);

        Assert.Equal((GuchengSouth.Id, "转给古城南路联络站：说的是古城南路。"), (sent.StationId, Assert.Single(sent.Passings).Note));
    }

    [Fact]
    public void It_is_refused_with_a_reason_the_voter_reads_and_decided_once()
    {
        var sent = Sent();
        Assert.Equal("请写明为什么不收，提交的人查得到。", Refused(() => sent.Refuse("", Clerk)));
        Assert.Equal("受理以后只有登记、并案和指路三种。", Refused(() => sent.AcceptedAs(AnOpinion(), SubmissionStage.Refused, Clerk)));
        sent.Refuse("广告。", Clerk);

        Assert.Equal("这件来件已经处理过了。", Refused(() => sent.AcceptedAs(AnOpinion(), SubmissionStage.Accepted, Clerk)));
        Assert.Equal("广告。", sent.RefusedWhy);
    }

    private static Submission Sent() => Submission.Send(new SubmissionFacts { Form = Guid.NewGuid(), Words = "路灯不亮", StationId = Home.Id }, Clerk.At);

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
