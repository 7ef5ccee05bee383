using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>MudBlazor's provider writes light colours only; whatever our sheet does not set would stay light in the dark.</summary>
public sealed partial class MudBlazorColoursTests : BunitContext
{
    [Fact]
    public async Task Every_colour_MudBlazor_asks_for_is_ours()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        await using var app = new WebApplicationFactory<App>();
        var ours = Colours(await Text(app, "css/mudblazor.css"), Set());
        var used = Colours(await Text(app, "_content/MudBlazor/MudBlazor.min.css"), Used());
        var written = Colours(Render<MudThemeProvider>().Markup, Set());

        Assert.Empty(written.Intersect(used).Except(ours));
    }

    private static async Task<string> Text(WebApplicationFactory<App> app, string path)
    {
        var file = app.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(path);
        using var reader = new StreamReader(file.CreateReadStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Names of colours; the bare "r,g,b" triples and opacities colour nothing that we show.</summary>
    private static HashSet<string> Colours(string css, Regex pattern) =>
        [.. pattern.Matches(css).Select(match => match.Groups[1].Value).Where(name => !name.EndsWith("-rgb", StringComparison.Ordinal) && !name.EndsWith("-opacity", StringComparison.Ordinal))];

    [GeneratedRegex(@"(--mud-palette-[\w-]+)\s*:")]
    private static partial Regex Set();

    [GeneratedRegex(@"var\((--mud-palette-[\w-]+)")]
    private static partial Regex Used();
}
