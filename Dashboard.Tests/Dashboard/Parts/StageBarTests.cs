using Bunit;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Parts;

public sealed class StageBarTests : BunitContext
{
    [Fact]
    public void The_bar_says_in_words_what_it_shows()
    {
        var bar = Bar(fedBack: 32, awaiting: 1, unanswered: 6, toForward: 0, other: 3);

        Assert.Equal("已反馈 32 件，待反馈 1 件，待答复 6 件，当场解释等 3 件；共 42 件", bar.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Each_part_is_as_wide_as_its_count_and_nothing_takes_no_room()
    {
        var bar = Bar(fedBack: 32, awaiting: 1, unanswered: 6, toForward: 0, other: 3);

        Assert.Equal(["k4 flex:32", "k3 flex:1", "k2 flex:6", "k0 flex:3"], bar.FindAll("i").Select(part => $"{part.ClassName} {part.GetAttribute("style")}"));
    }

    [Fact]
    public void A_station_without_opinions_says_so() =>
        Assert.Equal("没有意见", Bar(0, 0, 0, 0, 0).Find("[role=img]").GetAttribute("aria-label"));

    private IRenderedComponent<StageBar> Bar(int fedBack, int awaiting, int unanswered, int toForward, int other) => Render<StageBar>(the => the.Add(bar => bar.Counts, new OpinionCounts
    {
        Collected = fedBack + awaiting + unanswered + toForward + other,
        FedBack = fedBack,
        AwaitingFeedback = awaiting,
        AwaitingAnswer = unanswered,
        ToForward = toForward,
    }));
}
