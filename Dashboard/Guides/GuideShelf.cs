using System.Buffers.Binary;
using System.Collections.Frozen;
using VoterLiaison.Dashboard.Layout;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Guides;

/// <summary>The guides of docs/guide as they came with the assembly, read once.</summary>
public sealed class GuideShelf
{
    private const string Folder = "guide/";
    private const string Pictures = "guide/pictures/";

    private readonly Lazy<FrozenDictionary<string, Guide>> _guides;
    private readonly AssetUrls _assets;
    private readonly IWebHostEnvironment _environment;

    public GuideShelf(AssetUrls assets, IWebHostEnvironment environment)
    {
        (_assets, _environment) = (assets, environment);
        _guides = new(() => Read().ToFrozenDictionary(guide => guide.Name));
    }

    internal IEnumerable<Guide> All => GuideNames.All.Select(name => _guides.Value[name]);

    internal Guide? Find(string name) => _guides.Value.GetValueOrDefault(name);

    /// <summary>What is to be read about a page: the section that speaks of it, in the reader's own guide before others'. Whoever has not signed in is not sent where they would have to.</summary>
    public string PlaceOf(string path, Rights rights)
    {
        var isAtTheDoor = !rights.Roles.Any();
        IEnumerable<string> names = GuidePlaces.IsPublic(path) ? [GuideNames.Voter] : isAtTheDoor ? [GuideNames.Account] : GuideNames.Of(rights).Concat(GuideNames.All).Distinct();
        foreach (var name in names)
        {
            if (GuidePlaces.SectionsOf(path).FirstOrDefault(_guides.Value[name].Has) is { } section)
            {
                return Addresses.Guide(name, section);
            }
        }

        return isAtTheDoor ? Addresses.DoorHelp : Addresses.Help;
    }

    private IEnumerable<Guide> Read()
    {
        var assembly = typeof(GuideShelf).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return GuideText.Read(Path.GetFileNameWithoutExtension(resource), text.ReadToEnd(), Picture);
        }
    }

    /// <summary>With the size that a PNG says behind its signature and the name of its first chunk, so that nothing jumps when it comes.</summary>
    private GuidePicture Picture(string name)
    {
        var file = _environment.WebRootFileProvider.GetFileInfo(Pictures + name);
        if (!file.Exists)
        {
            return new GuidePicture($"/{Pictures}{name}", 0, 0);
        }

        Span<byte> head = stackalloc byte[24];
        using var content = file.CreateReadStream();
        content.ReadExactly(head);
        return new GuidePicture(_assets.Url(Pictures + name), BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
    }
}
