using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace VoterLiaison.Dashboard.Wall;

/// <summary>Draws the parts of a wall that change, each by itself, so that only what is different travels.</summary>
public sealed class WallParts(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>By name; those that show the sums, and the pictures.</summary>
    private static readonly (string Name, Type Component, bool IsPicture)[] _parts =
    [
        ("strip", typeof(WallStrip), false), ("late", typeof(WallLate), false), ("year", typeof(WallYear), true), ("stations", typeof(WallStations), true),
        ("weeks", typeof(WallWeeks), true), ("flow", typeof(WallFlow), true), ("months", typeof(WallMonths), true),
    ];

    /// <summary>Which build this is: a wall of another one loads itself anew.</summary>
    internal static string Build { get; } = typeof(WallParts).Module.ModuleVersionId.ToString("N");

    /// <summary>The parts as HTML, by name.</summary>
    /// <param name="face">What they show.</param>
    /// <param name="picturesToo">Not only what shows the sums.</param>
    public async Task<IReadOnlyDictionary<string, string>> DrawAsync(WallFace face, bool picturesToo)
    {
        await using var renderer = new HtmlRenderer(services, loggers); // keeps all it ever drew, so it is for once
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var drawn = new Dictionary<string, string>();
            foreach (var (name, component, _) in _parts.Where(part => picturesToo || !part.IsPicture))
            {
                drawn[name] = (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(new Dictionary<string, object?> { ["Face"] = face }))).ToHtmlString();
            }

            return drawn;
        });
    }

    /// <summary>Milliseconds since 1970, as scripts count.</summary>
    internal static long Moment(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
