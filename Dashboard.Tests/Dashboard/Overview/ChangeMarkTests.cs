using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Overview;

public sealed class ChangeMarkTests
{
    private readonly ChangeMark _mark = new();

    [Fact]
    public void What_is_shown_first_is_no_change()
    {
        Assert.True(_mark.Show(Collected(3)));

        Assert.Null(_mark.Class);
        Assert.Null(_mark.Of(counts => counts.Collected));
    }

    [Theory]
    [InlineData(4, "+1")]
    [InlineData(1203, "+1,200")]
    [InlineData(1, "−2")]
    public void A_change_says_by_how_much(int now, string change)
    {
        _mark.Show(Collected(3));
        _mark.Show(Collected(now));

        Assert.Equal(change, _mark.Of(counts => counts.Collected));
        Assert.Null(_mark.Of(counts => counts.Overdue));
    }

    [Fact]
    public void The_same_numbers_are_not_shown_again()
    {
        _mark.Show(Collected(3));

        Assert.False(_mark.Show(Collected(3)));
    }

    [Fact]
    public void A_second_change_is_marked_anew()
    {
        _mark.Show(Collected(3));
        _mark.Show(Collected(4));
        var first = _mark.Class;

        _mark.Show(Collected(5));

        Assert.NotEqual(first, _mark.Class);
    }

    private static OpinionCounts Collected(int count) => new() { Collected = count };
}
