namespace VoterLiaison.Dashboard.Parts;

/// <summary>What a component does because something happened elsewhere. Nobody waits for it, so a failure would be lost, and the page stand still without a word.</summary>
internal static class Unawaited
{
    /// <param name="work">What is done on the circuit.</param>
    /// <param name="show">The component's DispatchExceptionAsync: the page shows it as one of its own failures.</param>
    public static async Task OrShownBy(this Task work, Func<Exception, Task> show)
    {
        try
        {
            await work;
        }
        catch (Exception failed)
        {
            await show(failed);
        }
    }
}
