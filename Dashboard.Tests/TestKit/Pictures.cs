using Microsoft.Playwright;

namespace VoterLiaison.TestKit;

/// <summary>Pictures that a journey takes on its way. They are kept where LIAISON_PICTURES names a folder; without it the journey alone is tested.</summary>
public static class Pictures
{
    private static readonly string? _folder = Environment.GetEnvironmentVariable("LIAISON_PICTURES");

    public static bool AreKept => _folder is not null;

    /// <param name="page">What it shows.</param>
    /// <param name="name">Of the file within the folder, without its ending; may name folders: <c>guide/deputy/telling</c>.</param>
    /// <param name="whole">The whole length of the page, and not only what the window shows.</param>
    public static async Task TakeAsync(IPage page, string name, bool whole = false)
    {
        if (_folder is not null)
        {
            // Nothing moves in a picture, so that the same page gives the same picture.
            await page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{name}.png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        }
    }

    /// <param name="part">Of a page, the one that matters.</param>
    /// <param name="name">Of the file within the folder, without its ending.</param>
    public static async Task TakeAsync(ILocator part, string name)
    {
        if (_folder is not null)
        {
            await part.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        }
    }
}
