using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>Draws nothing itself. While it is drawn it tells the parts of the board to look, so that all that is new travels to the browser in one message.</summary>
public sealed class BoardBeat : ComponentBase, IDisposable
{
    [Parameter, EditorRequired]
    public required BoardNow Now { get; set; }

    protected override void OnInitialized() => Now.Shown += StateHasChanged;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Now.Tell();

    public void Dispose() => Now.Shown -= StateHasChanged;
}
