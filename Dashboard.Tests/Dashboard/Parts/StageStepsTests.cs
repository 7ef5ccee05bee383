using Bunit;

namespace VoterLiaison.Dashboard.Parts;

public sealed class StageStepsTests : BunitContext
{
    [Theory]
    [InlineData(1, false, "■□□□")]
    [InlineData(2, false, "■■□□")]
    [InlineData(3, true, "■■■▣")]
    [InlineData(4, false, "■■■■")]
    public void Taken_steps_are_filled_and_the_step_owed_to_the_voter_stands_out(int taken, bool owed, string expected)
    {
        var steps = Render<StageSteps>(the => the.Add(s => s.Taken, taken).Add(s => s.Owed, owed));

        Assert.Equal(expected, string.Concat(steps.FindAll("i").Select(step => step.ClassName switch { "on" => '■', "now" => '▣', _ => '□' })));
    }
}
