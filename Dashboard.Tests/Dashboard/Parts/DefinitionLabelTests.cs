using Bunit;

namespace VoterLiaison.Dashboard.Parts;

public sealed class DefinitionLabelTests : BunitContext
{
    [Fact]
    public void A_label_is_described_by_its_definition()
    {
        var label = Render<DefinitionLabel>(the => the.Add(l => l.Label, "待反馈").AddChildContent("有答复，选民还不知道。"));

        var described = label.Find("button").GetAttribute("aria-describedby");
        Assert.Equal("待反馈", label.Find("button").TextContent);
        Assert.Equal("有答复，选民还不知道。", label.Find($"[id='{described}']").TextContent);
    }
}
