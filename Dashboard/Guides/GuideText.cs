using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace VoterLiaison.Dashboard.Guides;

/// <summary>Makes a page of a guide's Markdown. Raw HTML is shown as it is written, but for one comment: the line above a heading names its anchor, <c>&lt;!-- chasing --&gt;</c>.</summary>
internal static partial class GuideText
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().UseGenericAttributes().UsePipeTables().Build();

    /// <param name="name">Of its file.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="picture">Where a picture is served, and its size, by the name of its file.</param>
    public static Guide Read(string name, string text, Func<string, GuidePicture> picture)
    {
        var document = Markdown.Parse(Anchor().Replace(text.ReplaceLineEndings("\n"), "$2 {#$1}"), _pipeline);
        var (title, lead) = (Words((LeafBlock)document[0]), Words((LeafBlock)document[1]));
        document.RemoveAt(1);
        document.RemoveAt(0);
        foreach (var link in document.Descendants<LinkInline>())
        {
            Lead(name, link, picture);
        }

        foreach (var later in document.Descendants<LinkInline>().Where(link => link.IsImage).Skip(1))
        {
            later.GetAttributes().AddProperty("loading", "lazy"); // the first is in sight soon
        }

        var sections = document.Descendants<HeadingBlock>().Where(heading => heading.TryGetAttributes()?.Id is not null)
            .Select(heading => new GuideSection(heading.GetAttributes().Id!, Words(heading), heading.Level == 2)).ToList();
        return new Guide(name, title, lead, document.ToHtml(_pipeline), sections);
    }

    /// <summary>Between the files as between the pages; a page's base is the house and not the page, so an anchor needs its page before it.</summary>
    private static void Lead(string name, LinkInline link, Func<string, GuidePicture> picture)
    {
        if (link.IsImage)
        {
            var (url, width, height) = picture(Path.GetFileName(link.Url!));
            link.Url = url;
            var attributes = link.GetAttributes();
            attributes.AddProperty("width", $"{width}");
            attributes.AddProperty("height", $"{height}");
        }
        else if (Within().Match(link.Url!) is { Success: true } within)
        {
            var guide = within.Groups["guide"] is { Success: true, Value: var other } ? other : name;
            link.Url = Addresses.Guide(guide, within.Groups["section"] is { Success: true, Value: var section } ? section : null);
        }
    }

    private static string Words(LeafBlock block) => string.Concat(block.Inline!.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    [GeneratedRegex(@"^<!-- ([a-z-]+) -->\n(#+ .+)$", RegexOptions.Multiline)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^((?<guide>[a-z]+)\.md)?(#(?<section>[a-z-]+))?$")]
    private static partial Regex Within();
}

/// <summary>A picture as it is served.</summary>
internal readonly record struct GuidePicture(string Url, int Width, int Height);
