using Microsoft.AspNetCore.Components;

namespace VoterLiaison.Dashboard.Overview;

/// <summary>A part of the board. It looks whenever the board has something new, and draws itself anew only when its own piece changed.</summary>
public abstract class BoardPart : ComponentBase, IDisposable
{
    private bool _isNew;

    [Parameter, EditorRequired]
    public required BoardNow Now { get; set; }

    protected override void OnInitialized() => Now.Changed += LookAgain;

    protected override void OnParametersSet() => _isNew = Look();

    protected override bool ShouldRender() => _isNew;

    /// <summary>Takes what it is to show now. False when that is what it shows already.</summary>
    protected abstract bool Look();

    public void Dispose()
    {
        Now.Changed -= LookAgain;
        GC.SuppressFinalize(this);
    }

    private void LookAgain()
    {
        _isNew = Look();
        if (_isNew)
        {
            StateHasChanged();
        }
    }
}
