using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard;

public sealed class MeasureWordingTests
{
    [Fact]
    public void Every_measure_has_a_name_and_a_definition() => Assert.All(Measure.All.Concat(Measure.ByAge), measure =>
    {
        Assert.NotEmpty(measure.InWords());
        Assert.EndsWith("。", measure.Definition(), StringComparison.Ordinal);
    });

    [Fact]
    public void No_two_measures_have_the_same_name() => Assert.Distinct(Measure.All.Concat(Measure.ByAge).Select(measure => measure.InWords()));
}
