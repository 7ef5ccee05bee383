using Bunit;

namespace VoterLiaison.Dashboard.Parts;

public sealed class SkeletonTests : BunitContext
{
    [Fact]
    public void Rows_to_come_say_once_that_they_are_being_fetched_and_show_nothing_that_could_be_read_as_a_row()
    {
        var rows = Render<Skeleton>().Find("[role=status]");

        Assert.Equal("true", rows.GetAttribute("aria-busy"));
        Assert.Equal("正在取……", rows.TextContent.Trim());
    }
}
