using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>The palettes can be read: contrast as WCAG 2.1 reckons it, of every text on every ground it stands on.</summary>
public sealed partial class TokensTests(WebApplicationFactory<App> app) : IClassFixture<WebApplicationFactory<App>>
{
    private const string Light = ":root {";
    private const string Dark = "\n[data-theme=dark] {";
    private const string High = "\n[data-contrast=high], ";
    private const string HighDark = "\n[data-contrast=high][data-theme=dark], ";

    private static readonly string[] _grounds = ["paper", "surface", "sunken", "primary-soft"];
    private static readonly string[] _plain = ["ink", "ink-2", "ink-3", "link", "primary"];
    private static readonly string[] _coloured = ["await-ink", "overdue", "ok-ink"];
    private static readonly string[] _shapes = ["control", "await", "s2", "s4"];

    [Theory]
    [InlineData(Light, 4.5, 3)]
    [InlineData(Dark, 4.5, 3)]
    [InlineData(High, 7, 4.5)]
    [InlineData(HighDark, 7, 4.5)]
    public void Text_stands_out_from_every_ground_and_shapes_from_the_paper(string palette, double ofText, double ofShapes)
    {
        var colours = Palette(Text("css/tokens.css"), palette);
        var flat = from text in _plain from ground in _grounds select new Pair(text, ground, ofText);
        var said = from text in _coloured from ground in new[] { "paper", "surface", $"{text.Split('-')[0]}-soft" } where colours.ContainsKey(ground) select new Pair(text, ground, ofText);
        var drawn = from shape in _shapes select new Pair(shape, "surface", ofShapes);

        Assert.Empty(
            from pair in flat.Concat(said).Concat(drawn).Append(new Pair("on-primary", "primary", ofText))
            let contrast = Contrast(colours[pair.Of], colours[pair.On])
            where contrast < pair.AtLeast
            select $"{pair.Of} on {pair.On}: {contrast:0.00}");
    }

    [Theory]
    [InlineData(Dark, "@media (prefers-color-scheme: dark) {\n  :root {")]
    [InlineData(High, "@media (prefers-contrast: more) {\n  :root, ")]
    [InlineData(HighDark, "@media (prefers-contrast: more) and (prefers-color-scheme: dark) {\n  :root, ")]
    public void The_voters_pages_which_run_no_script_show_the_same_colours(string palette, string there)
    {
        var ours = Palette(Text("css/tokens.css"), palette);
        var theirs = Palette(Text("css/public.css"), there);

        Assert.Empty(theirs.Except(ours));
    }

    /// <summary>The colours set in the first block that begins so.</summary>
    private static Dictionary<string, string> Palette(string css, string beginning)
    {
        var start = css.IndexOf(beginning, StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no {beginning}");
        var open = css.IndexOf('{', start + beginning.Length - 1);
        return Colour().Matches(css[open..css.IndexOf('}', open)]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Contrast(string one, string other)
    {
        double[] bright = [.. new[] { Luminance(one), Luminance(other) }.OrderDescending()];
        return (bright[0] + 0.05) / (bright[1] + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 3 ? string.Concat(colour.Select(digit => $"{digit}{digit}")) : colour;
        double Linear(int at) => int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(0)) + (0.7152 * Linear(2)) + (0.0722 * Linear(4));
    }

    private string Text(string path)
    {
        var file = app.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(path);
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private sealed record Pair(string Of, string On, double AtLeast);

    [GeneratedRegex(@"--([\w-]+): #([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])")]
    private static partial Regex Colour();
}
