using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace VoterLiaison.Dashboard.Layout;

/// <summary>
/// Addresses of style sheets and scripts with the mark of their content, so that a browser may keep them for ever.
/// The fingerprinted addresses of <c>@Assets</c> reach the browser uncompressed.
/// </summary>
public sealed class AssetUrls(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> _urls = new();

    public string Url(string path) => environment.IsDevelopment() ? Marked(path) : _urls.GetOrAdd(path, Marked);

    private string Marked(string path) =>
        environment.WebRootFileProvider.GetFileInfo(path) is { Exists: true } file ? $"/{path}?v={Mark(file)}" : $"/{path}";

    private static string Mark(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..10];
    }
}
